import { directionNames, type NextStep } from '@stria/care';
import { type Session, zoneNames } from '@stria/record';
import { type JSX, useState } from 'react';
import { Button } from '../../parts/button.tsx';
import { Choices } from '../../parts/choice.tsx';
import { Notice } from '../../parts/notice.tsx';
import type { StepTools } from './step-tools.ts';

type Pass = Extract<NextStep, { step: 'pass' }>;

/** One direction of one place: a large counter, one tap a pass, and a way to stop this place for a reason. */
export function PassStep(props: {
  readonly next: Pass;
  readonly session: Session;
  readonly passesPerDirection: number;
  readonly tools: StepTools;
}): JSX.Element {
  const { next, tools, passesPerDirection } = props;
  const { zone, direction } = next;
  const done = passesPerDirection - next.passesLeft;
  return (
    <>
      <div className="card pass-card">
        <Arrow direction={direction} />
        <p className="pass-count" aria-live="polite">
          <span className="pass-number">{done}</span> of {passesPerDirection} passes done
        </p>
        <Button busy={tools.busy} onPress={() => tools.write({ step: 'passes-done', zone, direction, passes: 1 })}>
          Pass {done + 1} done
        </Button>
      </div>
      <Notice tone="info" title="Light, and lift">
        <p>
          Roll once {directionNames[direction]} with hardly any pressure. Lift it off to change direction. Never turn it on the
          skin.
        </p>
      </Notice>
      <DirectionsSoFar direction={direction} />
      <StopZone key={zone} zone={zone} tools={tools} />
    </>
  );
}

const turns: Record<Pass['direction'], string> = { 1: 'rotate(0)', 2: 'rotate(90)', 3: 'rotate(45)', 4: 'rotate(-45)' };

function Arrow({ direction }: { readonly direction: Pass['direction'] }): JSX.Element {
  return (
    <svg viewBox="-60 -60 120 120" className="pass-arrow" aria-hidden="true">
      <circle r="56" className="pass-ring" />
      <g transform={turns[direction]} className="pass-line">
        <path d="M0-38V38M-12-26 0-38 12-26M-12 26 0 38 12 26" />
      </g>
    </svg>
  );
}

function DirectionsSoFar({ direction }: { readonly direction: Pass['direction'] }): JSX.Element {
  return (
    <p className="soft small">
      Direction {direction} of 4: {directionNames[direction]}.
    </p>
  );
}

const stops = [
  { value: 'even-pink', label: 'It is evenly pink', hint: 'That is the sign to stop here. Enough is enough.' },
  { value: 'bleeding', label: 'It bleeds', hint: 'Stop. Press a clean paper towel on it.' },
  { value: 'pain', label: 'It hurts more than a scratch' },
  { value: 'needle', label: 'A needle is bent or the roller catches' },
] as const;

function StopZone({ zone, tools }: { readonly zone: Pass['zone']; readonly tools: StepTools }): JSX.Element {
  const [reason, setReason] = useState<string>();
  const label = stops.find((s) => s.value === reason)?.label;
  return (
    <details className="more">
      <summary>Stop the {zoneNames[zone]} here</summary>
      <div className="stack">
        <fieldset>
          <legend className="hidden-text">Why do you stop here?</legend>
          <Choices
            name="stop"
            kind="radio"
            options={stops}
            chosen={reason === undefined ? [] : [reason]}
            onChange={([r]) => setReason(r)}
          />
        </fieldset>
        <div className="actions">
          <Button
            look="quiet"
            busy={tools.busy}
            waitsFor={label === undefined ? 'Choose why first.' : undefined}
            onPress={() => label !== undefined && tools.write({ step: 'zone-stopped', zone, reason: label })}
          >
            Stop this place
          </Button>
        </div>
      </div>
    </details>
  );
}
