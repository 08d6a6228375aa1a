import { adviceWords, advise, sayDay, screen, standingAnswers, standingPlan } from '@stria/care';
import { type Day, dayOf, type EntryOf, type RecordState, zoneNames } from '@stria/record';
import { notGone } from './expectations.ts';
import { journalBlocks } from './journal.ts';
import { type Block, heading, list, notAdvice, type Page, paragraph } from './page.ts';
import { progress } from './progress.ts';
import { sessionBlocks } from './sessions.ts';
import { decisionWords, reasonTable } from './sheet.ts';
import { sayExamination } from './verdict.ts';

/** Stands in every report. */
const nothingPromised = 'Nothing in this report promises a result. Skin differs, and no change is an answer too.';

/**
 * The printable report of a chart: where the person stands, what was done, what the photos say with their errors. The verdict
 * of the rules is computed here and now, from the answers that stand.
 */
export function reportPage(state: RecordState, report: { readonly writtenOn: Day }): Page {
  const blocks: Block[] = [
    heading(1, 'Report'),
    paragraph(`${state.alias ?? 'This chart has no name'}. Written on ${sayDay(report.writtenOn)}.`),
    ...(state.invented ? [paragraph('This person is invented, for tests and demonstration.', 'strong')] : []),
    ...standing(state),
    ...rules(state),
    ...journalBlocks(state),
    ...plan(state, report.writtenOn),
    ...sessionBlocks(state),
    ...checkIns(state),
    ...photos(state),
    ...(state.problems.length > 0 ? [heading(2, 'Could not be read'), ...list(state.problems.map((p) => p.says))] : []),
    paragraph(notGone),
    paragraph(nothingPromised),
    paragraph(notAdvice, 'small'),
  ];
  return { title: 'Report', language: 'en', writtenOn: report.writtenOn, blocks };
}

/** Photos and bother side by side, never merged. */
function standing(state: RecordState): Block[] {
  const { sentence, comparison, bother } = progress(state);
  return [
    heading(2, 'Where things stand'),
    heading(3, 'What the photos say'),
    paragraph(sentence, 'strong'),
    ...list(comparison?.sentences ?? []),
    heading(3, 'What the person says'),
    paragraph(bother?.says ?? 'How much the marks bother the person was not written down.'),
  ];
}

function rules(state: RecordState): Block[] {
  const answers = standingAnswers(state);
  if (!answers) return [heading(2, 'Screening'), paragraph('The questions have not been answered.')];
  const verdict = screen(answers);
  const causes = answers.marks?.causes;
  return [
    heading(2, 'Screening'),
    paragraph(`${decisionWords[verdict.decision][answers.setting]} Judged for ${sayDay(answers.asOf)}.`),
    ...(causes?.includes('unknown') ? [paragraph('Cause not known.')] : []),
    ...reasonTable(verdict.reasons),
  ];
}

/** The plan as it stands on the day of the report: what was late or paused has moved it. */
function plan(state: RecordState, on: Day): Block[] {
  const { plan: entry } = state;
  const standing = standingPlan(state, on);
  if (!entry || !standing) return [];
  const { notes, passesPerDirection } = entry.body;
  const stateWords = { done: 'done', next: 'next', later: 'planned' } as const;
  return [
    heading(2, 'Plan'),
    {
      type: 'table',
      caption: `Sessions, ${passesPerDirection} passes a direction`,
      head: ['Session', 'Day', 'State', 'Needle', 'Where'],
      rows: standing.sessions.map((s) => [
        String(s.n),
        sayDay(s.on),
        stateWords[s.state],
        `${s.needleLengthMm} mm`,
        s.zones.map((z) => zoneNames[z]).join(', '),
      ]),
    },
    ...(standing.says === undefined ? [] : [paragraph(standing.says)]),
    paragraph(`Photos on ${standing.photosOn.map(sayDay).join('; ')}.`),
    ...list(notes),
  ];
}

/** The advice is computed again from each report, by the rules of today. */
function checkIns(state: RecordState): Block[] {
  if (state.checkIns.length === 0) return [];
  const row = ({ at, offsetMinutes, body }: EntryOf<'check-in'>): string[] => {
    const { advice, reasons } = advise(body.report);
    return [
      sayDay(dayOf(Date.parse(at), offsetMinutes)),
      `${body.report.hoursSinceSession} h`,
      adviceWords[advice].title,
      reasons.map((r) => r.says).join(' '),
    ];
  };
  return [
    heading(2, 'Check-ins'),
    { type: 'table', caption: 'How the skin was', head: ['Day', 'After', 'Advice', 'Why'], rows: state.checkIns.map(row) },
  ];
}

function photos(state: RecordState): Block[] {
  if (state.photos.length === 0) return [];
  const measured = new Map(
    state.measurements.flatMap(({ body }) => (body.of === 'photo' ? [[body.photo, body.examination] as const] : [])),
  );
  return [
    heading(2, 'Photos'),
    ...state.photos.flatMap((p): Block[] => {
      const examination = measured.get(p.id);
      const said = examination ? sayExamination(examination) : undefined;
      const caption = `${zoneNames[p.body.zone]}, ${sayDay(p.body.takenOn)}, ${p.body.purpose}`;
      return [
        { type: 'photo', photo: p.id, sha256: p.body.original.sha256, caption },
        ...(said ? [paragraph(said.headline), ...list(said.sentences)] : [paragraph('Not measured.')]),
      ];
    }),
  ];
}
