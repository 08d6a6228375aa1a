import { checkAntiseptic, checkDisinfection, type Disinfected, type Hygiene, hygiene } from '@stria/care';
import { type EntryId, parseDay, type RecordState, type Session, type SessionEvent } from '@stria/record';
import { type JSX, useState } from 'react';
import { today, useKeep } from '../../keep/index.ts';
import { Button } from '../../parts/button.tsx';
import { Choices } from '../../parts/choice.tsx';
import { clockText } from '../../parts/clock-words.ts';
import { Countdown } from '../../parts/countdown.tsx';
import { Field } from '../../parts/field.tsx';
import { ErrorNotice, Notice } from '../../parts/notice.tsx';
import { Sources } from '../../parts/sources.tsx';
import { antisepticWords } from '../shelf/shelf-words.ts';
import type { StepTools } from './step-tools.ts';
import { countingEntries } from './taken-back.ts';

type DisinfectionStarted = Extract<SessionEvent, { step: 'disinfection-started' }>;
const TYPED = 'typed';

/** What to disinfect with, from the shelf or typed; the clock starts when it is wet. */
export function DisinfectStep(props: {
  readonly of: Disinfected;
  readonly hygiene: Hygiene;
  readonly tools: StepTools;
}): JSX.Element {
  const { of, tools } = props;
  const rule = props.hygiene;
  const { state } = useKeep();
  const shelf = state.antiseptics.filter((a) => a.body.meantFor.includes(of === 'needle-after' ? 'needle' : of));
  const [chosen, setChosen] = useState<string>(
    shelf.find((a) => checkAntiseptic(a.body, of, today()).length === 0)?.id ?? TYPED,
  );
  const [agent, setAgent] = useState(rule.agent);
  const [percent, setPercent] = useState(rule.concentrationPercent === undefined ? '' : String(rule.concentrationPercent));
  const [expires, setExpires] = useState('');
  const expiresOn = parseDay(expires);
  const typed: DisinfectionStarted = {
    step: 'disinfection-started',
    of,
    agent: agent.trim() === '' ? rule.agent : agent.trim(),
    ...(percent.trim() === '' ? {} : { concentrationPercent: Number(percent.replace(',', '.')) }),
    ...(expiresOn === undefined ? {} : { expiresOn }),
    contactSeconds: rule.contactSeconds,
  };
  const onShelf = shelf.find((a) => a.id === chosen);
  const event = onShelf === undefined ? typed : fromShelf(onShelf, of, rule);
  const problems = onShelf === undefined ? checkDisinfection(typed, today()) : checkAntiseptic(onShelf.body, of, today());
  const fields = (
    <div className="stack">
      <Field label="With what" value={agent} onChange={setAgent} maxLength={80} />
      {rule.concentrationPercent === undefined ? null : (
        <Field label="Strength" type="number" unit="%" value={percent} onChange={setPercent} min={1} max={100} />
      )}
      <Field label="Use by (you may leave this empty)" type="date" value={expires} onChange={setExpires} />
    </div>
  );
  return (
    <>
      <p>{rule.says}</p>
      <p>
        Contact time: <strong>{clockText(rule.contactSeconds)}</strong>. The next step opens when it is over.
      </p>
      <Sources ids={rule.sources} about={rule.says} />
      {shelf.length === 0 ? (
        <details className="more">
          <summary>What I use, and its date</summary>
          {fields}
        </details>
      ) : (
        <fieldset className="stack-tight">
          <legend>
            <strong>With what?</strong>
          </legend>
          <Choices
            name="antiseptic"
            kind="radio"
            options={[
              ...shelf.map((a) => ({ value: a.id, label: a.body.name, hint: antisepticWords(a.body) })),
              { value: TYPED, label: 'Something that is not on my shelf' },
            ]}
            chosen={[chosen]}
            onChange={([value]) => setChosen(value ?? TYPED)}
            more={(value) => (value === TYPED ? fields : undefined)}
          />
        </fieldset>
      )}
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

function fromShelf(entry: RecordState['antiseptics'][number], of: Disinfected, rule: Hygiene): DisinfectionStarted {
  const { agent, concentrationPercent, expiresOn } = entry.body;
  return {
    step: 'disinfection-started',
    of,
    registered: entry.id,
    agent,
    ...(concentrationPercent === undefined ? {} : { concentrationPercent }),
    ...(expiresOn === undefined ? {} : { expiresOn }),
    contactSeconds: rule.contactSeconds,
  };
}

/** The contact time. What is left is the stored start against the clock, so a reload or a dead battery does not shorten it. */
export function WaitStep(props: {
  readonly session: Session;
  readonly of: Disinfected;
  readonly remainingSeconds: number;
  readonly nowMs: number;
  readonly tools: StepTools;
}): JSX.Element {
  const { of, remainingSeconds, tools } = props;
  const { entries } = useKeep();
  const start = newestStart(entries, props.session.id, of);
  const total = Math.max(start?.event.contactSeconds ?? 0, hygiene[of].contactSeconds);
  const setBack = start !== undefined && Date.parse(start.at) > props.nowMs + SETTING_SLACK_MS;
  return (
    <>
      <div className="card">
        <Countdown remainingSeconds={remainingSeconds} totalSeconds={total} label="Has to stay wet for" />
      </div>
      {setBack ? (
        <Notice tone="wait" role="status" title="The clock of this device was set back">
          <p>How long it has been wet cannot be told any more. Wet it again and start again: then the whole time counts.</p>
        </Notice>
      ) : null}
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
        {start === undefined || remainingSeconds === 0 ? null : (
          <Button look="quiet" busy={tools.busy} onPress={() => tools.restart(setBack ? start.id : undefined, start.event)}>
            It dried early: start again
          </Button>
        )}
      </div>
    </>
  );
}

/** Entries of one moment are dated a little apart; a start this little in the future is not a clock that was set back. */
const SETTING_SLACK_MS = 2000;

function newestStart(
  entries: Parameters<typeof countingEntries>[0],
  session: EntryId,
  of: Disinfected,
): { id: EntryId; at: string; event: DisinfectionStarted } | undefined {
  for (const { id, at, body } of countingEntries(entries, session).reverse()) {
    if (body.event.step === 'disinfection-started' && body.event.of === of) return { id, at, event: body.event };
  }
  return undefined;
}
