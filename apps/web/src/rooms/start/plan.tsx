import { type Course, planCourse } from '@stria/care';
import { type Day, type EntryOf, parseDay, type Result, zoneNames } from '@stria/record';
import { type JSX, useState } from 'react';
import { keep, today, useAct, useKeep } from '../../keep/index.ts';
import { Button, ButtonLink } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { dayWithYear, dayWords } from '../../parts/day-words.ts';
import { Field } from '../../parts/field.tsx';
import { ErrorNotice, Notice } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { nextPlanned } from '../agenda.ts';
import { PlanHold } from '../plan-hold.tsx';
import { holdOf, type Standing, standingOn } from '../standing.ts';
import { Agreement, hasAgreed } from './agreement.tsx';

const back = { to: '/start', label: 'May I?' };

/** The plan: dates that keep the rules, or why there can be none now. */
export function Plan(): JSX.Element {
  const { state } = useKeep();
  const [anew, setAnew] = useState(false);
  const standing = standingOn(state, today());
  if (state.plan !== undefined && !anew) return <PlanInForce plan={state.plan} onAnew={() => setAnew(true)} />;
  if (standing === undefined) {
    return (
      <Page title="A plan with dates" back={back} lead="First the questions: a plan is made from your answers.">
        <div className="actions">
          <ButtonLink to="/start/questions">Answer the questions</ButtonLink>
        </div>
      </Page>
    );
  }
  // A rule that no date can meet: dates to choose would promise a plan that cannot be.
  if (standing.verdict.reasons.some((r) => r.level === 'do-not' && r.until === undefined))
    return <NoPlan standing={standing} />;
  return <PlanForm standing={standing} onSaved={() => setAnew(false)} />;
}

function NoPlan({ standing }: { readonly standing: Standing }): JSX.Element {
  return (
    <Page
      title="No plan for now"
      back={back}
      lead="With these answers no sessions are planned. Photos and notes go on as before."
    >
      <Notice tone="stop" title="What stands in the way">
        <ul>
          {standing.verdict.reasons
            .filter((r) => r.level === 'do-not')
            .map((r) => (
              <li key={r.code}>{r.says}</li>
            ))}
        </ul>
      </Notice>
      <div className="actions">
        <ButtonLink to="/start/verdict">See all reasons</ButtonLink>
        <ButtonLink to="/photos" look="quiet">
          Photos
        </ButtonLink>
      </div>
    </Page>
  );
}

/** Why no plan can be made while a sign of a check-in weighs. */
const holdWords = {
  ended: 'A sign in a check-in has ended the course. Ask a doctor, and note what they said, first.',
  paused: 'The last check-in was more than usual. Opens when one is as expected again.',
} as const;

