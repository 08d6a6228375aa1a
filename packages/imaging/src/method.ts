/** Name and version of the way of measuring: stands in every examination, so that an old photo can be measured again by a newer one. */
export const METHOD = 'stria-imaging 1';

/**
 * How sure the edge of a mark is that a person painted or confirmed, on each side: a brush follows it to a few tenths of a
 * millimetre, and two people do not paint the same. Source: convention.
 */
export const EDGE_SD_MM = 0.15;
/** The same where the photo is coarse: no edge is surer than this. Source: convention. */
export const EDGE_SD_PX = 0.75;

/**
 * Without a frame nobody knows how bright the photo is and how its phone bent the tones: the contrast is uncertain by this
 * share of itself. L* grows with the cube root of light, so an exposure that is off by a quarter moves a difference of L* by a
 * third of that, 8 %. Two photos are put beside the same skin first, and only the remainder counts. Source: convention.
 */
export const UNCALIBRATED_SHARE = 0.08;
/**
 * Burnt-out cells are left out, and they are the brightest ones: were all of them burnt, the contrast would be off by about this
 * share. Source: convention (real photos made brighter in steps: off by 17 % with 58 % burnt).
 */
export const BURNT_SHARE = 0.3;
/** And the skin's own colour by this much, L*, a*, b*: exposure and white balance are the phone's guess. Source: convention. */
export const UNCALIBRATED_SKIN_SD = { L: 8, a: 5, b: 6 } as const;
/** A printed patch is this far from its nominal colour on a home printer. Source: convention (peers' generator, sd 4 a patch, many patches). */
export const PRINT_COLOUR_SD = 1.2;

/**
 * The skin itself differs from day to day (blood, sun, mottle): the drawn contrast of the same marks varies by this between
 * visits with nothing done to them, DeltaE00. Source: convention (generated pairs without change).
 */
export const BETWEEN_VISITS_SD = 0.15;
/** Share by which the area in view varies between two shots that are not laid on each other. Source: convention (generated pairs: 1.3 to 2.7 %). */
export const FRAMING_AREA_SHARE = 0.04;
/** Share by which a scale is off that a person states; by which a print is off whose bar nobody measured; and whose bar was. Source: convention. */
export const SCALE_SHARE = { stated: 0.05, printed: 0.02, barMeasured: 0.005 } as const;
