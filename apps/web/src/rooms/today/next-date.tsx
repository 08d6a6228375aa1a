import { meanwhile } from '@stria/care';
import type { Day } from '@stria/record';
import type { JSX } from 'react';
import { ButtonLink } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { dayFromToday, dayWords } from '../../parts/day-words.ts';
import { Sources } from '../../parts/sources.tsx';
import type { Agenda, PlannedSession } from '../agenda.ts';

/** The next date, and what skin does until then. One date, because more than one is a burden and none is a worry. */
export function NextDate(props: { readonly agenda: Agenda; readonly now: Day; readonly clinic: boolean }): JSX.Element {
  const { agenda, now, clinic } = props;
  const { nextSession, photoNextOn, plan } = agenda;
  if (nextSession === undefined) return <AfterTheLast photoNextOn={photoNextOn} agenda={agenda} now={now} />;
  const due = nextSession.on <= now && !clinic;
  return (
    <Card
      title={`Session ${nextSession.n}: ${dayWords(nextSession.on)}`}
      eyebrow={`Next date, ${dayFromToday(nextSession.on, now)}`}
      main={due}
    >
      <p>{sessionWords(nextSession, now, clinic)}</p>
      {plan?.says === undefined ? null : (
        <div>
          <p>{plan.says}</p>
          <Sources ids={plan.sources} about={plan.says} />
        </div>
      )}
      <Meanwhile agenda={agenda} />
      <div className="actions">
        {due ? <ButtonLink to="/session">Go to session {nextSession.n}</ButtonLink> : null}
        <ButtonLink to="/start/plan" look="quiet">
          Look at the plan
        </ButtonLink>
      </div>
    </Card>
  );
}

function AfterTheLast(props: {
  readonly agenda: Agenda;
  readonly photoNextOn: Day | undefined;
  readonly now: Day;
}): JSX.Element {
  const { agenda, photoNextOn, now } = props;
  const date =
    photoNextOn === undefined
      ? {}
      : { eyebrow: `Next date, ${dayFromToday(photoNextOn, now)}: the last photo, ${dayWords(photoNextOn)}` };
  return (
    <Card title="All planned sessions are done" {...date}>
      <p>
        Now skin needs time. What changed, if anything, shows from 12 weeks after the last session on: compare the photos then.
      </p>
      <Sources ids={['a40', 'f02']} about="what changed shows from 12 weeks on" />
      <Meanwhile agenda={agenda} />
    </Card>
  );
}

/** What skin does in these days, in one line. */
export function Meanwhile({ agenda: { lastNeedled } }: { readonly agenda: Agenda }): JSX.Element | null {
  const line = lastNeedled === undefined ? undefined : meanwhile(Math.floor(lastNeedled.hours / 24));
  if (line === undefined) return null;
  return (
    <div className="meanwhile">
      <p>{line.says}</p>
      <Sources ids={line.sources} about={line.says} />
    </div>
  );
}

function sessionWords({ on }: PlannedSession, now: Day, clinic: boolean): string {
  if (clinic) return 'Your clinic leads this session. Photos and notes are yours to keep.';
  if (on > now) return 'Until then the skin rests. There is nothing to do.';
  if (on < now) return 'Its day has passed, and there is no hurry. A few questions first: what is true today decides.';
  return 'A few questions first: what is true today decides.';
}
