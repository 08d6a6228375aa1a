import type { Day } from '@stria/record';
import { type JSX, useCallback, useEffect, useId, useRef, useState } from 'react';
import { work } from '../../bench/bench.ts';
import { photoSource } from '../../bench/jobs.ts';
import { uprightSize } from '../../bench/upright.ts';
import { keep } from '../../keep/index.ts';
import { dayWithYear } from '../../parts/day-words.ts';
import { cssTransform, type Homography, isPlausible, layFrames } from './lay.ts';
import { ChartPhoto, useOverlay } from './picture.tsx';
import type { Photo } from './place.ts';

interface Pictured {
  readonly photo: Photo;
  readonly over: string | undefined;
}

/** The two photos as they were taken: one over the other with a slider, or side by side. */
export function ComparePictures(props: {
  readonly baseline: Photo;
  readonly followup: Photo;
  readonly masks: readonly [Parameters<typeof useOverlay>[0], Parameters<typeof useOverlay>[0]];
}): JSX.Element {
  const [way, setWay] = useState<'slider' | 'beside'>('slider');
  const [marksShown, setMarksShown] = useState(false);
  const overlays = [useOverlay(props.masks[0]), useOverlay(props.masks[1])];
  const first: Pictured = { photo: props.baseline, over: marksShown ? overlays[0] : undefined };
  const second: Pictured = { photo: props.followup, over: marksShown ? overlays[1] : undefined };
  return (
    <div className="stack">
      <fieldset className="tool-row">
        <legend className="hidden-text">How to show the two photos</legend>
        <button type="button" className="tool" aria-pressed={way === 'slider'} onClick={() => setWay('slider')}>
          One over the other
        </button>
        <button type="button" className="tool" aria-pressed={way === 'beside'} onClick={() => setWay('beside')}>
          Side by side
        </button>
      </fieldset>
      {way === 'slider' ? <Slider first={first} second={second} /> : <Beside first={first} second={second} />}
      {props.masks[0] === undefined && props.masks[1] === undefined ? null : (
        <label className="photo-check">
          <input type="checkbox" checked={marksShown} onChange={(event) => setMarksShown(event.currentTarget.checked)} />
          <span>Show the painted marks</span>
        </label>
      )}
      <p className="small soft">Both photos are shown as they were taken. Nothing in them is corrected or made prettier.</p>
    </div>
  );
}

const labelOf = ({ photo }: Pictured, which: string): string => `${which} photo, ${dayWithYear(photo.body.takenOn as Day)}`;

function Beside({ first, second }: { readonly first: Pictured; readonly second: Pictured }): JSX.Element {
  return (
    <div className="compare-beside">
      {([first, second] as const).map((one, i) => {
        const label = labelOf(one, i === 0 ? 'First' : 'Later');
        return (
          <figure key={one.photo.id} className="figure">
            <ChartPhoto photo={one.photo} label={label} over={one.over} />
            <figcaption>{label}</figcaption>
          </figure>
        );
      })}
    </div>
  );
}

const stops = [
  { name: 'First only', at: 100 },
  { name: 'Half', at: 50 },
  { name: 'Later only', at: 0 },
] as const;

