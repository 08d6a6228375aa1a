import { type JSX, type KeyboardEvent, type PointerEvent, type ReactNode, useCallback, useRef, useState } from 'react';
import type { SizePx } from '../../bench/strokes.ts';
import type { PointPx } from './ruler.ts';
import { fit, pan, reveal, type Stage, toPhoto, toStage, type View, zoomAt } from './view.ts';

/** A photo on a stage: what of it is seen, and the canvas above it. */
export interface PhotoStage {
  readonly size: SizePx;
  readonly stage: Stage;
  readonly view: View;
  readonly box: (node: HTMLDivElement | null) => void;
  readonly canvas: { current: HTMLCanvasElement | null };
  /** Zooms by a factor, around a place of the stage or its middle. */
  readonly zoom: (factor: number, at?: PointPx) => void;
  readonly moveBy: (dx: number, dy: number) => void;
  readonly show: (point: PointPx) => void;
  readonly whole: () => void;
}

const EMPTY: Stage = { width: 1, height: 1 };
/** One notch of a wheel zooms by about a tenth. */
const ZOOM_A_WHEEL_PX = 0.0011;

export function usePhotoStage(size: SizePx): PhotoStage {
  const [stage, setStage] = useState<Stage>(EMPTY);
  const [view, setView] = useState<View>(() => fit(size, EMPTY));
  const canvas = useRef<HTMLCanvasElement | null>(null);
  const leave = useRef<() => void>(() => undefined);
  const known = useRef(EMPTY);
  const box = useCallback(
    (node: HTMLDivElement | null) => {
      leave.current();
      if (node === null) return;
      const measure = () => {
        const next = { width: node.clientWidth, height: node.clientHeight };
        const before = known.current;
        // A page that is being left has a stage without any size.
        if (next.width === 0 || next.height === 0) return;
        if (next.width === before.width && next.height === before.height) return;
        known.current = next;
        setStage(next);
        // A stage that changes (a phone that is turned) begins anew with the whole photo.
        setView(fit(size, next));
      };
      const wheel = (event: WheelEvent) => {
        event.preventDefault();
        const at = { x: event.offsetX, y: event.offsetY };
        setView((v) => zoomAt(v, at, Math.exp(-event.deltaY * ZOOM_A_WHEEL_PX), size, known.current));
      };
      const watch = new ResizeObserver(measure);
      watch.observe(node);
      // Not passive: the page must not scroll away under the photo.
      node.addEventListener('wheel', wheel, { passive: false });
      measure();
      leave.current = () => {
        watch.disconnect();
        node.removeEventListener('wheel', wheel);
      };
    },
    [size],
  );
  return {
    size,
    stage,
    view,
    box,
    canvas,
    zoom: (factor, at = { x: stage.width / 2, y: stage.height / 2 }) => setView((v) => zoomAt(v, at, factor, size, stage)),
    moveBy: (dx, dy) => setView((v) => pan(v, dx, dy, size, stage)),
    show: (point) => setView((v) => reveal(v, point, size, stage)),
    whole: () => setView(fit(size, stage)),
  };
}

/** The pen of the stage's canvas with the photo's own pixels as its unit, or undefined before the canvas is there. */
export function stagePen({ canvas, view }: PhotoStage): CanvasRenderingContext2D | undefined {
  const pen = canvas.current?.getContext('2d') ?? undefined;
  const k = view.scale * devicePixelRatio;
  pen?.setTransform(k, 0, 0, k, (0.5 - view.left) * k, (0.5 - view.top) * k);
  return pen;
}

/** Wipes the canvas, at the size that the stage has now. */
export function wipe({ canvas, stage }: PhotoStage): void {
  const node = canvas.current;
  if (node === null) return;
  node.width = Math.max(1, Math.round(stage.width * devicePixelRatio));
  node.height = Math.max(1, Math.round(stage.height * devicePixelRatio));
}

/** What the hand on the stage does: points are pixels of the photo. */
export interface Hand {
  readonly onDown: (point: PointPx) => void;
  readonly onMove: (points: readonly PointPx[]) => void;
  readonly onUp: () => void;
  /** A second finger came: what the first one began was not meant. */
  readonly onCancel: () => void;
}

