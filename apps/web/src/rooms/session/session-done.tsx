import { aftercare } from '@stria/care';
import type { Session } from '@stria/record';
import type { JSX } from 'react';
import { dayAt, keep, today, useAct, useKeep } from '../../keep/index.ts';
import { Button, ButtonLink } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { dayWithYear } from '../../parts/day-words.ts';
import { KeepStatus } from '../../parts/keep-status.tsx';
import { ErrorNotice } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { AftercareLists } from '../aftercare-lists.tsx';
import { hoursSince } from '../agenda.ts';
import { SessionRecord } from './session-record.tsx';
import type { Started } from './step-tools.ts';

const WEEK_HOURS = 168;

/** A session that is over: what the skin needs now, and what was done. */
export function SessionDone(props: {
  readonly session: Session;
  readonly started: Started;
  readonly nowMs: number;
}): JSX.Element {
  const { session, started, nowMs } = props;
  const day = dayWithYear(dayAt(Date.parse(session.startedAt)));
  const complete = session.state === 'closed';
  const hours = hoursSince(session, nowMs);
  return (
    <Page
      title={complete ? 'Checklist complete' : 'Session stopped'}
      back={{ to: '/', label: 'Today' }}
      lead={
        complete
          ? `Session ${started.n} of ${day} is closed. Every step of the list was done.`
          : `Session ${started.n} of ${day} was stopped. What was done is kept.`
      }
    >
      {session.needledAt === undefined ? (
        <p>No needle touched the skin.</p>
      ) : hours >= WEEK_HOURS ? null : (
        <Card title="Now" main>
          <AftercareLists now={aftercare(hours)} />
        </Card>
      )}
      {complete || session.needledAt === undefined ? null : <Bin started={started} />}
      <SessionRecord session={session} started={started} />
      <div className="actions">
        <ButtonLink to="/">Go to Today</ButtonLink>
      </div>
      <KeepStatus />
    </Page>
  );
}

/** A session that was stopped after the needle had touched skin ends the use of that needle. */
function Bin({ started }: { readonly started: Started }): JSX.Element {
  const { state } = useKeep();
  const { busy, problems, run } = useAct();
  const { registered } = started;
  const kept = state.devices.find((d) => d.entry.id === registered && d.retired === undefined);
  return (
    <>
      <p>Please put the needle into a sharps bin: a session that was stopped ends its use.</p>
      {registered === undefined || kept === undefined ? null : (
        <div className="actions">
          <Button
            look="quiet"
            busy={busy}
            onPress={() => run(() => keep.append('device-retired', { device: registered, on: today(), way: 'sharps-bin' }))}
          >
            It is in the sharps bin
          </Button>
        </div>
      )}
      <ErrorNotice problems={problems} />
    </>
  );
}
