import type { Day, Problem } from '@stria/record';
import { type JSX, type KeyboardEvent, useId, useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { uprightSize } from '../../bench/upright.ts';
import { useAct, useBlobUrl, useKeep } from '../../keep/index.ts';
import { Button } from '../../parts/button.tsx';
import { dayWithYear } from '../../parts/day-words.ts';
import { Field } from '../../parts/field.tsx';
import { ErrorNotice } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { correctPhoto, measurePhoto } from './measuring.ts';
import { PhotoImage } from './picture.tsx';
import { measurementOf, type Photo, placeName } from './place.ts';
import { type PointPx, readLength, readRuler } from './ruler.ts';
import { type Hand, StageBox, usePhotoStage } from './stage.tsx';

/** A length that a person knows in the photo: two points and the millimetres between them. */
export function ScalePage({ photo }: { readonly photo: Photo }): JSX.Element {
  const { state } = useKeep();
  const url = useBlobUrl(photo.body.original);
  const navigate = useNavigate();
  const [points, setPoints] = useState<readonly PointPx[]>([]);
  const [lengthText, setLengthText] = useState('');
  const [refused, setRefused] = useState<readonly Problem[]>([]);
  const [step, setStep] = useState('');
  const { busy, problems, run } = useAct();
  const save = async () => {
    const scale = readRuler(points, readLength(lengthText) ?? Number.NaN);
    setRefused(scale.ok ? [] : scale.problems);
    if (!scale.ok) return;
    const done = await run(async () => {
      const corrected = await correctPhoto(photo, { scalePxPerMm: scale.value }, 'A length in the photo, measured by hand.');
      const mask = measurementOf(state, photo.id)?.body.mask;
      if (!corrected.ok || mask === undefined) return corrected;
      // What was painted stays; the same marks are measured again with the scale.
      return measurePhoto(corrected.value, { strokes: [], base: mask }, setStep);
    });
    setStep('');
    if (done) await navigate(`/photos/${photo.id}`);
  };
  return (
    <Page
      title="Give a length in the photo"
      wide
      back={{ to: `/photos/${photo.id}`, label: 'The photo' }}
      lead={`Photo of the ${placeName(photo.body)}, ${dayWithYear(photo.body.takenOn as Day)}. Set two points on something whose length you know, close to the marks and as far apart as you can: two ends of a ruler, or a coin from edge to edge.`}
    >
      {url?.ok === false ? <ErrorNotice problems={url.problems} /> : null}
      {url?.ok === true ? <Ruler photo={photo} url={url.value} points={points} onPoints={setPoints} /> : null}
      <form
        className="stack photo-length"
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) void save();
        }}
      >
        <Field
          label="Millimetres between the two points"
          unit="mm"
          help="The printed frame is better: it also gives the colours. Where a frame is in view, it is used instead of this length."
          value={lengthText}
          onChange={setLengthText}
        />
        <ErrorNotice problems={refused} kept="Nothing was changed." />
        <ErrorNotice problems={problems} />
        <p role="status">{step}</p>
        <div className="actions">
          <Button type="submit" busy={busy} waitsFor={points.length < 2 ? 'Set two points on the photo first.' : undefined}>
            Use this length
          </Button>
          <Button look="quiet" onPress={() => setPoints([])}>
            Set the points anew
          </Button>
        </div>
      </form>
    </Page>
  );
}

/** What an arrow key moves the crosshair by, in CSS pixels; with Shift the fine step. */
const KEY_STEP_PX = 12;
const FINE_STEP_PX = 1;
/** A finger this near to a point takes hold of it, in CSS pixels. */
const GRIP_PX = 28;

function Ruler(props: {
  readonly photo: Photo;
  readonly url: string;
  readonly points: readonly PointPx[];
  readonly onPoints: (points: readonly PointPx[]) => void;
}): JSX.Element {
  const { photo, points, onPoints } = props;
  const size = useMemo(() => uprightSize(photo.body, photo.body.orientation), [photo]);
  const stage = usePhotoStage(size);
  const keysId = useId();
  const [cross, setCross] = useState<PointPx>();
  const [held, setHeld] = useState<number>();
  /** Nothing beside the photo can be measured. */
  const onPhoto = ({ x, y }: PointPx): PointPx => ({
    x: Math.min(size.widthPx - 1, Math.max(0, x)),
    y: Math.min(size.heightPx - 1, Math.max(0, y)),
  });
  const place = (wanted: PointPx) => {
    const at = onPhoto(wanted);
    const near = points.findIndex((p) => Math.hypot(p.x - at.x, p.y - at.y) * stage.view.scale < GRIP_PX);
    const which = near >= 0 ? near : Math.min(points.length, 1);
    onPoints(points.toSpliced(which, 1, at));
    return which;
  };
  const hand: Hand = {
    onDown: (at) => setHeld(place(at)),
    onMove: (moved) => {
      const at = moved.at(-1);
      if (at !== undefined && held !== undefined) onPoints(points.toSpliced(held, 1, onPhoto(at)));
    },
    onUp: () => setHeld(undefined),
    onCancel: () => setHeld(undefined),
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.shiftKey ? FINE_STEP_PX : KEY_STEP_PX;
    const from = cross ?? { x: size.widthPx / 2, y: size.heightPx / 2 };
    const move = (dx: number, dy: number) => {
      const to = onPhoto({ x: from.x + dx / stage.view.scale, y: from.y + dy / stage.view.scale });
      setCross(to);
      stage.show(to);
    };
    const acts: Record<string, () => void> = {
      arrowleft: () => move(-by, 0),
      arrowright: () => move(by, 0),
      arrowup: () => move(0, -by),
      arrowdown: () => move(0, by),
      ' ': () => {
        setCross(from);
        place(from);
      },
      pageup: () => stage.zoom(1.5),
      pagedown: () => stage.zoom(1 / 1.5),
    };
    const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : acts[event.key.toLowerCase()];
    if (act === undefined) return;
    event.preventDefault();
    act();
  };
  const thick = 2 / stage.view.scale;
  return (
    <div className="stack-tight">
      <StageBox
        of={stage}
        hand={hand}
        label={`Ruler on the photo of the ${placeName(photo.body)}`}
        describedBy={keysId}
        onKeyDown={onKeyDown}
        cross={cross === undefined ? undefined : { at: cross }}
      >
        <PhotoImage photo={photo.body} url={props.url} />
        <RulerDrawing points={points} thick={thick} />
      </StageBox>
      <p id={keysId} className="small soft">
        Tap to set a point, drag it to move it. Two fingers or the wheel zoom. By keyboard: arrows move the crosshair (with
        Shift in fine steps), space sets a point, Page Up and Page Down zoom.
      </p>
      <p role="status" className="small">
        {points.length === 0 ? 'No point set yet.' : points.length === 1 ? 'One point set.' : 'Both points are set.'}
      </p>
    </div>
  );
}

function RulerDrawing({ points, thick }: { readonly points: readonly PointPx[]; readonly thick: number }): JSX.Element {
  const [a, b] = points;
  return (
    <g className="ruler" transform="translate(0.5 0.5)">
      {['ruler-below', 'ruler-above'].map((layer, i) => (
        <g key={layer} className={layer} strokeWidth={thick * (i === 0 ? 2.6 : 1)}>
          {a !== undefined && b !== undefined ? <path d={`M${a.x} ${a.y}L${b.x} ${b.y}`} /> : null}
          {points.map((p, n) => (
            <circle key={n === 0 ? 'first' : 'second'} cx={p.x} cy={p.y} r={thick * 4} />
          ))}
        </g>
      ))}
    </g>
  );
}
