import { aftercare, holdOf, standingOn } from '@stria/care';
import type { Day, RecordState } from '@stria/record';
import type { JSX } from 'react';
import { Link } from 'react-router';
import { today, useKeep, useNow } from '../../keep/index.ts';
import { ButtonLink } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { dayWords, hoursWords } from '../../parts/day-words.ts';
import { KeepStatus } from '../../parts/keep-status.tsx';
import { Page } from '../../parts/page.tsx';
import { Progress } from '../../parts/progress.tsx';
import { AftercareLists } from '../aftercare-lists.tsx';
import { type Agenda, agenda } from '../agenda.ts';
import { PlanHold, planObstacle } from '../plan-hold.tsx';
import { slotWords, whenWords } from '../slot-words.ts';
import { decisionTitle } from '../verdict-words.ts';
import { DoingNow } from './doing-now.tsx';
import { Meanwhile, NextDate } from './next-date.tsx';
import { WeekWord } from './week-word.tsx';

/** Home: what is on today, the most pressing first. Nothing here counts days in a row or scolds for a missed one. */
export default function Today(): JSX.Element {
  const { state } = useKeep();
  const nowMs = useNow(30_000);
  const now = agenda(state, today(), nowMs);
  return (
    <Page title="Today" lead={dayWords(today())}>
      {now.openSession === undefined ? null : <OpenSession agenda={now} />}
      <PlanHold />
      <CheckInCard agenda={now} nowMs={nowMs} />
      <SkinCard agenda={now} />
      {now.photoDueFor === undefined ? null : <PhotoDue day={now.photoDueFor} />}
      {now.openSession === undefined ? <NextStep state={state} agenda={now} /> : null}
      {now.openSession === undefined ? <WeekWord now={today()} /> : null}
      <DoingNow />
      {now.photoDueFor === undefined ? (
        <PhotosKept nextOn={now.photoNextOn} photos={state.photos.length} planned={state.plan !== undefined} />
      ) : null}
      <KeepStatus />
    </Page>
  );
}

function OpenSession({ agenda: { openSession } }: { readonly agenda: Agenda }): JSX.Element | null {
  if (openSession?.started === undefined) return null;
  const { n } = openSession.started;
  return (
    <Card title={`Go on with session ${n}`} eyebrow="Not finished" main>
      <p>It waits exactly where you left it. A running countdown has gone on meanwhile.</p>
      <div className="actions">
        <ButtonLink to={`/session/${openSession.id}`}>Go on with session {n}</ButtonLink>
      </div>
    </Card>
  );
}

function CheckInCard({
  agenda: { checkInDue, checkInNext, lastNeedled },
  nowMs,
}: {
  readonly agenda: Agenda;
  readonly nowMs: number;
}): JSX.Element | null {
  if (lastNeedled === undefined) return null;
  if (checkInDue !== undefined) {
    return (
      <Card title="How is your skin?" eyebrow={`Check-in ${slotWords(checkInDue.afterHours)}`} main>
        <p>A few ticks, and what they mean.</p>
        <div className="actions">
          <ButtonLink to={`/check-in/new/${checkInDue.session.id}`}>Check in</ButtonLink>
        </div>
      </Card>
    );
  }
  if (checkInNext === undefined) return null;
  return (
    <Card title="Next check-in">
      <p>
        {capital(slotWords(checkInNext.afterHours))}: that is {whenWords(checkInNext.atMs, nowMs)}. Something worries you now?{' '}
        <Link to={`/check-in/new/${checkInNext.session.id}`}>Check in at any time</Link>.
      </p>
    </Card>
  );
}

const WEEK_HOURS = 168;

