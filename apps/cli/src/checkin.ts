import { advise } from '@stria/care';
import { ok, parseCheckInReport } from '@stria/record';
import { type Command, readJsonFileAs } from './command.ts';

/** `stria checkin REPORT`: how the skin is doing -> what to do. */
export const checkinCommand: Command = {
  name: 'checkin',
  summary: 'how the skin is doing after a session -> what to do',
  usage: 'stria checkin REPORT   (a file of symptoms as JSON, or - for standard input) prints the advice.',
  options: {},
  positionals: 1,
  async run({ positionals: [path = '-'] }) {
    const report = await readJsonFileAs(path, (value) => parseCheckInReport(value));
    return report.ok ? ok({ json: advise(report.value) }) : report;
  },
};
