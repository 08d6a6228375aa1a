import { consultOutcomes, type Day, parseDay } from '@stria/record';
import { type JSX, useState } from 'react';
import { useNavigate } from 'react-router';
import { keep, today, useAct, useKeep } from '../../keep/index.ts';
import { Button, ButtonLink } from '../../parts/button.tsx';
import { Choices } from '../../parts/choice.tsx';
import { dayWithYear } from '../../parts/day-words.ts';
import { Field } from '../../parts/field.tsx';
import { ErrorNotice, Notice } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';

type Outcome = (typeof consultOutcomes)[number];

const outcomeWords: Record<Outcome, { label: string; hint: string }> = {
  cleared: { label: 'They agreed', hint: 'Nothing spoke against it.' },
  'cleared-with-limits': { label: 'They agreed, up to a needle length', hint: 'You will be asked for the number.' },
  'advised-against': { label: 'They advised against it', hint: 'Then stria will not guide needling. Photos and notes go on.' },
};

/** What the doctor said, in the person's words: when, who, and how it came out. */
export function ConsultNote(): JSX.Element {
  const { state } = useKeep();
  const { answers, consult } = state;
  return (
    <Page
      title="What did the doctor say?"
      back={{ to: '/start', label: 'May I?' }}
      lead="It counts for this course, for twelve months at most. If an answer changes to something riskier, please ask again."
    >
      {answers === undefined ? (
        <Notice tone="ask" title="First the questions, then the doctor">
          <p>The doctor needs your answers to judge them. The sheet is made from them.</p>
          <ButtonLink to="/start/questions">Answer the questions</ButtonLink>
        </Notice>
      ) : (
        <ConsultForm answersId={answers.id} />
      )}
      {consult === undefined ? null : (
        <p className="small soft">
          Noted before: {outcomeWords[consult.body.outcome].label.toLowerCase()}, on {dayWithYear(consult.body.on)}, with{' '}
          {consult.body.with}. A new note takes its place; the old one stays in the chart.
        </p>
      )}
    </Page>
  );
}

type AnswersId = NonNullable<ReturnType<typeof useKeep>['state']['answers']>['id'];

function ConsultForm({ answersId }: { readonly answersId: AnswersId }): JSX.Element {
  const [on, setOn] = useState<string>(today());
  const [who, setWho] = useState('');
  const [outcome, setOutcome] = useState<Outcome>();
  const [limit, setLimit] = useState('');
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const { busy, problems, run } = useAct();
  const navigate = useNavigate();
  const day = parseDay(on);
  const limitMm = Number(limit.replace(',', '.'));
  const wrong = {
    on: dayProblem(day),
    who: who.trim() === '' ? 'Write who it was: a name, or “family doctor”.' : undefined,
    outcome: outcome === undefined ? 'Choose how it came out.' : undefined,
    limit:
      outcome === 'cleared-with-limits' && !(limitMm > 0 && limitMm <= 5)
        ? 'Write the longest needle they allowed, in mm.'
        : undefined,
  };
  const save = async () => {
    setTried(true);
    if (Object.values(wrong).some((w) => w !== undefined) || day === undefined || outcome === undefined) return;
    const body = {
      on: day,
      with: who.trim(),
      outcome,
      answers: answersId,
      ...(outcome === 'cleared-with-limits' ? { needleLengthMmMax: limitMm } : {}),
      ...(note.trim() === '' ? {} : { note: note.trim() }),
    };
    if (await run(() => keep.append('consult', body))) await navigate('/start/verdict');
  };
  const shown = (problem: string | undefined) => (tried ? problem : undefined);
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Field label="When did you ask?" type="date" value={on} onChange={setOn} max={today()} problem={shown(wrong.on)} />
      <Field
        label="Whom did you ask?"
        help="A doctor, best a skin doctor. It stays in your chart."
        value={who}
        onChange={setWho}
        maxLength={120}
        problem={shown(wrong.who)}
      />
      <fieldset className="stack-tight">
        <legend>
          <strong>How did it come out?</strong>
        </legend>
        {shown(wrong.outcome) === undefined ? null : <p className="field-problem">{wrong.outcome}</p>}
        <Choices
          name="outcome"
          kind="radio"
          options={consultOutcomes.map((value) => ({ value, ...outcomeWords[value] }))}
          chosen={outcome === undefined ? [] : [outcome]}
          onChange={([value]) => setOutcome(value as Outcome)}
          more={(value) =>
            value === 'cleared-with-limits' ? (
              <Field
                label="Longest needle they allowed"
                type="number"
                unit="mm"
                value={limit}
                onChange={setLimit}
                min={0.1}
                max={5}
                step={0.05}
                problem={shown(wrong.limit)}
              />
            ) : undefined
          }
        />
      </fieldset>
      <Field label="Anything else they said (you may leave this empty)" value={note} onChange={setNote} maxLength={2000} long />
      <ErrorNotice problems={problems} />
      <div className="actions">
        <Button type="submit" busy={busy}>
          Save what they said
        </Button>
      </div>
    </form>
  );
}

function dayProblem(day: Day | undefined): string | undefined {
  if (day === undefined) return 'Choose the day.';
  return day > today() ? 'This day is still to come. Note it when you have asked.' : undefined;
}
