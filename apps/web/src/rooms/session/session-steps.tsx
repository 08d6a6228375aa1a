import { bleedingAdvice, bleedingOf, courseDefaults, heldUpBy, type NextStep, nextStep } from '@stria/care';
import { type EntryId, fail, type Problem, type RecordState, type Session, zoneNames } from '@stria/record';
import type { JSX } from 'react';
import { Link } from 'react-router';
import { keep, useAct, useKeep } from '../../keep/index.ts';
import { Button } from '../../parts/button.tsx';
import { ErrorNotice, Notice } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { Progress } from '../../parts/progress.tsx';
import { Sources } from '../../parts/sources.tsx';
import { AftercareStep } from './aftercare-step.tsx';
import { CheckNeedleStep, NeedleRefused } from './check-needle-step.tsx';
import { DisinfectStep, WaitStep } from './disinfect-step.tsx';
import { LookAtZone } from './look-at-zone.tsx';
import { NeedleAwayStep } from './needle-away-step.tsx';
import { PassStep } from './pass-step.tsx';
import { placeInSession } from './place.ts';
import type { Started, StepTools } from './step-tools.ts';
import { StopBar } from './stop-bar.tsx';

interface Props {
  readonly session: Session;
  readonly started: Started;
  readonly nowMs: number;
}

/** The open session: one step on the screen, the one that the record and the clock say comes next. */
export function SessionSteps(props: Props): JSX.Element {
  const { session, started, nowMs } = props;
  const { entries, state } = useKeep();
  const { tools, problems } = useTools(session);
  const heldUp = heldUpBy(state, session);
  const plan = entries.find((e) => e.kind === 'plan' && e.id === started.plan);
  const passesPerDirection = plan?.kind === 'plan' ? plan.body.passesPerDirection : courseDefaults.passesPerDirection;
  const next = nextStep(session, nowMs, { passesPerDirection, heldUp });
  const place = placeInSession(next, session, started.needle);
  const justBled = session.events.at(-1)?.event.step === 'bleeding';
  const goneOn = problems.some((p) => p.code === 'web.gone-on-elsewhere');
  return (
    <Page
      title={place.title}
      above={
        <Progress
          words={`Session ${started.n}, step ${place.number} of ${place.of}`}
          fraction={(place.number - 1) / place.of}
        />
      }
    >
      {goneOn ? (
        <Notice tone="info" role="status" title="Already done">
          {problems.map((p) => (
            <p key={p.code}>
              {p.says} {p.mend}
            </p>
          ))}
        </Notice>
      ) : (
        <ErrorNotice problems={problems} kept="The steps before this one are kept. This one is not yet: try it again." />
      )}
      {heldUp.length === 0 ? null : <HeldUp problems={heldUp} needled={session.needledAt !== undefined} />}
      {justBled ? <Blood session={session} /> : null}
      <StepBody next={next} {...props} passesPerDirection={passesPerDirection} tools={tools} />
      {justBled ? null : <Blood session={session} />}
      {next.step === 'close' || next.step === 'needle-refused' || next.step === 'held-up' ? null : (
        <StopBar next={next} session={session} tools={tools} />
      )}
    </Page>
  );
}

/** Every write asks the store first whether the session still stands as this screen shows it. */
function useTools(session: Session): { tools: StepTools; problems: ReturnType<typeof useAct>['problems'] } {
  const { busy, problems, run } = useAct();
  const shown = session.events.length;
  const stands = (state: RecordState): boolean => {
    const now = state.sessions.find((s) => s.id === session.id);
    return now?.state === 'open' && now.events.length === shown;
  };
  const take = (corrects: EntryId, reason: string) => keep.appendIf('correction', { corrects, reason }, stands);
  const tools: StepTools = {
    busy,
    write: (event, first) =>
      run(async () => {
        const before = await first?.();
        if (before?.ok === false) return fail(...(before.problems as [(typeof before.problems)[number]]));
        return keep.appendIf('session', { session: session.id, event }, stands);
      }),
    takeBack: (entry, reason) => run(() => take(entry, reason)),
    restart: (wrong, event) =>
      run(async () => {
        if (wrong === undefined) return keep.appendIf('session', { session: session.id, event }, stands);
        const taken = await take(wrong, 'the clock of the device was set back');
        return taken.ok ? keep.append('session', { session: session.id, event }) : taken;
      }),
  };
  return { tools, problems };
}

