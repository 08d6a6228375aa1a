/** Numbers: seeded chance, small statistics, small algebra. Nothing here knows what is measured. */
export * from './linear.ts';
export * from './rng.ts';
export * from './stats.ts';
