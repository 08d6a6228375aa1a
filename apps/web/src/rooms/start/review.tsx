import { answerOf, type Option, type Question, validateAnswers } from '@stria/care';
import { type Answers, fail } from '@stria/record';
import type { JSX } from 'react';
import { Link, useNavigate } from 'react-router';
import { keep, today, useAct } from '../../keep/index.ts';
import { Button } from '../../parts/button.tsx';
import { dayWithYear } from '../../parts/day-words.ts';
import { ErrorNotice } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { asked, type Draft, handIn, nextUnanswered } from './draft.ts';

/** All answers on one page, each with a way to change it, before they go into the chart. */
export function Review({
  draft,
  onHandedIn,
}: {
  readonly draft: Draft;
  readonly onHandedIn: () => Promise<void>;
}): JSX.Element {
  const { busy, problems, run } = useAct();
  const navigate = useNavigate();
  const open = nextUnanswered(draft);
  const save = async () => {
    const saved = await run(async () => {
      const answers = handIn(draft, today());
      const [first, ...more] = validateAnswers(answers);
      return first === undefined ? keep.append('answers', answers) : fail(first, ...more);
    });
    if (!saved) return;
    await onHandedIn();
    await navigate('/start/verdict');
  };
  return (
    <Page
      title="Look at your answers"
      back={{ to: '/start', label: 'May I?' }}
      lead="Change what is not right. When they are as it is, see what the rules say."
    >
      <dl className="pairs card">
        {asked(draft.answers).map((q) => (
          <div key={q.id}>
            <dt>{q.title}</dt>
            <dd>{draft.done.includes(q.id) ? sayAnswer(q, draft.answers) : 'Not answered yet'}</dd>
            <dd className="pair-change">
              <Link to={`/start/questions/${q.id}?change`}>
                Change <span className="hidden-text">{q.title}</span>
              </Link>
            </dd>
          </div>
        ))}
      </dl>
      <ErrorNotice
        problems={problems}
        kept="Your answers are kept as they stand here; only the chart does not have them yet."
      />
      <div className="actions">
        <Button
          busy={busy}
          onPress={save}
          waitsFor={open === undefined ? undefined : `One question is still open: “${open.title}”`}
        >
          These are my answers
        </Button>
      </div>
    </Page>
  );
}

/** An answer in words; “I do not know” in the words of the question itself. */
function sayAnswer(question: Question, answers: Answers): string {
  const value = answerOf(question, answers);
  const { answering, notSure } = question;
  if (value === undefined) return notSure?.label ?? 'Not answered';
  const name = (options: readonly Option[], v: string): string =>
    options.find((o) => o.value === v)?.label ?? notSure?.label ?? v;
  switch (answering.kind) {
    case 'choice':
      return name(answering.options, String(value));
    case 'yes-no':
      return value === true ? 'Yes' : 'No';
    case 'number':
      return `${String(value)} ${answering.unit}`;
    case 'checklist':
    case 'zones': {
      const list = value as readonly string[];
      return list.length === 0 ? 'None of these' : list.map((v) => name(answering.options, v)).join('; ');
    }
    case 'medicines': {
      const list = answers.medicines ?? [];
      return list.length === 0
        ? answering.none
        : list.map((m) => `${name(answering.options, m.kind)} (${medicineWhen(m)})`).join('; ');
    }
    case 'procedures': {
      const list = answers.recentProcedures ?? [];
      return list.length === 0
        ? answering.none
        : list.map((p) => `${name(answering.options, p.kind)} (${dayWithYear(p.on)})`).join('; ');
    }
    case 'needle': {
      const needle = answers.needle;
      if (needle === undefined) return notSure?.label ?? 'Not answered';
      const shared = needle.usedByAnotherPerson === true ? ', used by another person' : '';
      return `${name(answering.options, needle.device)}, ${needle.lengthMm} mm${shared}`;
    }
  }
}

function medicineWhen(m: NonNullable<Answers['medicines']>[number]): string {
  if (m.status === 'current') return 'now';
  return m.lastTaken === undefined ? 'stopped, day not known' : `stopped, last on ${dayWithYear(m.lastTaken)}`;
}