/** The stage itself. One finger or the mouse does what `hand` does (or moves the photo, where there is no hand); two fingers move and zoom. */
export function StageBox(props: {
  readonly of: PhotoStage;
  readonly hand: Hand | undefined;
  readonly label: string;
  readonly describedBy: string;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onBlur?: () => void;
  /** The photo, in a drawing whose unit is its pixel. */
  readonly children: ReactNode;
  /** Where the keyboard's crosshair is; its ring has the size of the brush, where there is one. */
  readonly cross?: { readonly at: PointPx; readonly radiusPx?: number } | undefined;
}): JSX.Element {
  const { of: photo } = props;
  const { view, stage, size } = photo;
  const pointers = usePointers(photo, props.hand);
  const seen = `${view.left} ${view.top} ${stage.width / view.scale} ${stage.height / view.scale}`;
  const cross = props.cross === undefined ? undefined : toStage(view, props.cross.at);
  return (
    <div
      className={props.hand === undefined ? 'stage stage-move' : 'stage'}
      ref={photo.box}
      role="application"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard paints here
      tabIndex={0}
      aria-label={props.label}
      aria-describedby={props.describedBy}
      onKeyDown={props.onKeyDown}
      onBlur={props.onBlur}
      {...pointers}
    >
      <svg className="stage-photo" viewBox={seen} preserveAspectRatio="none" aria-hidden="true">
        <rect width={size.widthPx} height={size.heightPx} className="stage-ground" />
        {props.children}
      </svg>
      <canvas className="stage-marks" ref={photo.canvas} />
      {cross === undefined ? null : (
        <svg className="stage-cross" viewBox={`0 0 ${stage.width} ${stage.height}`} aria-hidden="true">
          <g transform={`translate(${cross.x} ${cross.y})`}>
            {[true, false].map((below) => (
              <g key={String(below)} className={below ? 'cross-below' : 'cross-above'}>
                <path d="M-14 0h9M5 0h9M0 -14v9M0 5v9" />
                <circle r={Math.max(2, (props.cross?.radiusPx ?? 0) * view.scale)} />
              </g>
            ))}
          </g>
        </svg>
      )}
    </div>
  );
}

type PointerHands = Record<
  'onPointerDown' | 'onPointerMove' | 'onPointerUp' | 'onPointerCancel',
  (event: PointerEvent<HTMLDivElement>) => void
>;

/** Tells the fingers apart: one acts, two pinch, the middle button of a mouse moves. */
function usePointers(photo: PhotoStage, hand: Hand | undefined): PointerHands {
  const fingers = useRef(new Map<number, PointPx>());
  const acting = useRef<number>(undefined);
  const place = (event: { clientX: number; clientY: number }, node: Element): PointPx => {
    const box = node.getBoundingClientRect();
    return { x: event.clientX - box.left - node.clientLeft, y: event.clientY - box.top - node.clientTop };
  };
  const leave = (event: PointerEvent<HTMLDivElement>, end: 'onUp' | 'onCancel') => {
    fingers.current.delete(event.pointerId);
    if (acting.current !== event.pointerId) return;
    acting.current = undefined;
    hand?.[end]();
  };
  return {
    onPointerDown: (event) => {
      event.currentTarget.setPointerCapture(event.pointerId);
      const at = place(event, event.currentTarget);
      fingers.current.set(event.pointerId, at);
      if (fingers.current.size > 1 || event.button !== 0 || hand === undefined) {
        if (acting.current !== undefined) hand?.onCancel();
        acting.current = undefined;
        return;
      }
      acting.current = event.pointerId;
      hand.onDown(toPhoto(photo.view, at));
    },
    onPointerMove: (event) => {
      const before = fingers.current.get(event.pointerId);
      if (before === undefined) return;
      const at = place(event, event.currentTarget);
      fingers.current.set(event.pointerId, at);
      if (acting.current === event.pointerId) {
        const moves = event.nativeEvent.getCoalescedEvents();
        const passed = moves.length === 0 ? [event.nativeEvent] : moves;
        hand?.onMove(passed.map((e) => toPhoto(photo.view, place(e, event.currentTarget))));
        return;
      }
      const other = [...fingers.current].find(([id]) => id !== event.pointerId)?.[1];
      if (other === undefined) {
        photo.moveBy(at.x - before.x, at.y - before.y);
        return;
      }
      const apart = (p: PointPx) => Math.max(1, Math.hypot(p.x - other.x, p.y - other.y));
      photo.zoom(apart(at) / apart(before), { x: (at.x + other.x) / 2, y: (at.y + other.y) / 2 });
      photo.moveBy((at.x - before.x) / 2, (at.y - before.y) / 2);
    },
    onPointerUp: (event) => leave(event, 'onUp'),
    onPointerCancel: (event) => leave(event, 'onCancel'),
  };
}
