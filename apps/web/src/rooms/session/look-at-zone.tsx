import { passesInAll, settingOf } from '@stria/care';
import { type Session, type Zone, zoneNames } from '@stria/record';
import type { JSX } from 'react';
import { Button } from '../../parts/button.tsx';
import { Sources } from '../../parts/sources.tsx';
import type { StepTools } from './step-tools.ts';
import { UndoPass } from './undo-pass.tsx';

/** After each zone: does it bleed? One tap, with gloves on. */
export function LookAtZone(props: { readonly zone: Zone; readonly session: Session; readonly tools: StepTools }): JSX.Element {
  const { zone, tools } = props;
  const said = (amount: 'none' | 'pinpoint' | 'more') => tools.write({ step: 'bleeding', zone, amount });
  const home = settingOf(props.session) === 'home';
  return (
    <>
      <p>
        {passesInAll(props.session, zone)} passes on the {zoneNames[zone]}. Is there blood?{' '}
        {home ? 'At home even pink is where to stop; blood is past it.' : null}
      </p>
      <Sources ids={['b09', 'd11', 'convention']} about="blood" />
      <div className="actions session-answers">
        <Button busy={tools.busy} onPress={() => said('none')}>
          No blood
        </Button>
        <Button look="quiet" busy={tools.busy} onPress={() => said('pinpoint')}>
          Dots of blood
        </Button>
        <Button look="quiet" busy={tools.busy} onPress={() => said('more')}>
          More than dots
        </Button>
      </div>
      <UndoPass session={props.session} tools={tools} />
    </>
  );
}
