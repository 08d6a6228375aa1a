import type { SizePx } from '../../bench/strokes.ts';
import type { PointPx } from './ruler.ts';

/** What part of the upright photo a stage shows. Lengths of the stage are CSS pixels. */
export interface View {
  /** CSS pixels that one pixel of the photo takes. */
  readonly scale: number;
  /** The photo's edge coordinates (0 is the left edge of the first pixel) at the stage's top-left corner. */
  readonly left: number;
  readonly top: number;
}
export interface Stage {
  readonly width: number;
  readonly height: number;
}

/** Zoomed in so far that one pixel of the photo is this large: nothing more is to be seen beyond. */
const LARGEST_PIXEL = 6;

export function fit(photo: SizePx, stage: Stage): View {
  const scale = Math.min(stage.width / photo.widthPx, stage.height / photo.heightPx);
  return centre({ scale, left: 0, top: 0 }, photo, stage);
}

/** Zooms by a factor and keeps the place under `at` (on the stage) where it is. */
export function zoomAt(view: View, at: PointPx, factor: number, photo: SizePx, stage: Stage): View {
  const least = fit(photo, stage).scale;
  const scale = Math.min(Math.max(view.scale * factor, least), Math.max(LARGEST_PIXEL, least));
  const left = view.left + at.x / view.scale - at.x / scale;
  const top = view.top + at.y / view.scale - at.y / scale;
  return centre({ scale, left, top }, photo, stage);
}

/** Moves the photo with the hand: `dx`, `dy` in CSS pixels. */
export const pan = (view: View, dx: number, dy: number, photo: SizePx, stage: Stage): View =>
  centre({ ...view, left: view.left - dx / view.scale, top: view.top - dy / view.scale }, photo, stage);

/** Moves the view just so far that a point of the photo is on the stage, with some room around it. */
export function reveal(view: View, point: PointPx, photo: SizePx, stage: Stage): View {
  const at = toStage(view, point);
  const margin = Math.min(24, stage.width / 4, stage.height / 4);
  const dx = at.x < margin ? margin - at.x : at.x > stage.width - margin ? stage.width - margin - at.x : 0;
  const dy = at.y < margin ? margin - at.y : at.y > stage.height - margin ? stage.height - margin - at.y : 0;
  return dx === 0 && dy === 0 ? view : pan(view, dx, dy, photo, stage);
}

/** From the stage to the photo's pixels, (0, 0) the centre of the top-left one. */
export const toPhoto = (view: View, at: PointPx): PointPx => ({
  x: view.left + at.x / view.scale - 0.5,
  y: view.top + at.y / view.scale - 0.5,
});

export const toStage = (view: View, point: PointPx): PointPx => ({
  x: (point.x + 0.5 - view.left) * view.scale,
  y: (point.y + 0.5 - view.top) * view.scale,
});

/** No empty stage beside a photo that could fill it: a side that fits is centred, a larger one stays within its edges. */
function centre(view: View, photo: SizePx, stage: Stage): View {
  const along = (start: number, whole: number, room: number): number => {
    const seen = room / view.scale;
    return seen >= whole ? (whole - seen) / 2 : Math.min(Math.max(start, 0), whole - seen);
  };
  return {
    scale: view.scale,
    left: along(view.left, photo.widthPx, stage.width),
    top: along(view.top, photo.heightPx, stage.height),
  };
}
