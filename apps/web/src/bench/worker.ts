import { examine, findFrame, type Raster } from '@stria/imaging';
import { fail, ok, problem, type Result } from '@stria/record';
import { decodeMask, decodeUpright, drawThumbnail, probe } from './decode.ts';
import { encodeGreyPng } from './grey-png.ts';
import type { Order, Reply, Work, WorkName } from './jobs.ts';
import { drawOverlay } from './overlay.ts';
import { paintMask } from './strokes.ts';

/**
 * The bench: where photos are opened and measured, off the screen's own thread, so that the page stays alive meanwhile.
 * One order after another: two photos of 12 megapixels at once are more than a small phone has room for.
 */
type Say = (step: string) => void;
type Hands = { readonly [K in WorkName]: (ask: Work[K]['ask'], say: Say) => Promise<Result<Work[K]['answer']>> };

const hands: Hands = {
  probe: ({ photo }) => probe(photo),
  thumbnail: ({ photo, sidePx }) => drawThumbnail(photo, sidePx),
  overlay: ({ maskPng, sidePx }) => drawOverlay(maskPng, sidePx),
  measure,
  async pose({ photo, checkBarMm }) {
    const raster = await decodeUpright(photo);
    if (!raster.ok) return raster;
    const frame = findFrame(raster.value, checkBarMm === undefined ? {} : { checkBarMm });
    return frame.ok ? ok(frame.value?.photoFromFrameMm ?? null) : frame;
  },
};

async function measure(ask: Work['measure']['ask'], say: Say): Promise<Result<Work['measure']['answer']>> {
  say('Opening the photo…');
  const raster = await decodeUpright(ask.photo);
  if (!raster.ok) return raster;
  say('Reading what you painted…');
  const mask = await maskOf(raster.value, ask);
  if (!mask.ok) return mask;
  say('Looking for the frame and measuring…');
  const { widthPx, heightPx } = raster.value;
  const examined = examine({
    raster: raster.value,
    mask: { widthPx, heightPx, data: mask.value },
    colourSpace: ask.photo.colourSpace,
    ...(ask.scalePxPerMm === undefined ? {} : { scale: { pxPerMm: ask.scalePxPerMm } }),
    ...(ask.checkBarMm === undefined ? {} : { checkBarMm: ask.checkBarMm }),
  });
  if (!examined.ok) return examined;
  const maskPng = await encodeGreyPng({ widthPx, heightPx }, mask.value);
  return ok({ examination: examined.value.examination, maskPng: maskPng.buffer });
}

async function maskOf(raster: Raster, ask: Work['measure']['ask']): Promise<Result<Uint8Array>> {
  if (ask.base === undefined) return ok(paintMask(raster, ask.strokes));
  const base = await decodeMask(ask.base);
  if (!base.ok) return base;
  if (base.value.widthPx !== raster.widthPx || base.value.heightPx !== raster.heightPx) {
    return fail(
      problem(
        'web.mask-size-differs',
        '',
        'The marks painted earlier do not belong to this photo: they are of another size.',
        'Clear the painting and paint the marks again.',
      ),
    );
  }
  return ok(paintMask(raster, ask.strokes, base.value.data));
}

/** The worker's own line to the page; TypeScript's DOM types know the page's only. */
const line = globalThis as unknown as {
  postMessage(reply: Reply): void;
  addEventListener(type: 'message', hear: (event: MessageEvent<Order>) => void): void;
};

let queue: Promise<void> = Promise.resolve();
line.addEventListener('message', ({ data: order }) => {
  queue = queue.then(async () => line.postMessage({ id: order.id, result: await carryOut(order) }));
});

async function carryOut<K extends WorkName>(order: Order<K>): Promise<Result<Work[K]['answer']>> {
  try {
    return await hands[order.name](order.ask, (step) => line.postMessage({ id: order.id, step }));
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    return fail(
      problem(
        'web.bench-failed',
        '',
        `Working on the photo stopped: ${what.slice(0, 100)}.`,
        'Close other pages to free memory, reload this one and try again. The photo and your painting are kept.',
      ),
    );
  }
}
