import { screen } from '@stria/care';
import type { EntryOf, RecordState } from '@stria/record';
import { NOT_ANSWERED, sayAnswers } from '@stria/report';
import type { JSX } from 'react';
import { useKeep } from '../../keep/index.ts';
import { ButtonLink } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { dayWithYear } from '../../parts/day-words.ts';
import { Page } from '../../parts/page.tsx';
import { decisionTitle, levelTone } from '../verdict-words.ts';

/** All answers that were ever handed in, newest first: when, what changed, and what the rules say to them. */
export function History(): JSX.Element {
  const { state } = useKeep();
  const sets = state.answersHistory.map((entry, i) => ({ entry, before: state.answersHistory[i - 1] })).reverse();
  return (
    <Page
      title="Your answers over time"
      back={{ to: '/start', label: 'May I?' }}
      lead={
        sets.length === 0
          ? 'There are no answers yet.'
          : 'Nothing is overwritten. Each verdict is worked out anew, with the rules of today.'
      }
    >
      {sets.map(({ entry, before }) => (
        <AnswerSet key={entry.id} entry={entry} before={before} state={state} />
      ))}
      <div className="actions">
        <ButtonLink to={sets.length === 0 ? '/start/questions' : '/start/questions/review'}>
          {sets.length === 0 ? 'Answer the questions' : 'Change an answer'}
        </ButtonLink>
      </div>
    </Page>
  );
}

type Answered = EntryOf<'answers'>;

function AnswerSet(props: {
  readonly entry: Answered;
  readonly before: Answered | undefined;
  readonly state: RecordState;
}): JSX.Element {
  const { entry, before } = props;
  const decision = decisionThen(entry, props.state);
  const changes = before === undefined ? undefined : changesBetween(before, entry);
  return (
    <Card title={dayWithYear(entry.body.asOf)}>
      <p>
        <span className={`tag tone-${levelTone[decision === 'go' ? 'notice' : decision]}`}>{decisionTitle[decision]}</span>
      </p>
      {changes === undefined ? (
        <p className="soft">The first answers.</p>
      ) : changes.length === 0 ? (
        <p className="soft">Nothing changed.</p>
      ) : (
        <dl className="pairs">
          {changes.map((c) => (
            <div key={c.question}>
              <dt>{c.question}</dt>
              <dd>
                <s className="soft">{c.from}</s> <span aria-hidden="true">→</span> <span className="hidden-text">now</span>{' '}
                {c.to}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Card>
  );
}

/** With the doctor's word where it had been noted by then. */
function decisionThen(entry: Answered, { consult }: RecordState): ReturnType<typeof screen>['decision'] {
  const { consult: _inAnswers, ...answers } = entry.body;
  if (consult === undefined || consult.at > entry.at) return screen(answers).decision;
  const { on, outcome, needleLengthMmMax } = consult.body;
  return screen({ ...answers, consult: { on, outcome, ...(needleLengthMmMax === undefined ? {} : { needleLengthMmMax }) } })
    .decision;
}

function changesBetween(before: Answered, now: Answered): { question: string; from: string; to: string }[] {
  const old = new Map(sayAnswers(before.body).map((a) => [a.question, a.answer]));
  const fresh = sayAnswers(now.body);
  const gone = [...old]
    .filter(([q]) => !fresh.some((a) => a.question === q))
    .map(([question, from]) => ({ question, from, to: 'not asked' }));
  return [
    ...fresh
      .map((a) => ({ question: a.question, from: old.get(a.question) ?? 'not asked', to: a.answer }))
      .filter((c) => c.from !== c.to && !(c.from === 'not asked' && c.to === NOT_ANSWERED)),
    ...gone,
  ];
}
