import {
  type Course,
  courseDefaults,
  holdOf,
  nextSession,
  planCourse,
  type Standing,
  standingOn,
  standingPlan,
} from '@stria/care';
import { type Day, daysBetween, parseDay, type RecordState, type Result } from '@stria/record';
import { type JSX, useState } from 'react';
import { keep, today, useAct, useKeep } from '../../keep/index.ts';
import { Button, ButtonLink } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { Field } from '../../parts/field.tsx';
import { ErrorNotice, Notice } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { Agreement, hasAgreed } from './agreement.tsx';
import { PlanDates, PlanNotes } from './plan-dates.tsx';
import { PlanInForce } from './plan-in-force.tsx';

const back = { to: '/start', label: 'May I?' };

/** The plan: dates that keep the rules, or why there can be none now. */
export function Plan(): JSX.Element {
  const { state } = useKeep();
  const [anew, setAnew] = useState(false);
  const standing = standingOn(state, today());
  if (state.plan !== undefined && !anew) return <PlanInForce onAnew={() => setAnew(true)} />;
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
  const [wish] = useState(() => wishFrom(state, today()));
  const [start, setStart] = useState<string>(wish.start);
  const [sessions, setSessions] = useState(String(wish.sessions));
  const [interval, setInterval] = useState(String(wish.intervalDays));
  const [passes, setPasses] = useState(String(wish.passesPerDirection));
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

/**
 * The numbers that the form begins with: those of the plan in force, for what is left of it, or the usual ones. A course that
 * is changed half way goes on; it does not begin again.
 */
function wishFrom(state: RecordState, now: Day) {
  const { plan } = state;
  const standing = standingPlan(state, now);
  const next = standing && nextSession(standing);
  if (!plan || !standing || !next) return { start: now, ...courseDefaults };
  const [first, second] = plan.body.sessions;
  return {
    start: next.on,
    sessions: standing.sessions.filter((s) => s.state !== 'done').length,
    intervalDays: first && second ? daysBetween(first.on, second.on) : courseDefaults.intervalDays,
    passesPerDirection: plan.body.passesPerDirection,
  };
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
      <PlanDates sessions={course.sessions} photosOn={course.photosOn} />
      <PlanNotes notes={course.notes} />
    </>
  );
}
