import { MARK_COLOUR } from '../../bench/overlay-colour.ts';
import type { BrushStroke, Stroke } from '../../bench/strokes.ts';

const colour = `rgb(${MARK_COLOUR.join(' ')})`;

/**
 * Draws strokes on a canvas whose units are pixels of the photo, (0, 0) the centre of the top-left one. Only for the eye:
 * what is measured is drawn pixel by pixel on the bench.
 */
export function drawStrokes(pen: CanvasRenderingContext2D, strokes: readonly Stroke[], base?: DrawnBase): void {
  const lastClear = strokes.findLastIndex((s) => s.tool === 'clear');
  pen.globalCompositeOperation = 'source-over';
  if (base !== undefined && lastClear < 0) pen.drawImage(base.picture, -0.5, -0.5, base.widthPx, base.heightPx);
  for (const stroke of strokes.slice(lastClear + 1)) if (stroke.tool !== 'clear') drawStroke(pen, stroke, 0);
}

/** An earlier mask as a picture, and the size of the photo that it covers. */
export interface DrawnBase {
  readonly picture: CanvasImageSource;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** One stroke from its nth point on, so that a stroke can be drawn while it is made. */
export function drawStroke(pen: CanvasRenderingContext2D, stroke: BrushStroke, fromPoint: number): void {
  const { path, radiusPx } = stroke;
  pen.globalCompositeOperation = stroke.tool === 'erase' ? 'destination-out' : 'source-over';
  pen.strokeStyle = colour;
  pen.fillStyle = colour;
  if (path.length === 2) {
    pen.beginPath();
    pen.arc(path[0] ?? 0, path[1] ?? 0, radiusPx, 0, 2 * Math.PI);
    pen.fill();
    return;
  }
  pen.lineWidth = radiusPx * 2;
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  pen.beginPath();
  const first = Math.max(0, fromPoint - 1) * 2;
  pen.moveTo(path[first] ?? 0, path[first + 1] ?? 0);
  for (let i = first + 2; i + 1 < path.length; i += 2) pen.lineTo(path[i] ?? 0, path[i + 1] ?? 0);
  pen.stroke();
}
