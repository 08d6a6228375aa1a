import type { Problem } from '@stria/record';
import { type JSX, type KeyboardEvent, useEffect, useId, useMemo, useReducer, useRef, useState } from 'react';
import { type BrushStroke, beginStroke, extendStroke } from '../../bench/strokes.ts';
import { uprightSize } from '../../bench/upright.ts';
import { keep } from '../../keep/index.ts';
import { Button } from '../../parts/button.tsx';
import { ErrorNotice } from '../../parts/notice.tsx';
import { type DrawnBase, drawStroke, drawStrokes } from './draw-strokes.ts';
import { HandTools, PaintKeys, type PaintTool, StepTools } from './paint-tools.tsx';
import { isBare, type Painting, paintingRoom, paintOn } from './painting.ts';
import { PhotoImage } from './picture.tsx';
import { type Photo, placeName } from './place.ts';
import type { PointPx } from './ruler.ts';
import { type Hand, StageBox, stagePen, usePhotoStage, wipe } from './stage.tsx';

/** A brush is between these shares of the photo's longer side: from a thread to a broad band. */
const BRUSH = { least: 0.0008, most: 0.04, first: 0.006 } as const;
/** What an arrow key moves the crosshair by, in CSS pixels; with Shift the fine step. */
const KEY_STEP_PX = 12;
const FINE_STEP_PX = 2;

/** The photo with its tools around it. */
export function PaintTable(props: {
  readonly photo: Photo;
  readonly url: string;
  readonly base: DrawnBase | undefined;
  readonly first: Painting;
  readonly busy: boolean;
  readonly onMeasure: (painting: Painting) => void;
}): JSX.Element {
  const { photo, base } = props;
  const size = useMemo(() => uprightSize(photo.body, photo.body.orientation), [photo]);
  const stage = usePhotoStage(size);
  const [painting, paint] = useReducer(paintOn, props.first);
  const [tool, setTool] = useState<PaintTool>('paint');
  const [share, setShare] = useState<number>(BRUSH.first);
  const [opacity, setOpacity] = useState(0.55);
  const [said, setSaid] = useState('');
  const trouble = useKeptDraft(photo, painting);
  const keysId = useId();
  const radiusPx = (share * Math.max(size.widthPx, size.heightPx)) / 2;
  const live = useRef<BrushStroke>(undefined);

  // biome-ignore lint/correctness/useExhaustiveDependencies: drawn anew when the strokes or what is seen of them change
  useEffect(() => {
    wipe(stage);
    const pen = stagePen(stage);
    if (pen === undefined) return;
    drawStrokes(pen, painting.strokes, base);
    if (live.current !== undefined) drawStroke(pen, live.current, 0);
  }, [painting.strokes, base, stage.view, stage.stage]);

  const hand: Hand = {
    onDown: ({ x, y }) => {
      if (tool === 'move' || props.busy) return;
      live.current = beginStroke(tool, radiusPx, x, y);
      const pen = stagePen(stage);
      if (pen !== undefined) drawStroke(pen, live.current, 0);
    },
    onMove: (points) => {
      const before = live.current;
      if (before === undefined) return;
      live.current = points.reduce((stroke, { x, y }) => extendStroke(stroke, x, y), before);
      const pen = stagePen(stage);
      if (pen !== undefined && live.current !== before) drawStroke(pen, live.current, before.path.length / 2);
    },
    onUp: () => {
      const stroke = live.current;
      live.current = undefined;
      if (stroke !== undefined) paint({ step: 'add', stroke });
    },
    onCancel: () => {
      live.current = undefined;
      wipe(stage);
      const pen = stagePen(stage);
      if (pen !== undefined) drawStrokes(pen, painting.strokes, base);
    },
  };

  const keyboard = useKeyboardBrush({ stage, hand, radiusPx, say: setSaid });
  const grow = (factor: number) => setShare((s) => Math.min(BRUSH.most, Math.max(BRUSH.least, s * factor)));
  const doStep = (step: 'undo' | 'redo') => {
    const open = step === 'undo' ? painting.strokes : painting.undone;
    setSaid(open.length === 0 ? `Nothing to ${step}.` : step === 'undo' ? 'Last stroke taken back.' : 'Stroke is back.');
    paint({ step });
  };
  const clear = () => {
    setSaid('Everything cleared. Undo brings it back.');
    paint({ step: 'add', stroke: { tool: 'clear' } });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const act = keyActs(event, {
      ...keyboard,
      tool: (next) => {
        setTool(next);
        setSaid(next === 'paint' ? 'Brush.' : next === 'erase' ? 'Eraser.' : 'Move.');
      },
      grow,
      doStep,
      stage,
    });
    if (act === undefined) return;
    event.preventDefault();
    act();
  };
  const empty = isBare(painting);
  return (
    <div className="paint-table">
      <HandTools tool={tool} onTool={setTool} share={share} limits={BRUSH} onShare={setShare} />
      <div
        className="paint-stage"
        ref={(node) => {
          node?.style.setProperty('--marks-opacity', String(opacity));
        }}
      >
        <StageBox
          of={stage}
          hand={tool === 'move' ? undefined : hand}
          label={`Painting on the photo of the ${placeName(photo.body)}`}
          describedBy={keysId}
          onKeyDown={onKeyDown}
          onBlur={keyboard.lift}
          cross={keyboard.cross === undefined ? undefined : { at: keyboard.cross, radiusPx }}
        >
          <PhotoImage photo={photo.body} url={props.url} />
        </StageBox>
        <p className="small soft">
          Kept on this device after every stroke. Strokes: {painting.strokes.length}. <span role="status">{said}</span>
        </p>
      </div>
      <StepTools
        opacity={opacity}
        onOpacity={setOpacity}
        canUndo={painting.strokes.length > 0}
        canRedo={painting.undone.length > 0}
        onStep={doStep}
        onClear={clear}
        onZoom={stage.zoom}
        onWhole={stage.whole}
      />
      <ErrorNotice problems={trouble} kept="The photo is kept; your newest strokes are only on this screen so far." />
      <div className="actions paint-measure">
        <Button
          busy={props.busy}
          waitsFor={empty ? 'Paint at least one mark first.' : undefined}
          onPress={() => {
            keyboard.lift();
            props.onMeasure(painting);
          }}
        >
          {props.busy ? 'Measuring…' : 'Measure'}
        </Button>
      </div>
      <PaintKeys id={keysId} />
    </div>
  );
}

