import { answerOf, type Question } from '@stria/care';
import type { Answers } from '@stria/record';
import { NOT_ANSWERED, sayAnswers } from '@stria/report';
import type { JSX } from 'react';
import { Link } from 'react-router';
import { Button } from '../../parts/button.tsx';
import { ErrorNotice } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { asked, type Draft, nextUnanswered } from './draft.ts';
import { useHandIn } from './hand-in.ts';

/** All answers on one page, each with a way to change it, before they go into the chart. */
export function Review({
  draft,
  onHandedIn,
}: {
  readonly draft: Draft;
  readonly onHandedIn: () => Promise<void>;
}): JSX.Element {
  const { busy, problems, handIn } = useHandIn(draft, onHandedIn);
  const open = nextUnanswered(draft);
  const words = answersInWords(draft.answers);
  return (
    <Page
      title="Look at your answers"
      back={{ to: '/start', label: 'May I?' }}
      lead="Change what is not right. Then see what the rules say."
    >
      <dl className="pairs card">
        {asked(draft.answers).map((q) => (
          <div key={q.id}>
            <dt>{q.title}</dt>
            <dd>{draft.done.includes(q.id) ? words(q) : 'Not answered yet'}</dd>
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
          onPress={handIn}
          waitsFor={open === undefined ? undefined : `One question is still open: “${open.title}”`}
        >
          These are my answers
        </Button>
      </div>
    </Page>
  );
}

/** An answer in words; “I do not know” in the words of the question itself. */
function answersInWords(answers: Answers): (q: Question) => string {
  const said = new Map(sayAnswers(answers).map((a) => [a.id, a.answer]));
  return (q) => (answerOf(q, answers) === undefined && q.notSure ? q.notSure.label : (said.get(q.id) ?? NOT_ANSWERED));
}
