import type { Zone } from '@stria/record';

/**
 * A body drawn from a few plain curves, without face, hair, age or sex, on a field of 200 by 430. Only the left half is
 * drawn; what `mirrored` says stands on both sides.
 */
export type View = 'front' | 'back';

export interface Shape {
  readonly zone: Zone;
  readonly d: string;
  readonly mirrored: boolean;
}

const ellipse = (cx: number, cy: number, rx: number, ry: number): string =>
  `M${cx - rx} ${cy}a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0Z`;

/** The outline of the body; each piece is filled alike, so that they read as one. */
export const outline: readonly { readonly d: string; readonly mirrored: boolean }[] = [
  { d: ellipse(100, 33, 20, 25), mirrored: false },
  { d: 'M89 50H111V80H89Z', mirrored: false },
  { d: 'M100 72L80 78Q54 84 51 102L62 152Q66 178 61 202Q53 224 56 246L100 264Z', mirrored: true },
  { d: 'M52 90Q37 112 33 160Q27 196 20 228L37 233Q46 198 51 166Q58 138 63 112Z', mirrored: true },
  { d: ellipse(27, 241, 10, 15), mirrored: true },
  { d: 'M56 240Q48 288 59 326Q54 362 63 406H82Q89 364 87 330Q97 292 100 258Z', mirrored: true },
  { d: ellipse(70, 413, 15, 9), mirrored: true },
];

const limbs: readonly Shape[] = [
  { zone: 'shoulder', d: 'M80 79Q55 85 51 100L67 103L79 90Z', mirrored: true },
  { zone: 'upper-arm', d: 'M48 103L60 112Q54 138 50 161L34 158Q37 124 48 103Z', mirrored: true },
  { zone: 'forearm', d: 'M33 166L50 168Q45 198 37 227L22 223Q29 196 33 166Z', mirrored: true },
  { zone: 'hand', d: ellipse(27, 241, 9, 14), mirrored: true },
  { zone: 'foot', d: ellipse(70, 413, 14, 8), mirrored: true },
  { zone: 'thigh-outer', d: 'M56 252L65 255L66 308L60 318Q51 284 56 252Z', mirrored: true },
  { zone: 'thigh-inner', d: 'M86 266L98 270Q95 294 87 316L83 308Z', mirrored: true },
  { zone: 'neck', d: 'M90 58H110V76H90Z', mirrored: false },
];

export const shapes: Record<View, readonly Shape[]> = {
  front: [
    ...limbs,
    { zone: 'scalp', d: 'M80 30A20 24 0 0 1 120 30Q100 14 80 30Z', mirrored: false },
    { zone: 'face', d: ellipse(100, 38, 16, 17), mirrored: false },
    { zone: 'eyelid', d: ellipse(93, 34, 5, 3), mirrored: true },
    { zone: 'lips', d: ellipse(100, 47, 6, 3), mirrored: false },
    { zone: 'chest', d: 'M82 84H118L125 108H75Z', mirrored: false },
    { zone: 'breast', d: ellipse(83, 125, 15, 15), mirrored: true },
    { zone: 'nipple-areola', d: ellipse(83, 127, 5, 5), mirrored: true },
    { zone: 'armpit', d: ellipse(62, 116, 5, 10), mirrored: true },
    { zone: 'abdomen-upper', d: 'M76 144H124L123 180H77Z', mirrored: false },
    { zone: 'abdomen-lower', d: 'M77 184H123L126 214Q114 234 100 238Q86 234 74 214Z', mirrored: false },
    { zone: 'navel', d: ellipse(100, 188, 5, 5), mirrored: false },
    { zone: 'flank', d: 'M62 146L73 146L73 206L61 204Q66 178 62 146Z', mirrored: true },
    { zone: 'hip', d: 'M61 208L72 212L68 248L56 247Q53 226 61 208Z', mirrored: true },
    { zone: 'groin', d: 'M73 222L95 243L92 254L70 246Z', mirrored: true },
    { zone: 'genitals', d: ellipse(100, 252, 5, 9), mirrored: false },
    { zone: 'thigh-front', d: 'M68 256L84 262L81 308L68 308Z', mirrored: true },
    { zone: 'knee', d: ellipse(73, 330, 13, 15), mirrored: true },
  ],
  back: [
    ...limbs,
    { zone: 'scalp', d: ellipse(100, 30, 18, 21), mirrored: false },
    { zone: 'upper-back', d: 'M82 86H118L129 150H71Z', mirrored: false },
    { zone: 'lower-back', d: 'M75 154H125L126 206H74Z', mirrored: false },
    { zone: 'flank', d: 'M62 148L71 152L71 206L61 204Q66 178 62 148Z', mirrored: true },
    { zone: 'hip', d: 'M61 208L70 210L64 248L56 247Q53 226 61 208Z', mirrored: true },
    { zone: 'buttock', d: ellipse(83, 232, 15, 21), mirrored: true },
    { zone: 'thigh-back', d: 'M68 257L84 262L81 308L68 308Z', mirrored: true },
    { zone: 'calf', d: ellipse(73, 362, 12, 28), mirrored: true },
  ],
};
