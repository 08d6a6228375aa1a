import { checkDisinfection, type Disinfected, type Hygiene, hygiene } from '@stria/care';
import { parseDay, type Session, type SessionEvent } from '@stria/record';
import { type JSX, useState } from 'react';
import { today } from '../../keep/index.ts';
import { Button } from '../../parts/button.tsx';
import { Countdown } from '../../parts/countdown.tsx';
import { Field } from '../../parts/field.tsx';
import { ErrorNotice } from '../../parts/notice.tsx';
import { Sources } from '../../parts/sources.tsx';
import type { StepTools } from './step-tools.ts';

type DisinfectionStarted = Extract<SessionEvent, { step: 'disinfection-started' }>;

/** What to disinfect with; the clock starts when it is wet. */
export function DisinfectStep(props: {
  readonly of: Disinfected;
  readonly hygiene: Hygiene;
  readonly tools: StepTools;
}): JSX.Element {
  const { of, tools } = props;
  const rule = props.hygiene;
  const [agent, setAgent] = useState(rule.agent);
  const [percent, setPercent] = useState(rule.concentrationPercent === undefined ? '' : String(rule.concentrationPercent));
  const [expires, setExpires] = useState('');
  const expiresOn = parseDay(expires);
  const event: DisinfectionStarted = {
    step: 'disinfection-started',
    of,
    agent: agent.trim() === '' ? rule.agent : agent.trim(),
    ...(percent.trim() === '' ? {} : { concentrationPercent: Number(percent.replace(',', '.')) }),
    ...(expiresOn === undefined ? {} : { expiresOn }),
    contactSeconds: rule.contactSeconds,
  };
  const problems = checkDisinfection(event, today());
  return (
    <>
      <p>{rule.says}</p>
      <Sources ids={rule.sources} about={rule.says} />
      <details className="more">
        <summary>What I use, and its date</summary>
        <div className="stack">
          <Field label="With what" value={agent} onChange={setAgent} maxLength={80} />
          {rule.concentrationPercent === undefined ? null : (
            <Field label="Strength" type="number" unit="%" value={percent} onChange={setPercent} min={1} max={100} />
          )}
          <Field label="Use by (you may leave this empty)" type="date" value={expires} onChange={setExpires} />
        </div>
      </details>
      <ErrorNotice problems={problems} kept="Nothing has started yet." />
      <div className="actions">
        <Button
          busy={tools.busy}
          onPress={() => tools.write(event)}
          waitsFor={problems.length === 0 ? undefined : 'Opens with a disinfectant that fits.'}
        >
          It is wet: start the clock
        </Button>
      </div>
    </>
  );
}

/** The contact time. What is left is the stored start against the clock, so a reload or a dead battery does not shorten it. */
export function WaitStep(props: {
  readonly session: Session;
  readonly of: Disinfected;
  readonly remainingSeconds: number;
  readonly tools: StepTools;
}): JSX.Element {
  const { of, remainingSeconds, tools } = props;
  const started = props.session.events
    .map((e) => e.event)
    .findLast((e): e is DisinfectionStarted => e.step === 'disinfection-started' && e.of === of);
  const total = Math.max(started?.contactSeconds ?? 0, hygiene[of].contactSeconds);
  return (
    <>
      <div className="card">
        <Countdown remainingSeconds={remainingSeconds} totalSeconds={total} label="Has to stay wet for" />
      </div>
      <div className="actions">
        <Button
          busy={tools.busy}
          onPress={() => tools.write({ step: 'disinfection-finished', of })}
          waitsFor={
            remainingSeconds > 0
              ? 'Opens when the time is up. You may put the phone down: the clock goes on, also when it is closed.'
              : undefined
          }
        >
          Go on
        </Button>
        {started === undefined || remainingSeconds === 0 ? null : (
          <Button look="quiet" busy={tools.busy} onPress={() => tools.write(started)}>
            It dried early: start again
          </Button>
        )}
      </div>
    </>
  );
}
