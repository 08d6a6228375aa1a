import { dayOf, fold } from '@stria/record';
import { reportPage } from '@stria/report';
import { readArchive } from '../archive-read.ts';
import type { Command, Input } from '../command.ts';
import { writePdf } from '../print/pdf.ts';
import { type PrintedPhoto, printPhoto } from '../print/photo.ts';
import { refuse, settle } from '../refusal.ts';
import { writeFileWhole } from '../whole-file.ts';

export const report: Command = {
  name: 'report',
  summary: 'the printable report of a record',
  usage: 'stria report ARCHIVE --out FILE.pdf   (STRIA_ARCHIVE_PASSPHRASE where the archive is locked)',
  options: { out: { type: 'string' } },
  positionals: 1,
  run: (input) => settle(() => run(input)),
};

async function run({ positionals, options, settings, now }: Input): Promise<unknown> {
  const path = positionals[0] as string;
  const { out } = options;
  if (typeof out !== 'string') refuse('cli.option-missing', '', 'Name the file to write: --out FILE.pdf.', report.usage);
  const originals = new Map<string, Buffer>();
  const charts = await readArchive(path, settings.archivePassphrase, async (_record, blob, bytes) => {
    originals.set(blob.sha256, bytes);
  });
  const [chart] = charts;
  if (charts.length !== 1 || !chart) {
    refuse(
      'server.archive-not-one-record',
      '',
      `A report is of one record; this archive holds ${charts.length}.`,
      'Export one with: stria export --record ID --format archive --out FILE.',
    );
  }
  const today = fold(chart.entries);
  const photos = new Map<string, PrintedPhoto>();
  for (const { id, body } of today.photos) {
    const bytes = originals.get(body.original.sha256);
    if (bytes) photos.set(id, await printPhoto(bytes, body.orientation));
  }
  const moment = now();
  const page = reportPage(today, { writtenOn: dayOf(moment.getTime(), -moment.getTimezoneOffset()) });
  const { bytes, pages } = await writePdf(page, photos);
  return { ...(await writeFileWhole(out, [bytes])), pages };
}
