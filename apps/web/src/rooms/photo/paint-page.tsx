import { type BlobRef, type Day, ok } from '@stria/record';
import { type JSX, useEffect, useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { work } from '../../bench/bench.ts';
import { uprightSize } from '../../bench/upright.ts';
import { keep, useAct, useBlobUrl, useKeep } from '../../keep/index.ts';
import { dayWithYear } from '../../parts/day-words.ts';
import { ErrorNotice } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import type { DrawnBase } from './draw-strokes.ts';
import { measurePhoto } from './measuring.ts';
import { PaintTable } from './paint-table.tsx';
import { bare, type Painting, paintingRoom, readPainting } from './painting.ts';
import { measurementOf, type Photo, placeName } from './place.ts';

/** Painting the marks on one photo. What was painted is kept after every stroke, until it has been measured. */
export function PaintPage({ photo }: { readonly photo: Photo }): JSX.Element {
  const url = useBlobUrl(photo.body.original);
  const kept = useKeptPainting(photo);
  const navigate = useNavigate();
  const [step, setStep] = useState('');
  const { busy, problems, run } = useAct();
  const measure = async (painting: Painting) => {
    const base = kept.phase === 'ready' ? kept.baseRef : undefined;
    const done = await run(async () => {
      const measured = await measurePhoto(photo, { strokes: painting.strokes, ...(base ? { base } : {}) }, setStep);
      if (!measured.ok) return measured;
      // The mask holds it all now; the next painting goes on from there, on this device or another.
      return keep.saveDraft(paintingRoom(photo.id), undefined);
    });
    setStep('');
    if (done) await navigate(`/photos/${photo.id}`);
  };
  const place = placeName(photo.body);
  return (
    <Page
      title="Paint the marks"
      wide
      back={{ to: `/photos/${photo.id}`, label: 'The photo' }}
      lead="Paint each mark edge to edge; leave the skin between unpainted."
    >
      <p className="small soft">
        Photo of the {place}, {dayWithYear(photo.body.takenOn as Day)}
      </p>
      {url?.ok === false ? <ErrorNotice problems={url.problems} /> : null}
      {kept.phase === 'failed' ? <ErrorNotice problems={kept.problems} /> : null}
      {url?.ok === true && kept.phase === 'ready' ? (
        <PaintTable
          photo={photo}
          url={url.value}
          base={kept.base}
          first={kept.painting}
          busy={busy}
          onMeasure={(painting) => void measure(painting)}
        />
      ) : (
        <p role="status">Opening the photo…</p>
      )}
      <p role="status" className={step === '' ? 'hidden-text' : 'photo-step'}>
        {step}
      </p>
      <ErrorNotice problems={problems} kept="The photo and everything you painted are still on this device." />
    </Page>
  );
}

type KeptPainting =
  | { readonly phase: 'opening' }
  | { readonly phase: 'failed'; readonly problems: Parameters<typeof ErrorNotice>[0]['problems'] }
  | {
      readonly phase: 'ready';
      readonly painting: Painting;
      readonly baseRef: BlobRef | undefined;
      readonly base: DrawnBase | undefined;
    };

/** Where the last visit ended: the strokes that this device kept, else the newest mask, else the bare photo. */
function useKeptPainting(photo: Photo): KeptPainting {
  const { state } = useKeep();
  const [kept, setKept] = useState<KeptPainting>({ phase: 'opening' });
  const size = useMemo(() => uprightSize(photo.body, photo.body.orientation), [photo]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once, when the page comes
  useEffect(() => {
    let gone = false;
    const load = async (): Promise<KeptPainting> => {
      const draft = readPainting(await keep.readDraft(paintingRoom(photo.id)));
      if (!draft.ok) return { phase: 'failed', problems: draft.problems };
      const painting = draft.value ?? bare(measurementOf(state, photo.id)?.body.mask.sha256);
      const baseRef = maskOf(state, photo.id, painting.base);
      const drawn = baseRef === undefined ? ok(undefined) : await drawBase(baseRef);
      if (!drawn.ok) return { phase: 'failed', problems: drawn.problems };
      const base = drawn.value === undefined ? undefined : { picture: drawn.value, ...size };
      return { phase: 'ready', painting, baseRef, base };
    };
    void load().then((loaded) => {
      if (!gone) setKept(loaded);
    });
    return () => {
      gone = true;
    };
  }, []);
  return kept;
}

const maskOf = (state: ReturnType<typeof useKeep>['state'], photo: string, sha256: string | undefined): BlobRef | undefined =>
  state.measurements
    .map((m) => (m.body.of === 'photo' && m.body.photo === photo ? m.body.mask : undefined))
    .find((mask) => mask !== undefined && mask.sha256 === sha256);

/** Finer than the screen: the edges of an earlier mask have to be seen when zoomed in. */
const BASE_PX = 4096;

async function drawBase(mask: BlobRef) {
  const bytes = await keep.readBlob(mask);
  if (!bytes.ok) return bytes;
  const picture = await work('overlay', { maskPng: bytes.value, sidePx: BASE_PX });
  return picture.ok ? ok(await createImageBitmap(new Blob([picture.value], { type: 'image/png' }))) : picture;
}
