import { uuidSchema } from '@stria/record';
import { writeArchive } from '../archive-write.ts';
import { listRecords, recordUnknown } from '../charts.ts';
import type { Command, Input } from '../command.ts';
import { openStore } from '../opened-store.ts';
import { refuse, settle } from '../refusal.ts';

const formats = ['archive', 'fhir', 'csv', 'ics'] as const;

export const exportCommand: Command = {
  name: 'export',
  summary: 'a record, or all, as a file that opens without stria',
  usage: 'stria export --record ID|--all --format archive --out FILE   (locked where STRIA_ARCHIVE_PASSPHRASE is set)',
  options: { record: { type: 'string' }, all: { type: 'boolean' }, format: { type: 'string' }, out: { type: 'string' } },
  positionals: 0,
  run: (input) => settle(() => run(input)),
};

async function run({ options, settings }: Input): Promise<unknown> {
  const { record, all, format, out } = options;
  if ((record === undefined) === (all !== true)) {
    refuse('cli.option-missing', '', 'Say which record: --record with its id, or --all.', exportCommand.usage);
  }
  if (!formats.some((f) => f === format)) {
    refuse('cli.option-invalid', '', 'Say the format: --format archive.', exportCommand.usage);
  }
  if (format !== 'archive') {
    refuse('cli.not-built-yet', '', `The format ${String(format)} is not built yet.`, 'Use --format archive.');
  }
  if (typeof out !== 'string') {
    refuse('cli.option-missing', '', 'An archive is a file: name it with --out FILE.', exportCommand.usage);
  }
  if (typeof record === 'string' && !uuidSchema.safeParse(record).success) {
    refuse('cli.option-invalid', '', 'A record’s id is a UUID in lower case.', 'Check the id.');
  }
  const store = await openStore(settings);
  try {
    const known = (await listRecords(store)).map((r) => r.id);
    if (typeof record === 'string' && !known.includes(record)) recordUnknown();
    return await writeArchive(store, typeof record === 'string' ? [record] : known, out, settings.archivePassphrase);
  } finally {
    await store.close();
  }
}
