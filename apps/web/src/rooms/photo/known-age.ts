import type { Aged } from '@stria/care';
import { parseDay } from '@stria/record';
import { useEffect, useState } from 'react';
import { keep, today, useKeep } from '../../keep/index.ts';

/**
 * The ages that were given: in the answers, and the one that this room asked for. The latter stays on the device beside the
 * chart: a single number is not a set of answers, and as one it would make the questions look answered.
 */
const ROOM = 'photo-age';

export async function knownAges(): Promise<readonly Aged[]> {
  const said = readAged(await keep.readDraft(ROOM));
  // Answers come last: they are the newer word.
  return [...(said === undefined ? [] : [said]), ...keep.view().state.answersHistory.map((a) => a.body)];
}

export const keepAge = (ageYears: number) => keep.saveDraft(ROOM, { asOf: today(), ageYears });

/** The known ages for a screen, and how to read them again; undefined until they were read. */
export function useKnownAges(): readonly [readonly Aged[] | undefined, () => Promise<void>] {
  const { state } = useKeep();
  const [ages, setAges] = useState<readonly Aged[]>();
  const read = async () => setAges(await knownAges());
  // biome-ignore lint/correctness/useExhaustiveDependencies: read anew whenever an answer comes
  useEffect(() => {
    void read();
  }, [state.answersHistory]);
  return [ages, read];
}

function readAged(draft: unknown): Aged | undefined {
  if (typeof draft !== 'object' || draft === null) return undefined;
  const { asOf, ageYears } = draft as Record<string, unknown>;
  const on = typeof asOf === 'string' ? parseDay(asOf) : undefined;
  return on !== undefined && typeof ageYears === 'number' && Number.isInteger(ageYears) ? { asOf: on, ageYears } : undefined;
}