/** Keeps the painting after every stroke; answers with what went wrong. */
function useKeptDraft(photo: Photo, painting: Painting): readonly Problem[] {
  const [trouble, setTrouble] = useState<readonly Problem[]>([]);
  const kept = useRef(painting);
  useEffect(() => {
    if (kept.current === painting) return;
    kept.current = painting;
    void keep.saveDraft(paintingRoom(photo.id), painting).then((saved) => setTrouble(saved.ok ? [] : saved.problems));
  }, [photo.id, painting]);
  return trouble;
}

interface KeyboardBrush {
  readonly cross: PointPx | undefined;
  readonly move: (dx: number, dy: number) => void;
  readonly toggle: () => void;
  readonly lift: () => void;
}

/** A brush for the keyboard: a crosshair that the arrows move, put down and lifted by the space bar. */
function useKeyboardBrush(of: {
  readonly stage: ReturnType<typeof usePhotoStage>;
  readonly hand: Hand;
  readonly radiusPx: number;
  readonly say: (words: string) => void;
}): KeyboardBrush {
  const [cross, setCross] = useState<PointPx>();
  const down = useRef(false);
  const { size, view } = of.stage;
  const here = (): PointPx => {
    if (cross !== undefined) return cross;
    const { left, top, scale } = view;
    return { x: left + of.stage.stage.width / scale / 2, y: top + of.stage.stage.height / scale / 2 };
  };
  const lift = () => {
    if (!down.current) return;
    down.current = false;
    of.hand.onUp();
    of.say('Brush lifted.');
  };
  return {
    cross,
    lift,
    move: (dx, dy) => {
      const from = here();
      const to = {
        x: Math.min(size.widthPx - 1, Math.max(0, from.x + dx / view.scale)),
        y: Math.min(size.heightPx - 1, Math.max(0, from.y + dy / view.scale)),
      };
      setCross(to);
      if (down.current) of.hand.onMove([to]);
      of.stage.show(to);
    },
    toggle: () => {
      if (down.current) {
        lift();
        return;
      }
      const at = here();
      setCross(at);
      down.current = true;
      of.hand.onDown(at);
      of.say('Brush down. Move with the arrows, press space to lift.');
    },
  };
}

/** What a key does on the stage; undefined for keys that belong to the browser. */
function keyActs(
  event: KeyboardEvent,
  on: KeyboardBrush & {
    readonly tool: (tool: PaintTool) => void;
    readonly grow: (factor: number) => void;
    readonly doStep: (step: 'undo' | 'redo') => void;
    readonly stage: ReturnType<typeof usePhotoStage>;
  },
): (() => void) | undefined {
  const step = event.shiftKey ? FINE_STEP_PX : KEY_STEP_PX;
  const key = event.key.toLowerCase();
  if (event.altKey) return undefined;
  if (event.ctrlKey || event.metaKey) {
    if (key === 'z') return () => on.doStep(event.shiftKey ? 'redo' : 'undo');
    return key === 'y' ? () => on.doStep('redo') : undefined;
  }
  const acts: Record<string, () => void> = {
    arrowleft: () => on.move(-step, 0),
    arrowright: () => on.move(step, 0),
    arrowup: () => on.move(0, -step),
    arrowdown: () => on.move(0, step),
    ' ': on.toggle,
    escape: on.lift,
    b: () => on.tool('paint'),
    e: () => on.tool('erase'),
    '+': () => on.grow(1.25),
    '=': () => on.grow(1.25),
    '-': () => on.grow(1 / 1.25),
    u: () => on.doStep('undo'),
    r: () => on.doStep('redo'),
    pageup: () => on.stage.zoom(1.5),
    pagedown: () => on.stage.zoom(1 / 1.5),
    '0': on.stage.whole,
  };
  return acts[key];
}