function PlanForm({ standing, onSaved }: { readonly standing: Standing; readonly onSaved: () => void }): JSX.Element {
  const { state } = useKeep();
  const { busy, problems, run } = useAct();
  const [start, setStart] = useState<string>(today());
  const [sessions, setSessions] = useState('4');
  const [interval, setInterval] = useState('28');
  const [passes, setPasses] = useState('3');
  const day = parseDay(start);
  const course = day === undefined ? undefined : courseFor(standing, day, Number(sessions), Number(interval), Number(passes));
  const agreed = hasAgreed(state);
  const hold = holdOf(state);
  const answersId = state.answers?.id;
  const waitsFor = !agreed
    ? 'Opens when you have ticked that you understand that marks do not disappear.'
    : hold !== 'open'
      ? holdWords[hold]
      : course === undefined
        ? 'Choose the day of the first session.'
        : course.ok
          ? undefined
          : 'The rules do not allow this plan; what stands in the way is listed above.';
  const save = async () => {
    if (course?.ok !== true || day === undefined || answersId === undefined) return;
    const { sessions: planned, photosOn, checkInsAfterHours, horizonDays, notes } = course.value;
    const saved = await run(() =>
      keep.append('plan', {
        answers: answersId,
        start: day,
        sessions: planned.map((s) => ({ ...s, zones: [...s.zones] })),
        passesPerDirection: Number(passes),
        photosOn: [...photosOn],
        checkInsAfterHours: [...checkInsAfterHours],
        horizonDays,
        notes: [...notes],
      }),
    );
    if (saved) onSaved();
  };
  return (
    <Page title="A plan with dates" back={back} lead="Few sessions, far apart. Skin needs the weeks between them.">
      <Card title="Choose">
        <Field label="First session" type="date" value={start} onChange={setStart} min={today()} />
        <Field
          label="How many sessions"
          help="3 to 6 are usual. One is unlikely to show anything."
          type="number"
          value={sessions}
          onChange={setSessions}
          min={1}
          max={6}
          step={1}
        />
        <Field
          label="Days between sessions"
          help="28 or more."
          type="number"
          unit="days"
          value={interval}
          onChange={setInterval}
          min={28}
          max={90}
          step={1}
        />
        <Field
          label="Light passes in each direction"
          help="3 is usual, 4 at most. There are 4 directions."
          type="number"
          value={passes}
          onChange={setPasses}
          min={1}
          max={4}
          step={1}
        />
      </Card>
      {course?.ok === false ? (
        <Notice tone={standing.verdict.decision === 'go' ? 'wait' : 'ask'} title="This cannot be planned yet">
          <ul>
            {course.problems.map((p) => (
              <li key={`${p.code}${p.at}`}>
                {p.says} {p.mend}
              </li>
            ))}
          </ul>
          <ButtonLink to="/start/verdict" look="quiet">
            See what the rules say
          </ButtonLink>
        </Notice>
      ) : null}
      {course?.ok === true ? <Preview course={course.value} /> : null}
      <Agreement />
      <ErrorNotice problems={problems} />
      <div className="actions">
        <Button onPress={save} busy={busy} waitsFor={waitsFor}>
          Save this plan
        </Button>
      </div>
    </Page>
  );
}

function courseFor(
  standing: Standing,
  start: Day,
  sessions: number,
  intervalDays: number,
  passesPerDirection: number,
): Result<Course> {
  return planCourse({ answers: standing.answers, start, sessions, intervalDays, passesPerDirection });
}

function Preview({ course }: { readonly course: Course }): JSX.Element {
  return (
    <>
      <Dates sessions={course.sessions} photosOn={course.photosOn} />
      <Notes notes={course.notes} />
    </>
  );
}

function Dates(props: { readonly sessions: Course['sessions']; readonly photosOn: readonly Day[] }): JSX.Element {
  const last = props.photosOn.at(-1);
  return (
    <Card title="Dates">
      <ol className="plain dates">
        {props.sessions.map((s) => (
          <li key={s.n}>
            <strong>Session {s.n}</strong>
            <span>
              {dayWords(s.on)} <span className="soft">{s.on.slice(0, 4)}</span>
            </span>
            <span className="soft small">
              {s.needleLengthMm} mm, {s.zones.map((z) => zoneNames[z]).join(', ')}; photo before
            </span>
          </li>
        ))}
        {last === undefined ? null : (
          <li>
            <strong>Last photo</strong>
            <span>
              {dayWords(last)} <span className="soft">{last.slice(0, 4)}</span>
            </span>
            <span className="soft small">12 weeks after the last session: earlier, nothing can be judged</span>
          </li>
        )}
      </ol>
    </Card>
  );
}

function Notes({ notes }: { readonly notes: readonly string[] }): JSX.Element | null {
  if (notes.length === 0) return null;
  return (
    <Card title="Please read">
      <ul>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </Card>
  );
}

function PlanInForce({ plan, onAnew }: { readonly plan: EntryOf<'plan'>; readonly onAnew: () => void }): JSX.Element {
  const { state } = useKeep();
  const next = nextPlanned(state);
  return (
    <Page title="Your plan" back={back} lead={`${plan.body.sessions.length} sessions from ${dayWithYear(plan.body.start)}.`}>
      <PlanHold />
      <Dates sessions={plan.body.sessions} photosOn={plan.body.photosOn} />
      <Notes notes={plan.body.notes} />
      <div className="actions">
        {next === undefined ? null : <ButtonLink to="/session">To session {next.n}</ButtonLink>}
        <Button look="quiet" onPress={onAnew}>
          Make a new plan
        </Button>
      </div>
    </Page>
  );
}
