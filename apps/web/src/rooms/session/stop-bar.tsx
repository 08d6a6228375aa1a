import type { NextStep } from '@stria/care';
import { type Session, type SessionEvent, type Zone, zoneNames } from '@stria/record';
import { type JSX, useRef, useState } from 'react';
import { Link } from 'react-router';
import { Button } from '../../parts/button.tsx';
import { Choices, type Option } from '../../parts/choice.tsx';
import { Field } from '../../parts/field.tsx';
import { Icon } from '../../parts/icon.tsx';
import type { StepTools } from './step-tools.ts';

/** Stop, always at the same place on the screen. What it stops is asked after the tap, so that the tap itself is never wrong. */
export function StopBar(props: { readonly next: NextStep; readonly session: Session; readonly tools: StepTools }): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  const zone = props.next.step === 'pass' ? props.next.zone : undefined;
  const close = () => dialog.current?.close();
  return (
    <>
      <div className="stop-bar no-print">
        <button type="button" className="button button-stop" onClick={() => dialog.current?.showModal()}>
          <Icon name="stop" /> Stop
        </button>
      </div>
      <dialog ref={dialog} className="stop-dialog" aria-labelledby="stop-title">
        <div className="stack">
          <h2 id="stop-title">Lift the needle off. What do you want to stop?</h2>
          <p>
            Does something frighten you? <Link to="/help">Get help now</Link>
          </p>
          {zone === undefined ? null : <StopZone key={zone} zone={zone} tools={props.tools} onDone={close} />}
          <BreakOff
            tools={props.tools}
            needled={props.session.needledAt !== undefined}
            alone={zone === undefined}
            onDone={close}
          />
          <div className="actions">
            <Button onPress={close}>Go on with the session</Button>
          </div>
        </div>
      </dialog>
    </>
  );
}

const stops = [
  { value: 'even-pink', label: 'It is evenly pink', hint: 'That is the sign to stop here. Enough is enough.' },
  { value: 'pinpoint', label: 'There are dots of blood' },
  { value: 'more', label: 'It bleeds more than dots' },
  { value: 'pain', label: 'It hurts more than a scratch' },
  { value: 'needle', label: 'A needle is bent, or the roller catches', hint: 'This ends the needle: no more passes today.' },
] as const;
type Stop = (typeof stops)[number]['value'];

function eventOf(why: Stop, zone: Zone): SessionEvent {
  switch (why) {
    case 'pinpoint':
    case 'more':
      return { step: 'bleeding', zone, amount: why };
    case 'needle':
      return { step: 'needle-checked', bentNeedles: true, usedByAnotherPerson: false };
    case 'even-pink':
    case 'pain':
      return { step: 'zone-stopped', zone, reason: stops.find((s) => s.value === why)?.label ?? why };
  }
}

function StopZone(props: { readonly zone: Zone; readonly tools: StepTools; readonly onDone: () => void }): JSX.Element {
  const { zone, tools } = props;
  const [why, setWhy] = useState<Stop>();
  const stop = async () => {
    if (why !== undefined && (await tools.write(eventOf(why, zone)))) props.onDone();
  };
  return (
    <fieldset className="stack-tight">
      <legend>
        <strong>Only the {zoneNames[zone]}</strong>
      </legend>
      <Choices
        name="stop"
        kind="radio"
        options={stops}
        chosen={why === undefined ? [] : [why]}
        onChange={([value]) => setWhy(value as Stop)}
      />
      <div className="actions">
        <Button look="stop" busy={tools.busy} waitsFor={why === undefined ? 'Choose why first.' : undefined} onPress={stop}>
          Stop this place
        </Button>
      </div>
    </fieldset>
  );
}

const OTHER = 'other';
/** A tap is enough: nobody who wants to stop has to type with gloves on. */
const breaks: readonly Option[] = [
  { value: 'I do not want to go on', label: 'I do not want to go on' },
  { value: 'It hurts, or the skin looks wrong', label: 'It hurts, or the skin looks wrong' },
  { value: 'I feel unwell', label: 'I feel unwell' },
  { value: 'Something is missing, or I was interrupted', label: 'Something is missing, or I was interrupted' },
  { value: OTHER, label: 'Something else' },
];

/** A session can be broken off at any step; what was done stays in the chart. */
function BreakOff(props: {
  readonly tools: StepTools;
  readonly needled: boolean;
  /** Nothing else stands in the dialog: then it is open. */
  readonly alone: boolean;
  readonly onDone: () => void;
}): JSX.Element {
  const { tools } = props;
  const [why, setWhy] = useState<string>();
  const [words, setWords] = useState('');
  const reason = why === OTHER ? words : (why ?? '');
  const stop = async () => {
    if (await tools.write({ step: 'broken-off', reason: reason.trim() })) props.onDone();
  };
  return (
    <details className="more" open={props.alone}>
      <summary>The whole session</summary>
      <div className="stack">
        {props.needled ? (
          <p>The skin was needled: the aftercare counts from the last pass, and the needle belongs in the sharps bin.</p>
        ) : (
          <p>No needle has touched the skin, so this session can be begun again another day.</p>
        )}
        <fieldset className="stack-tight">
          <legend>
            <strong>Why?</strong>
          </legend>
          <Choices
            name="break-off"
            kind="radio"
            options={breaks}
            chosen={why === undefined ? [] : [why]}
            onChange={([value]) => setWhy(value)}
            more={(value) =>
              value === OTHER ? <Field label="A few words" value={words} onChange={setWords} maxLength={500} /> : undefined
            }
          />
        </fieldset>
        <div className="actions">
          <Button
            look="stop"
            busy={tools.busy}
            waitsFor={why === undefined ? 'Choose why first.' : reason.trim() === '' ? 'Write a few words first.' : undefined}
            onPress={stop}
          >
            Stop the session
          </Button>
        </div>
      </div>
    </details>
  );
}
