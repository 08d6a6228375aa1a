import { aftercare, directionNames } from '@stria/care';
import { type Session, type SessionEvent, zoneNames } from '@stria/record';
import type { JSX } from 'react';
import { dayAt } from '../../keep/index.ts';
import { ButtonLink } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { dayWithYear } from '../../parts/day-words.ts';
import { KeepStatus } from '../../parts/keep-status.tsx';
import { Page } from '../../parts/page.tsx';
import { AftercareLists } from '../aftercare-lists.tsx';
import { hoursSince } from '../agenda.ts';

/** A session that is over: what was done, and what the skin needs now. */
export function SessionDone({ session, nowMs }: { readonly session: Session; readonly nowMs: number }): JSX.Element {
  const n = session.started?.n ?? 0;
  const day = dayWithYear(dayAt(Date.parse(session.startedAt)));
  const complete = session.state === 'closed';
  return (
    <Page
      title={complete ? 'Checklist complete' : 'Session stopped'}
      back={{ to: '/', label: 'Today' }}
      lead={
        complete
          ? `Session ${n} of ${day} is closed. Every step of the list was done.`
          : `Session ${n} of ${day} was stopped. What was done is kept.`
      }
    >
      {session.needledAt === undefined ? (
        <p>No needle touched the skin.</p>
      ) : (
        <Card title="Now" main>
          <AftercareLists now={aftercare(hoursSince(session, nowMs))} />
        </Card>
      )}
      {complete || session.needledAt === undefined ? null : (
        <p>Please put the needle into a sharps bin: a session that was stopped ends its use.</p>
      )}
      <div className="actions">
        <ButtonLink to="/">Go to Today</ButtonLink>
      </div>
      <details className="more">
        <summary>What was done</summary>
        <ol className="plain log">
          {session.events.map((e) => (
            <li key={e.at}>
              <span className="soft small">{timeOf(e.at)}</span> {eventWords(e.event)}
            </li>
          ))}
        </ol>
      </details>
      <KeepStatus />
    </Page>
  );
}

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const timeOf = (at: string): string => clock.format(new Date(at));

function eventWords(event: SessionEvent): string {
  switch (event.step) {
    case 'started':
      return `Started with a ${event.device} of ${event.needleLengthMm} mm, ${event.needle === 'own-reused' ? 'used before' : 'new and sealed'}`;
    case 'hands-washed':
      return 'Hands washed';
    case 'needle-checked':
      return event.bentNeedles ? 'Needles looked at: one is bent' : 'Needles looked at: none is bent';
    case 'bleeding':
      return `${zoneNames[event.zone]}: ${bleedingWords[event.amount]}`;
    case 'product-applied':
      return event.reason === undefined ? 'Something was put on the skin' : `Something was put on the skin: ${event.reason}`;
    case 'disinfection-started':
      return `Disinfection of the ${ofWords[event.of]} started: ${event.agent}`;
    case 'disinfection-finished':
      return `Disinfection of the ${ofWords[event.of]} finished`;
    case 'passes-done':
      return `${zoneNames[event.zone]}, ${directionNames[event.direction as 1 | 2 | 3 | 4]}: ${event.passes} done`;
    case 'zone-stopped':
      return `Stopped the ${zoneNames[event.zone]}: ${event.reason}`;
    case 'needle-put-away':
      return event.way === 'sharps-bin' ? 'Needle in the sharps bin' : 'Needle kept: disinfected, not sterile';
    case 'aftercare-started':
      return 'Aftercare started';
    case 'aftercare-declined':
      return `Aftercare declined: ${event.reason}`;
    case 'closed':
      return 'Closed';
    case 'broken-off':
      return `Stopped: ${event.reason}`;
  }
}

const bleedingWords = { none: 'no blood', pinpoint: 'pinpoints of blood', more: 'more than pinpoints of blood' } as const;
const ofWords = { needle: 'needle', skin: 'skin', surface: 'surface', 'needle-after': 'needle, after use' } as const;
