import { v7 } from 'uuid';

/** A new identity (UUIDv7: ordered by its instant, else random). The app's only use of chance. */
export const newId = (epochMs: number): string => v7({ msecs: epochMs });
