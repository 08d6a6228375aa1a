import { answerWish, goalWords } from '@stria/care';
import { type Goal, goals } from '@stria/record';
import { type JSX, useState } from 'react';
import { useNavigate } from 'react-router';
import { keep, useAct, useKeep } from '../../keep/index.ts';
import { Button, ButtonLink } from '../../parts/button.tsx';
import { Choices } from '../../parts/choice.tsx';
import { Field } from '../../parts/field.tsx';
import { ErrorNotice, Notice } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { Sources } from '../../parts/sources.tsx';

/** What the person hopes for: four things that can be measured or felt. A wish in own words is answered and never kept. */
export function Goals(): JSX.Element {
  const { state } = useKeep();
  const [chosen, setChosen] = useState<readonly string[]>(state.goal?.body.goals ?? []);
  const { busy, problems, run } = useAct();
  const navigate = useNavigate();
  const save = async () => {
    const picked = goals.filter((g) => chosen.includes(g));
    if (await run(() => keep.append('goal', { goals: picked }))) await navigate('/start/questions');
  };
  return (
    <Page
      title="What would you like to follow?"
      back={{ to: '/start/expect', label: 'What to expect' }}
      lead="Pick one or more. You can change it at any time."
    >
      <fieldset className="stack-tight">
        <legend className="hidden-text">What you would like to follow</legend>
        <Choices
          name="goals"
          kind="checkbox"
          options={goals.map((g: Goal) => ({ value: g, label: goalWords[g].title, hint: goalWords[g].says }))}
          chosen={chosen}
          onChange={setChosen}
        />
      </fieldset>
      <Wish />
      <ErrorNotice problems={problems} />
      <div className="actions">
        <Button
          busy={busy}
          onPress={save}
          waitsFor={chosen.length === 0 ? 'Pick at least one, or skip it for now.' : undefined}
        >
          Go on to the questions
        </Button>
        <ButtonLink to="/start/questions" look="quiet">
          Skip for now
        </ButtonLink>
      </div>
    </Page>
  );
}

function Wish(): JSX.Element {
  const [text, setText] = useState('');
  const answer = answerWish(text);
  return (
    <div className="stack">
      <Field
        label="Do you wish for something else?"
        help="You get an answer here. What you write is not kept."
        value={text}
        onChange={setText}
        maxLength={300}
        long
      />
      <div role="status">
        {answer === undefined ? null : (
          <Notice tone="info" title={answer.beyond ? 'What is possible, and what is not' : 'What is possible'}>
            <p>{answer.says}</p>
            <ul>
              {goals.map((g) => (
                <li key={g}>{goalWords[g].title}</li>
              ))}
            </ul>
            <Sources ids={answer.sources} about="What is possible" />
          </Notice>
        )}
      </div>
    </div>
  );
}
