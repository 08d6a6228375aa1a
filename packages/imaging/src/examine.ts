import { type Estimate, type Examination, fail, ok, problem, type Result } from '@stria/record';
import { calibrate } from './calibrate.ts';
import { extentOf, stageOf } from './extent.ts';
import { confidenceOf, faultsOf } from './faults.ts';
import { type FramePose, findFrame } from './fiducial.ts';
import { type Glance, glanceAt } from './glance.ts';
import { contrastOf, placesOf } from './measure.ts';
import { METHOD, SCALE_SHARE } from './method.ts';
import type { ColourSpace } from './photo.ts';
import { photoProblem, unusable } from './quality.ts';
import { MARK_ABOVE, type Mask, type Raster } from './raster.ts';
import { type Sheet, sheetOfPhoto, sheetOfWindow } from './sheet.ts';

export interface ExamineInput {
  /** The upright photo, samples as stored (no colour conversion). */
  readonly raster: Raster;
  /** Marks confirmed by hand, of the size of the upright photo. */
  readonly mask: Mask;
  readonly colourSpace: ColourSpace;
  /** What the person says of the scale; a frame in view beats it. */
  readonly scale?: { readonly pxPerMm: number };
  /** What the person measured of the printed bar of 50 mm. */
  readonly checkBarMm?: number;
}

export interface Examined {
  readonly examination: Examination;
  /** Where the frame lies in the photo, or null where none was found. */
  readonly frame: FramePose | null;
}

/**
 * What one photo says of the marks that a person painted on it. Problems: imaging.mask-size, imaging.mask-empty,
 * imaging.scale-invalid, imaging.print-scale-off. A poor photo is an answer: its faults stand in the examination.
 */
export function examine(input: ExamineInput): Result<Examined> {
  const refusal = refuse(input);
  if (refusal) return refusal;
  const found = findFrame(input.raster, input.checkBarMm === undefined ? {} : { checkBarMm: input.checkBarMm });
  if (!found.ok) return found;
  const frame = found.value;
  const glance = glanceAt(input.mask);
  const calibration = frame ? calibrate(input.raster, frame) : undefined;
  const sheet = frame
    ? sheetOfWindow(input.raster, input.mask, frame, input.colourSpace, calibration)
    : sheetAroundMarks(input, glance);
  const places = placesOf(sheet);
  const contrast = contrastOf(sheet, places, calibration);
  const extent = extentOf(sheet, places, scaleShare(input, frame));
  const inMm = frame !== null || input.scale !== undefined;
  const faults = faultsOf({ ...input, inMm, glance, frame, calibration, sheet, places, contrast, extent });
  const confidence = contrast ? confidenceOf(contrast) : 0;
  const seen = places.inside.includes(1);
  const mm = (e: Estimate): Estimate | null => (inMm && seen ? e : null);
  return ok({
    frame,
    examination: {
      method: METHOD,
      usable: !faults.some((f) => unusable.has(f)),
      problems: faults.map(photoProblem),
      scale: frame
        ? { pxPerMm: frame.pxPerMm, tiltDegrees: frame.tiltDegrees }
        : input.scale
          ? { pxPerMm: input.scale.pxPerMm, tiltDegrees: 0 }
          : null,
      colour: calibration ? { residualDeltaE00: calibration.residualDeltaE00 } : null,
      marks: {
        confidence,
        stage: contrast ? stageOf(sheet, places, contrast.planes, contrast.skin) : null,
        areaFraction: seen ? extent.areaFraction : null,
        contrastDeltaE00: contrast?.contrastDeltaE00 ?? null,
        deltaL: contrast?.deltaL ?? null,
        deltaA: contrast?.deltaA ?? null,
        deltaB: contrast?.deltaB ?? null,
        widthMm: mm(extent.width),
        areaMm2: mm(extent.area),
        lengthMm: mm(extent.length),
        textureRatio: null,
      },
      adjacentSkin: contrast?.adjacentSkin ?? null,
    },
  });
}

function refuse({ raster, mask, scale }: ExamineInput) {
  if (mask.widthPx !== raster.widthPx || mask.heightPx !== raster.heightPx) {
    return fail(
      problem(
        'imaging.mask-size',
        '/mask',
        `The mask has ${mask.widthPx} x ${mask.heightPx} pixels, the upright photo ${raster.widthPx} x ${raster.heightPx}.`,
        'Paint the mask on the photo as it stands upright, in its full size.',
      ),
    );
  }
  if (scale !== undefined && !(scale.pxPerMm >= 0.5 && scale.pxPerMm <= 500)) {
    return fail(
      problem(
        'imaging.scale-invalid',
        '/scale/pxPerMm',
        'A scale lies between 0.5 and 500 pixels per millimetre.',
        'Measure it again.',
      ),
    );
  }
  for (let i = 0; i < mask.data.length; i++) if ((mask.data[i] as number) > MARK_ABOVE) return undefined;
  return fail(
    problem(
      'imaging.mask-empty',
      '/mask',
      'No mark is painted on the mask.',
      'Paint the marks white (255) on black, then measure again.',
    ),
  );
}

function scaleShare({ checkBarMm }: ExamineInput, frame: FramePose | null): number {
  if (!frame) return SCALE_SHARE.stated;
  return checkBarMm === undefined ? SCALE_SHARE.printed : SCALE_SHARE.barMeasured;
}

const MOST_CELLS = 1_500_000;
/** So much skin around the marks is taken along: the ring of 4 and what evens out the light. */
const MARGIN = 8;

/** The neighbourhood of the marks at about 5 cells a millimetre; without a scale a mark's typical width counts as 3 units. */
function sheetAroundMarks({ raster, mask, colourSpace, scale }: ExamineInput, { box, widthPx }: Glance): Sheet {
  const unitPx = scale ? scale.pxPerMm : widthPx / 3;
  const margin = Math.ceil(MARGIN * unitPx);
  const x = Math.max(0, box.x - margin);
  const y = Math.max(0, box.y - margin);
  const width = Math.min(raster.widthPx, box.x + box.width + margin) - x;
  const height = Math.min(raster.heightPx, box.y + box.height + margin) - y;
  const fine = Math.max(1, Math.floor(Math.min(unitPx / 5, widthPx / 6)));
  const k = Math.max(fine, Math.ceil(Math.sqrt((width * height) / MOST_CELLS)));
  return sheetOfPhoto(raster, mask, colourSpace, k, unitPx, { x, y, width, height });
}
