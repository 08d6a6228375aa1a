/** The colour of painted marks: far from every skin and from every mark, in light and in dark. */
export const MARK_COLOUR = [0, 196, 214] as const;
