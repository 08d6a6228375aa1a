import { courseDefaults, type NextStep, nextStep } from '@stria/care';
import type { Session } from '@stria/record';
import type { JSX } from 'react';
import { keep, useAct, useKeep } from '../../keep/index.ts';
import { Button } from '../../parts/button.tsx';
import { ErrorNotice } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { Progress } from '../../parts/progress.tsx';
import { AftercareStep } from './aftercare-step.tsx';
import { BreakOff } from './break-off.tsx';
import { DisinfectStep, WaitStep } from './disinfect-step.tsx';
import { NeedleAwayStep } from './needle-away-step.tsx';
import { PassStep } from './pass-step.tsx';
import { placeInSession } from './place.ts';
import type { Started, StepTools } from './step-tools.ts';

/** The open session: one step on the screen, the one that the record and the clock say comes next. */
export function SessionSteps(props: {
  readonly session: Session;
  readonly started: Started;
  readonly nowMs: number;
}): JSX.Element {
  const { session, started, nowMs } = props;
  const { entries } = useKeep();
  const { busy, problems, run } = useAct();
  const plan = entries.find((e) => e.kind === 'plan' && e.id === started.plan);
  const passesPerDirection = plan?.kind === 'plan' ? plan.body.passesPerDirection : courseDefaults.passesPerDirection;
  const next = nextStep(session, nowMs, { passesPerDirection });
  const place = placeInSession(next, started.needle);
  const tools: StepTools = {
    busy,
    write: (event) => run(() => keep.append('session', { session: session.id, event })),
  };
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
      <StepBody next={next} session={session} started={started} passesPerDirection={passesPerDirection} tools={tools} />
      <ErrorNotice problems={problems} kept="The steps before this one are kept. This one is not yet: try it again." />
      {next.step === 'close' ? null : <BreakOff tools={tools} needled={session.needledAt !== undefined} />}
    </Page>
  );
}

function StepBody(props: {
  readonly next: NextStep;
  readonly session: Session;
  readonly started: Started;
  readonly passesPerDirection: number;
  readonly tools: StepTools;
}): JSX.Element {
  const { next, tools } = props;
  switch (next.step) {
    case 'blocked':
      return <ErrorNotice problems={next.problems} kept="The session is kept as it is." />;
    case 'wash-hands':
      return <WashHands tools={tools} />;
    case 'disinfect':
      return <DisinfectStep key={next.of} of={next.of} hygiene={next.hygiene} tools={tools} />;
    case 'wait':
      return <WaitStep session={props.session} of={next.of} remainingSeconds={next.remainingSeconds} tools={tools} />;
    case 'finish-disinfection':
      return <WaitStep session={props.session} of={next.of} remainingSeconds={0} tools={tools} />;
    case 'pass':
      return <PassStep next={next} session={props.session} passesPerDirection={props.passesPerDirection} tools={tools} />;
    case 'put-needle-away':
      return <NeedleAwayStep session={props.session} started={props.started} tools={tools} />;
    case 'aftercare':
      return <AftercareStep tools={tools} />;
    case 'close':
      return <CloseStep tools={tools} />;
    case 'done':
      return <p>This session is closed.</p>;
  }
}

function WashHands({ tools }: { readonly tools: StepTools }): JSX.Element {
  return (
    <>
      <ul>
        <li>Take off rings and watch.</li>
        <li>Soap and warm water for as long as it takes to count to 40, thumbs and fingertips too.</li>
        <li>Dry with a clean paper towel. From now on touch only what belongs to the session.</li>
      </ul>
      <div className="actions">
        <Button busy={tools.busy} onPress={() => tools.write({ step: 'hands-washed' })}>
          My hands are washed
        </Button>
      </div>
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
