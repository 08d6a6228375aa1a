import { ENTRY_VERSION } from './entry.ts';
import { fail, ok, problem, quote, type Result } from './result.ts';

/**
 * Brings an entry that an earlier release wrote up to today's version, one named step a version. A step is never edited
 * once it was released: a chart written years ago must read the same for ever.
 */
type Loose = Record<string, unknown>;

/** entry/1 did not say which clock the author looked at; those entries are read as UTC. */
const toVersion2 = (e: Loose): Loose => ({ ...e, v: 2, offsetMinutes: 0 });

const steps: Record<number, (e: Loose) => Loose> = { 1: toVersion2 };

/** An entry of any known version -> the same entry in today's version, not yet checked against its schema. */
export function upcast(raw: Loose, at: string): Result<Loose> {
  let entry = raw;
  for (;;) {
    const v = entry.v;
    if (v === ENTRY_VERSION) return ok(entry);
    const step = typeof v === 'number' ? steps[v] : undefined;
    if (step === undefined) {
      return fail(
        problem(
          'record.entry-version-unknown',
          `${at}/v`,
          `This entry says version ${quote(String(JSON.stringify(v)))}; this program knows versions 1 to ${ENTRY_VERSION}.`,
          'Open it with the newer program that wrote it, or update this one. Nothing was changed.',
        ),
      );
    }
    entry = step(entry);
  }
}
