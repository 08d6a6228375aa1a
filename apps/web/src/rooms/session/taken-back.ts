import type { Entry, EntryId, EntryOf, SessionEvent } from '@stria/record';

/** The entries of a session that still count, oldest first: those that a correction took back are left out. */
export function countingEntries(entries: readonly Entry[], session: EntryId): EntryOf<'session'>[] {
  const gone = new Set(entries.flatMap((e) => (e.kind === 'correction' && e.body.body === undefined ? [e.body.corrects] : [])));
  return entries.filter(
    (e): e is EntryOf<'session'> & Entry => e.kind === 'session' && e.body.session === session && !gone.has(e.id),
  );
}

/** The newest entry of a session, where it is of that step: what a last tap can take back. */
export function lastOf(
  entries: readonly Entry[],
  session: EntryId,
  step: SessionEvent['step'],
): EntryOf<'session'> | undefined {
  const last = countingEntries(entries, session).at(-1);
  return last?.body.event.step === step ? last : undefined;
}