function StepBody(
  props: Props & { readonly next: NextStep; readonly passesPerDirection: number; readonly tools: StepTools },
): JSX.Element {
  const { next, session, started, tools } = props;
  switch (next.step) {
    case 'blocked':
      return <ErrorNotice problems={next.problems} kept="The session is kept as it is." />;
    case 'wash-hands':
      return <WashHands tools={tools} />;
    case 'check-needle':
      return <CheckNeedleStep tools={tools} />;
    case 'needle-refused':
      return <NeedleRefused started={started} problems={next.problems} tools={tools} />;
    case 'held-up':
      return <EndHere problems={next.problems} tools={tools} />;
    case 'disinfect':
      return <DisinfectStep key={next.of} of={next.of} hygiene={next.hygiene} tools={tools} />;
    case 'wait':
    case 'finish-disinfection':
      return (
        <WaitStep
          session={session}
          of={next.of}
          remainingSeconds={next.step === 'wait' ? next.remainingSeconds : 0}
          nowMs={props.nowMs}
          tools={tools}
        />
      );
    case 'pass':
      return <PassStep next={next} session={session} passesPerDirection={props.passesPerDirection} tools={tools} />;
    case 'look-at-zone':
      return <LookAtZone key={next.zone} zone={next.zone} session={session} tools={tools} />;
    case 'put-needle-away':
      return <NeedleAwayStep session={session} started={started} tools={tools} />;
    case 'aftercare':
      return <AftercareStep tools={tools} />;
    case 'close':
      return <CloseStep tools={tools} />;
    case 'done':
      return <p>This session is closed.</p>;
  }
}

/** Something was answered since the session began: why it goes no further stays on the screen until it is closed. */
function HeldUp({ problems, needled }: { readonly problems: readonly Problem[]; readonly needled: boolean }): JSX.Element {
  return (
    <Notice tone="stop" title={needled ? 'No more passes today' : 'This session ends here'}>
      <ul>
        {problems.map((p) => (
          <li key={`${p.at}${p.says}`}>{p.says}</li>
        ))}
      </ul>
      <p>
        {needled
          ? 'You said so after the session had begun. Lift the needle off. What is left is for the skin that was needled.'
          : 'You said so after the session had begun. No needle has touched your skin.'}{' '}
        Was it a slip? <Link to="/start/questions/review">Put the answer right</Link>, and the session goes on.
      </p>
    </Notice>
  );
}

function EndHere({ problems, tools }: { readonly problems: readonly Problem[]; readonly tools: StepTools }): JSX.Element {
  const reason = problems
    .map((p) => p.says)
    .join(' ')
    .slice(0, 500);
  return (
    <div className="actions">
      <Button busy={tools.busy} onPress={() => tools.write({ step: 'broken-off', reason })}>
        End this session
      </Button>
    </div>
  );
}

function WashHands({ tools }: { readonly tools: StepTools }): JSX.Element {
  return (
    <>
      <ul>
        <li>Put the phone into a clean, clear bag: it works through it, with gloves too.</li>
        <li>Take off rings and watch.</li>
        <li>Soap and warm water for as long as it takes to count to 40, thumbs and fingertips too.</li>
        <li>Dry with a clean paper towel. From now on touch only what belongs to the session.</li>
      </ul>
      <Sources ids={['convention']} about="washing hands" />
      <div className="actions">
        <Button busy={tools.busy} onPress={() => tools.write({ step: 'hands-washed' })}>
          My hands are washed
        </Button>
      </div>
    </>
  );
}

/** What to do about blood stays on the screen until the session is closed. */
function Blood({ session }: { readonly session: Session }): JSX.Element | null {
  const bled = (session.started?.zones ?? []).flatMap((zone) => {
    const amount = bleedingOf(session, zone);
    return amount === undefined || amount === 'none' ? [] : [{ zone, amount }];
  });
  if (bled.length === 0) return null;
  return (
    <>
      {bled.map(({ zone, amount }) => (
        <Notice key={zone} tone={amount === 'more' ? 'stop' : 'wait'} title={`The ${zoneNames[zone]} bled`}>
          <p>{bleedingAdvice[amount].says}</p>
          {amount === 'more' ? (
            <p>
              <Link to="/help">Get help now</Link>
            </p>
          ) : null}
          <Sources ids={bleedingAdvice[amount].sources} about={bleedingAdvice[amount].says} />
        </Notice>
      ))}
    </>
  );
}

function CloseStep({ tools }: { readonly tools: StepTools }): JSX.Element {
  return (
    <>
      <p>
        Every step of the list has been done. Closing the session keeps it as it is; what the skin does next goes into the
        check-ins.
      </p>
      <div className="actions">
        <Button busy={tools.busy} onPress={() => tools.write({ step: 'closed' })}>
          Close the session
        </Button>
      </div>
    </>
  );
}
