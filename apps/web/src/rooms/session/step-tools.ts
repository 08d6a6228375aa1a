import type { SessionEvent } from '@stria/record';

export type Started = Extract<SessionEvent, { step: 'started' }>;

/** How a step writes its event: it resolves true once the entry is on the disk, and only then does the screen move. */
export interface StepTools {
  readonly write: (event: SessionEvent) => Promise<boolean>;
  readonly busy: boolean;
}
