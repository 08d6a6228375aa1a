import type { Setting } from '@stria/record';

/** The outer bounds of a course, each in this one place: screening, planning, packs, the shelf and the store all read them here. */

/** Days between two sessions, at least. Source: a13, a15, a16, a21, a24. */
export const leastIntervalDays: Record<Setting, number> = { home: 28, professional: 14 };

/** Longest needle at home, mm. Source: b06, b07. */
export const HOME_NEEDLE_LENGTH_MM = 0.5;

/** Directions in which a place is rolled: up and down, across, and the two diagonals. Source: b11. */
export const DIRECTION_COUNT = 4;

/** Passes in each direction, at most; in a clinic as many as one step of a session's record holds. Source: b11, convention. */
export const mostPassesPerDirection: Record<Setting, number> = { home: 4, professional: 15 };

/** Sessions of a course, at most. Source: a08, a30. */
export const MOST_SESSIONS = 6;

/** Alcohol disinfects needles from 60 to 90 %. Source: b30. */
export const disinfects = (percent: number | undefined): boolean => percent !== undefined && percent >= 60 && percent <= 90;
