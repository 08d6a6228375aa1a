import { adviceWords, advise, sayDay, screen, standingAnswers } from '@stria/care';
import { type Day, dayOf, type EntryOf, type RecordState, zoneNames } from '@stria/record';
import { notGone } from './expectations.ts';
import { type Block, heading, list, notAdvice, type Page, paragraph } from './page.ts';
import { progress } from './progress.ts';
import { decisionWords, reasonTable } from './sheet.ts';
import { sayExamination } from './verdict.ts';

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
    ...plan(state),
    ...sessions(state),
    ...checkIns(state),
    ...photos(state),
    ...(state.problems.length > 0 ? [heading(2, 'Could not be read'), ...list(state.problems.map((p) => p.says))] : []),
    paragraph(notGone),
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

function plan(state: RecordState): Block[] {
  const { plan: entry } = state;
  if (!entry) return [];
  const { sessions: planned, photosOn, notes, passesPerDirection } = entry.body;
  return [
    heading(2, 'Plan'),
    {
      type: 'table',
      caption: `Planned sessions, ${passesPerDirection} passes a direction`,
      head: ['Session', 'Day', 'Needle', 'Where'],
      rows: planned.map((s) => [
        String(s.n),
        sayDay(s.on),
        `${s.needleLengthMm} mm`,
        s.zones.map((z) => zoneNames[z]).join(', '),
      ]),
    },
    paragraph(`Photos on ${photosOn.map(sayDay).join('; ')}.`),
    ...list(notes),
  ];
}

const stateWords = { open: 'not finished', closed: 'checklist complete', 'broken-off': 'broken off' } as const;

function sessions(state: RecordState): Block[] {
  if (state.sessions.length === 0) return [];
  return [
    heading(2, 'Sessions'),
    {
      type: 'table',
      caption: 'What was done',
      head: ['Day', 'Where', 'Needle', 'Passes', 'Aftercare', 'State'],
      rows: state.sessions.map((s) => {
        const passes = s.events.reduce((sum, { event: e }) => sum + (e.step === 'passes-done' ? e.passes : 0), 0);
        const declined = s.events.map((e) => e.event).find((e) => e.step === 'aftercare-declined');
        const started = s.events.some((e) => e.event.step === 'aftercare-started');
        return [
          sayDay(dayOf(Date.parse(s.startedAt), 0)),
          s.started?.zones.map((z) => zoneNames[z]).join(', ') ?? 'not recorded',
          s.started ? `${s.started.device}, ${s.started.needleLengthMm} mm` : 'not recorded',
          String(passes),
          started ? 'started' : declined ? `declined: ${declined.reason}` : 'not recorded',
          stateWords[s.state],
        ];
      }),
    },
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
