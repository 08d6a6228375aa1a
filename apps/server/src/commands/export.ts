import { standingPlan } from '@stria/care';
import { dayOf, fold, type RecordState, uuidSchema } from '@stria/record';
import { toFhir, writeCalendar } from '@stria/report';
import { writeArchive } from '../archive-write.ts';
import { allEntries, listRecords, recordUnknown } from '../charts.ts';
import { type Command, type Input, PlainText } from '../command.ts';
import { openStore } from '../opened-store.ts';
import { refuse, settle } from '../refusal.ts';
import { type Written, writeFileWhole } from '../whole-file.ts';

const formats = ['archive', 'fhir', 'csv', 'ics'] as const;
type Format = (typeof formats)[number];

export const exportCommand: Command = {
  name: 'export',
  summary: 'a record, or all, as a file that opens without stria',
  usage:
    'stria export --record ID|--all --format archive|fhir|ics [--out FILE]   (archive needs --out; locked where STRIA_ARCHIVE_PASSPHRASE is set)',
  options: { record: { type: 'string' }, all: { type: 'boolean' }, format: { type: 'string' }, out: { type: 'string' } },
  positionals: 0,
  run: (input) => settle(() => run(input)),
};

async function run(input: Input): Promise<unknown> {
  const { format, record, out } = readOptions(input);
  const store = await openStore(input.settings);
  try {
    const known = (await listRecords(store)).map((r) => r.id);
    if (record !== undefined && !known.includes(record)) recordUnknown();
    const records = record === undefined ? known : [record];
    if (format === 'archive') return await writeArchive(store, records, out ?? '', input.settings.archivePassphrase);
    const states: RecordState[] = [];
    for (const id of records) states.push(fold(await allEntries(store, id)));
    const now = input.now();
    const text = format === 'fhir' ? `${JSON.stringify(toFhir(states, now.toISOString()))}\n` : calendar(states[0], now);
    return out === undefined ? new PlainText(text) : await writeText(out, text);
  } finally {
    await store.close();
  }
}

function readOptions({ options }: Input): { format: Exclude<Format, 'csv'>; record?: string; out?: string } {
  const { record, all, format, out } = options;
  if ((record === undefined) === (all !== true)) {
    refuse('cli.option-missing', '', 'Say which record: --record with its id, or --all.', exportCommand.usage);
  }
  const known = formats.find((f) => f === format);
  if (known === undefined) {
    refuse('cli.option-invalid', '', `Say the format: --format ${formats.join(', ')}.`, exportCommand.usage);
  }
  if (known === 'csv') {
    refuse('cli.not-built-yet', '', 'The format csv is not built yet.', 'Use --format archive: it holds everything.');
  }
  if (known === 'archive' && typeof out !== 'string') {
    refuse('cli.option-missing', '', 'An archive is a file: name it with --out FILE.', exportCommand.usage);
  }
  if (known === 'ics' && typeof record !== 'string') {
    refuse('cli.option-missing', '', 'A calendar is that of one record: name it with --record.', exportCommand.usage);
  }
  if (typeof record === 'string' && !uuidSchema.safeParse(record).success) {
    refuse('cli.option-invalid', '', 'A record’s id is a UUID in lower case.', 'Check the id.');
  }
  return {
    format: known,
    ...(typeof record === 'string' ? { record } : {}),
    ...(typeof out === 'string' ? { out } : {}),
  };
}

/** The days of the plan as it stands today, in words that name neither body nor treatment. */
function calendar(state: RecordState | undefined, now: Date): string {
  const entry = state?.plan;
  const plan = state && entry && standingPlan(state, dayOf(now.getTime(), entry.offsetMinutes));
  if (!entry || !plan) {
    refuse('server.no-plan', '/record', 'This record holds no plan, so there are no days to export.', 'Make a plan first.');
  }
  return writeCalendar(plan, dayOf(Date.parse(entry.at), entry.offsetMinutes));
}

const writeText = (path: string, text: string): Promise<Written> => writeFileWhole(path, [Buffer.from(text)]);