/** The later photo lies over the first; the slider says from where on it is seen. */
function Slider({ first, second }: { readonly first: Pictured; readonly second: Pictured }): JSX.Element {
  const [split, setSplit] = useState(50);
  const [boxWidth, setBoxWidth] = useState(0);
  const id = useId();
  const laid = useLaid(first.photo, second.photo);
  const size = uprightSize(first.photo.body, first.photo.body.orientation);
  const other = uprightSize(second.photo.body, second.photo.body.orientation);
  const k = boxWidth / size.widthPx;
  const leave = useRef<() => void>(() => undefined);
  const ratio = `${size.widthPx} / ${size.heightPx}`;
  const box = useCallback(
    (node: HTMLDivElement | null) => {
      leave.current();
      if (node === null) return;
      node.style.setProperty('--ratio', ratio);
      const watch = new ResizeObserver(() => setBoxWidth(node.clientWidth));
      watch.observe(node);
      leave.current = () => watch.disconnect();
    },
    [ratio],
  );
  const onFrame = laid.state === 'by-frame' && k > 0;
  return (
    <div className="stack-tight">
      <div className="compare-box" ref={box}>
        <ChartPhoto photo={first.photo} label={labelOf(first, 'First')} over={first.over} />
        <div
          className="compare-over"
          ref={(node) => {
            node?.style.setProperty('--split', `${split}%`);
          }}
        >
          <div
            className={onFrame ? 'compare-laid' : 'compare-fit'}
            ref={(node) => {
              if (node === null) return;
              node.style.width = onFrame ? `${other.widthPx * k}px` : '';
              node.style.height = onFrame ? `${other.heightPx * k}px` : '';
              node.style.transform = onFrame ? cssTransform(laid.homography, k) : '';
            }}
          >
            <ChartPhoto photo={second.photo} label={labelOf(second, 'Later')} over={second.over} />
          </div>
        </div>
        <div
          className="compare-line"
          aria-hidden="true"
          ref={(node) => {
            node?.style.setProperty('--split', `${split}%`);
          }}
        />
      </div>
      <div className="compare-days small" aria-hidden="true">
        <span>{dayWithYear(first.photo.body.takenOn as Day)}</span>
        <span>{dayWithYear(second.photo.body.takenOn as Day)}</span>
      </div>
      <label htmlFor={id} className="hidden-text">
        Where the later photo begins
      </label>
      <input
        id={id}
        className="compare-slider"
        type="range"
        min={0}
        max={100}
        value={split}
        aria-valuetext={`First photo ${split} percent, later photo ${100 - split} percent`}
        onChange={(event) => setSplit(Number(event.currentTarget.value))}
      />
      <fieldset className="tool-row">
        <legend className="hidden-text">Show the first photo, half of each, or the later one</legend>
        {stops.map((stop) => (
          <button
            key={stop.at}
            type="button"
            className="tool"
            aria-pressed={split === stop.at}
            onClick={() => setSplit(stop.at)}
          >
            {stop.name}
          </button>
        ))}
      </fieldset>
      <p className="small soft" role="status">
        {laidWords[laid.state]}
      </p>
    </div>
  );
}

const laidWords = {
  looking: 'Looking for the printed frame in both photos…',
  'by-frame':
    'The later photo is laid on the first by the printed frame. The paper lies on the paper: skin may still be some millimetres apart.',
  'no-frame': 'No printed frame in both photos, so they only share one box: the same place may lie elsewhere.',
  failed: 'The frame could not be looked for, so the photos only share one box: the same place may lie elsewhere.',
} as const;

type Laid =
  | { readonly state: 'looking' | 'no-frame' | 'failed' }
  | { readonly state: 'by-frame'; readonly homography: Homography };

/** Where the later photo lies on the first one, by the frame in both. */
function useLaid(first: Photo, second: Photo): Laid {
  const [laid, setLaid] = useState<Laid>({ state: 'looking' });
  useEffect(() => {
    let gone = false;
    const look = async (): Promise<Laid> => {
      const [onto, from] = [await poseOf(first), await poseOf(second)];
      if (!onto.ok || !from.ok) return { state: 'failed' };
      if (onto.value === null || from.value === null) return { state: 'no-frame' };
      const homography = layFrames(onto.value, from.value);
      const sizes = [second, first].map((p) => uprightSize(p.body, p.body.orientation)) as [never, never];
      return homography === undefined || !isPlausible(homography, ...sizes)
        ? { state: 'no-frame' }
        : { state: 'by-frame', homography };
    };
    setLaid({ state: 'looking' });
    void look().then((found) => {
      if (!gone) setLaid(found);
    });
    return () => {
      gone = true;
    };
  }, [first, second]);
  return laid;
}

async function poseOf(photo: Photo) {
  const bytes = await keep.readBlob(photo.body.original);
  if (!bytes.ok) return bytes;
  const { checkBarMm } = photo.body;
  return work('pose', { photo: photoSource(photo.body, bytes.value), ...(checkBarMm === undefined ? {} : { checkBarMm }) });
}
