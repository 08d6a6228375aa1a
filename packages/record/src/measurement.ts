import * as z from 'zod/mini';
import { estimateSchema } from './quantity.ts';

/** What a photo says and what two photos say, as contracts/examination and comparison have it: the language of imaging. */
const orNull = <T extends z.ZodMiniType>(s: T) => z.nullable(s);

export const photoProblemSchema = z.strictObject({ code: z.string(), says: z.string(), mend: z.string() });
export type PhotoProblem = z.infer<typeof photoProblemSchema>;

export const examinationSchema = z.strictObject({
  /** Name and version of the method: an old photo can be measured again with a newer one. */
  method: z.string(),
  /** Fit to be compared. */
  usable: z.boolean(),
  problems: z.array(photoProblemSchema),
  scale: orNull(z.strictObject({ pxPerMm: z.number(), tiltDegrees: z.number() })),
  colour: orNull(z.strictObject({ residualDeltaE00: z.number() })),
  marks: z.strictObject({
    confidence: z.number(),
    stage: orNull(z.enum(['rubra', 'alba', 'mixed'])),
    areaFraction: orNull(estimateSchema),
    contrastDeltaE00: orNull(estimateSchema),
    deltaL: orNull(estimateSchema),
    deltaA: orNull(estimateSchema),
    deltaB: orNull(estimateSchema),
    widthMm: orNull(estimateSchema),
    areaMm2: orNull(estimateSchema),
    lengthMm: orNull(estimateSchema),
    textureRatio: orNull(estimateSchema),
  }),
  adjacentSkin: orNull(z.strictObject({ L: estimateSchema, a: estimateSchema, b: estimateSchema })),
});
export type Examination = z.infer<typeof examinationSchema>;

export const verdicts = ['less-visible', 'more-visible', 'no-change-detected', 'cannot-tell'] as const;
const quantityChange = orNull(
  z.strictObject({ baseline: estimateSchema, followup: estimateSchema, delta: estimateSchema, smallestRealChange: z.number() }),
);
export const comparisonSchema = z.strictObject({
  method: z.string(),
  comparable: z.boolean(),
  problems: z.array(photoProblemSchema),
  registration: orNull(z.strictObject({ residualPx: z.number(), coverageFraction: z.number(), confidence: z.number() })),
  change: orNull(
    z.strictObject({
      contrastDeltaE00: quantityChange,
      widthMm: quantityChange,
      areaMm2: quantityChange,
      textureRatio: quantityChange,
    }),
  ),
  verdict: z.enum(verdicts),
});
export type Comparison = z.infer<typeof comparisonSchema>;
