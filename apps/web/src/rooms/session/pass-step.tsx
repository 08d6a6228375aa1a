import {
  channelDensity,
  type Direction,
  directionNames,
  intensityOf,
  intensityWords,
  type NextStep,
  passesInAll,
} from '@stria/care';
import type { Session } from '@stria/record';
import type { JSX } from 'react';
import { useKeep } from '../../keep/index.ts';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Sources } from '../../parts/sources.tsx';
import { OnTheSkin } from './on-the-skin.tsx';
import { PassGrid } from './pass-grid.tsx';
import type { StepTools } from './step-tools.ts';
import { UndoPass } from './undo-pass.tsx';

type Pass = Extract<NextStep, { step: 'pass' }>;

/** One direction of one patch: a large counter, one tap a pass, and the grid that says what is done and what is left. */
export function PassStep(props: {
  readonly next: Pass;
  readonly session: Session;
  readonly passesPerDirection: number;
  readonly tools: StepTools;
}): JSX.Element {
  const { next, session, tools, passesPerDirection } = props;
  const { zone, patch, direction } = next;
  const done = passesPerDirection - next.passesLeft;
  return (
    <>
      <div className="card pass-card">
        <Arrow direction={direction} />
        <p className="pass-count" aria-live="polite">
          <span className="pass-number">{done}</span> of {passesPerDirection} passes done
        </p>
        <Button busy={tools.busy} onPress={() => tools.write({ step: 'passes-done', zone, patch, direction, passes: 1 })}>
          Pass {done + 1} done
        </Button>
        <UndoPass session={session} tools={tools} />
      </div>
      <PassGrid session={session} now={next} passesPerDirection={passesPerDirection} />
      <Notice tone="info" title="Light, and lift">
        <p>
          Roll once {directionNames[direction]} with hardly any pressure. Lift it off to change direction. Never turn it on the
          skin. Evenly pink is enough, even if passes are left.
        </p>
        <Sources ids={['b11', 'b13', 'convention']} about="how to roll" />
      </Notice>
      <OnTheSkin zone={zone} tools={tools} />
      <HowStrong session={session} passesPerDirection={passesPerDirection} />
    </>
  );
}

const turns: Record<Direction, string> = { 1: 'rotate(0)', 2: 'rotate(90)', 3: 'rotate(45)', 4: 'rotate(-45)' };

function Arrow({ direction }: { readonly direction: Direction }): JSX.Element {
  return (
    <svg viewBox="-60 -60 120 120" className="pass-arrow" aria-hidden="true">
      <circle r="56" className="pass-ring" />
      <g transform={turns[direction]} className="pass-line">
        <path d="M0-38V38M-12-26 0-38 12-26M-12 26 0 38 12 26" />
      </g>
    </svg>
  );
}

/** Passes so far, and how strong the whole of one place will be. */
function HowStrong(props: { readonly session: Session; readonly passesPerDirection: number }): JSX.Element | null {
  const { state } = useKeep();
  const { started } = props.session;
  if (started === undefined) return null;
  const needleCount = state.devices.find((d) => d.entry.id === started.registered)?.entry.body.needleCount;
  const dose = {
    needleLengthMm: started.needleLengthMm,
    passes: props.passesPerDirection * 4,
    ...(needleCount === undefined ? {} : { needleCount }),
  };
  const strength = intensityOf(dose);
  const density = channelDensity(dose);
  return (
    <div>
      <p className="soft small">
        {passesInAll(props.session)} {passesInAll(props.session) === 1 ? 'pass' : 'passes'} so far.{' '}
        {intensityWords[strength.intensity]}: {dose.passes} passes over one place with {dose.needleLengthMm} mm leave about{' '}
        {Math.round(density.channelsPerCm2)} channels in a square centimetre ({Math.round(density.band.low)} to{' '}
        {Math.round(density.band.high)}).
      </p>
      <Sources ids={[...density.sources, ...strength.sources]} about="how strong this is" />
    </div>
  );
}
