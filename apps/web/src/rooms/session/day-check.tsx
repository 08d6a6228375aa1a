import { findingWords, holdOf, mayStartHome, signWords } from '@stria/care';
import { zoneFindings } from '@stria/record';
import { type JSX, useState } from 'react';
import { Navigate, useNavigate } from 'react-router';
import { keep, today, useAct, useKeep } from '../../keep/index.ts';
import { Button } from '../../parts/button.tsx';
import { Choices, type Option } from '../../parts/choice.tsx';
import { dayWithYear } from '../../parts/day-words.ts';
import { ErrorNotice } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { nextPlanned } from '../agenda.ts';
import { answersOfToday, ofToday } from './answers-of-today.ts';

const NONE = 'none';

const noneOption = (label: string): Option => ({ value: NONE, label });

/** The short questions of the day: how the person is, what is on the skin, whether anything else has changed. */
export function DayCheck(): JSX.Element {
  const { state } = useKeep();
  const { busy, problems, run } = useAct();
  const navigate = useNavigate();
  const [well, setWell] = useState<readonly string[]>([]);
  const [skin, setSkin] = useState<readonly string[]>([]);
  const [changed, setChanged] = useState<string>();
  const answers = state.answers?.body;
  // Questions of the day are asked on the day of a session; on any other the room of sessions says what is next.
  const planned = nextPlanned(state);
  if (answers === undefined || planned === undefined || planned.on > today() || holdOf(state) === 'ended')
    return <Navigate to="/session" replace />;
  const quizzes = state.quizzes.map((q) => q.body);
  if (mayStartHome(quizzes, answers.setting).length > 0) return <Navigate to="/session/quiz" replace />;
  const complete = well.length > 0 && skin.length > 0 && changed !== undefined;
  const save = async () => {
    if (!complete) return;
    const saved = await run(() => keep.append('answers', answersOfToday(answers, today(), well, skin)));
    if (saved) await navigate(changed === 'yes' ? '/start/questions/review' : '/session/begin');
  };
  return (
    <Page
      title="Before you start, today"
      back={{ to: '/session', label: 'Session' }}
      lead={`Your answers are from ${dayWithYear(answers.asOf)}. What is true today decides.`}
    >
      <form
        className="stack questions-of-day"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <fieldset className="stack-tight">
          <legend>
            <h2>How are you today?</h2>
          </legend>
          <Exclusive
            name="well"
            options={[noneOption('Well, no fever'), ...ofToday.map((value) => ({ value, label: signWords[value] }))]}
            chosen={well}
            onChange={setWell}
          />
        </fieldset>
        <fieldset className="stack-tight">
          <legend>
            <h2>What is on the skin of the place today?</h2>
          </legend>
          <p className="small soft">Look in good light. Tick everything that you see or know of.</p>
          <Exclusive
            name="skin"
            options={[noneOption('None of these'), ...zoneFindings.map((value) => ({ value, label: findingWords[value] }))]}
            chosen={skin}
            onChange={setSkin}
          />
        </fieldset>
        <fieldset className="stack-tight">
          <legend>
            <h2>Has anything else changed since then?</h2>
          </legend>
          <p className="small soft">
            Pregnancy or nursing, an illness, a medicine begun or stopped, a cream on the place in the last days, waxing, a
            peel, a laser, an allergy.
          </p>
          <Choices
            name="changed"
            kind="radio"
            options={[
              { value: 'no', label: 'No, nothing' },
              { value: 'yes', label: 'Yes, or I am not sure', hint: 'You will see your answers and can change them.' },
            ]}
            chosen={changed === undefined ? [] : [changed]}
            onChange={([value]) => setChanged(value)}
          />
        </fieldset>
        <ErrorNotice problems={problems} />
        <div className="actions">
          <Button type="submit" busy={busy} waitsFor={complete ? undefined : 'Answer all three first.'}>
            Go on
          </Button>
        </div>
      </form>
    </Page>
  );
}

/** Checkboxes with a “none” that takes the others back, and the other way round. */
function Exclusive(props: {
  readonly name: string;
  readonly options: readonly Option[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}): JSX.Element {
  const change = (chosen: readonly string[]) => {
    const noneIsNew = chosen.includes(NONE) && !props.chosen.includes(NONE);
    props.onChange(noneIsNew ? [NONE] : chosen.filter((v) => v !== NONE));
  };
  return <Choices name={props.name} kind="checkbox" options={props.options} chosen={props.chosen} onChange={change} />;
}
