import type { EntryId, Result, SessionEvent } from '@stria/record';

export type Started = Extract<SessionEvent, { step: 'started' }>;

/** How a step writes its event: it resolves true once the entry is on the disk, and only then does the screen move. */
export interface StepTools {
  /**
   * Writes the step, if no other window has gone on meanwhile. `first` is done before it, so that what belongs to the step
   * cannot be missing once the step is there.
   */
  readonly write: (event: SessionEvent, first?: () => Promise<Result<unknown>>) => Promise<boolean>;
  /** Takes an entry of this session back; it stays readable in the chart. */
  readonly takeBack: (entry: EntryId, reason: string) => Promise<boolean>;
  /** Takes a start back that lies in the future of a clock that was set back, and starts anew. */
  readonly restart: (wrong: EntryId | undefined, event: SessionEvent) => Promise<boolean>;
  readonly busy: boolean;
}