/** Hours until the skin is closed, what it may meet, and the diary of these days. Gone after the first week. */
function SkinCard({ agenda: { lastNeedled, diaryDue } }: { readonly agenda: Agenda }): JSX.Element | null {
  if (lastNeedled === undefined || lastNeedled.hours >= WEEK_HOURS) return null;
  const now = aftercare(lastNeedled.hours);
  const left = now.hoursUntilClosed;
  return (
    <Card
      title={left > 0 ? `Your skin counts as open for ${hoursWords(left)} more` : 'Your skin counts as closed'}
      eyebrow={now.phase.title}
    >
      <Progress words={now.phase.says} fraction={Math.min(1, lastNeedled.hours / now.openHours)} />
      <AftercareLists now={now} />
      <div className="actions">
        <ButtonLink to={`/check-in/diary/${lastNeedled.session.id}`} look={diaryDue === undefined ? 'quiet' : 'main'}>
          {diaryDue === undefined ? 'Irritation diary' : `Irritation diary: ${diaryWords(diaryDue.afterHours)}`}
        </ButtonLink>
      </div>
    </Card>
  );
}

/** The one next step on the way to a session, or the next date. */
function NextStep({ state, agenda }: { readonly state: RecordState; readonly agenda: Agenda }): JSX.Element | null {
  const now = today();
  const { nextSession } = agenda;
  if (state.plan !== undefined) {
    // What holds the plan up stands in a notice of its own above.
    if (nextSession !== undefined && (holdOf(state) !== 'open' || planObstacle(state, now) !== undefined)) {
      return <Meanwhile agenda={agenda} />;
    }
    return <NextDate agenda={agenda} now={now} clinic={state.answers?.body.setting === 'professional'} />;
  }
  const standing = standingOn(state, now);
  if (standing === undefined) {
    return (
      <Card title="May I needle at home?" eyebrow="Next" main>
        <p>Find out what to expect, answer some questions, and see what the rules say, with every reason.</p>
        <div className="actions">
          <ButtonLink to="/start">Begin</ButtonLink>
        </div>
      </Card>
    );
  }
  const { decision } = standing.verdict;
  return (
    <Card title={decisionTitle[decision]} eyebrow="What the rules say today" main={decision !== 'do-not'}>
      <div className="actions">
        {decision === 'go' ? <ButtonLink to="/start/plan">Make a plan</ButtonLink> : null}
        {decision === 'ask-first' ? <ButtonLink to="/start/consult-sheet">Sheet for the doctor</ButtonLink> : null}
        <ButtonLink to="/start/verdict" look="quiet">
          See the reasons
        </ButtonLink>
      </div>
    </Card>
  );
}

const diaryWords = (afterHours: number): string => (afterHours === 0 ? 'right after' : `after ${afterHours} hours`);

function PhotoDue({ day }: { readonly day: Day }): JSX.Element {
  return (
    <Card title="A photo is planned" eyebrow={dayWords(day)} main>
      <p>
        Same place, same light, the printed frame flat on the skin around the marks. Before the session, where there is one.
      </p>
      <div className="actions">
        <ButtonLink to="/photos/new">Take a photo</ButtonLink>
      </div>
    </Card>
  );
}

/** With a plan, photos are asked for on its days alone; without one, a first photo is offered. */
function PhotosKept(props: {
  readonly nextOn: Day | undefined;
  readonly photos: number;
  readonly planned: boolean;
}): JSX.Element {
  const first = props.photos === 0 && !props.planned;
  return (
    <Card title="Photos">
      <p>{photoWords(props)}</p>
      {props.photos === 0 && !first ? null : (
        <div className="actions">
          <ButtonLink to={first ? '/photos/new' : '/photos'} look="quiet">
            {first ? 'Take a first photo' : 'Look at photos'}
          </ButtonLink>
        </div>
      )}
    </Card>
  );
}

function photoWords(props: { readonly nextOn: Day | undefined; readonly photos: number; readonly planned: boolean }): string {
  const { photos, nextOn, planned } = props;
  if (photos === 0 && !planned) {
    return 'A first photo is worth having whatever you decide: without a “before” nothing can be compared.';
  }
  const kept = photos === 0 ? 'None kept.' : `${photos} kept.`;
  return nextOn === undefined ? kept : `${kept} The next one is planned for ${dayWords(nextOn)}; until then there is no need.`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
