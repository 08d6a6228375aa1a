import { hygiene, MOST_NEEDLE_USES } from '@stria/care';
import type { Session } from '@stria/record';
import type { JSX } from 'react';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { Sources } from '../../parts/sources.tsx';
import type { Started, StepTools } from './step-tools.ts';

/** The needle goes into the sharps bin, or is disinfected a second time and kept for the same person. */
export function NeedleAwayStep(props: {
  readonly session: Session;
  readonly started: Started;
  readonly tools: StepTools;
}): JSX.Element {
  const { tools } = props;
  const after = hygiene['needle-after'];
  const uses = props.started.usesBefore + 1;
  const disinfected = props.session.events.some(
    (e) => e.event.step === 'disinfection-finished' && e.event.of === 'needle-after',
  );
  if (disinfected) {
    return (
      <>
        <p>Let it dry in the air, then put it into a clean, closed box with your name. Disinfected, not sterile.</p>
        <p className="soft">
          Used {uses} of at most {MOST_NEEDLE_USES} times.
        </p>
        <div className="actions">
          <Button busy={tools.busy} onPress={() => tools.write({ step: 'needle-put-away', way: 'disinfected-not-sterile' })}>
            It is put away
          </Button>
        </div>
      </>
    );
  }
  return (
    <>
      <Card title="Into the sharps bin" main>
        <p>
          A new one for each session is what we ask for. A hard plastic bottle with a lid does as a bin; never the loose
          rubbish.
        </p>
        <div className="actions">
          <Button busy={tools.busy} onPress={() => tools.write({ step: 'needle-put-away', way: 'sharps-bin' })}>
            It is in the sharps bin
          </Button>
        </div>
      </Card>
      {uses >= MOST_NEEDLE_USES ? (
        <p className="soft">This needle was used {uses} times. It may not be kept.</p>
      ) : (
        <Card title="Or keep it, for yourself only">
          <p>{after.says}</p>
          <Sources ids={after.sources} about={after.says} />
          <div className="actions">
            <Button
              look="quiet"
              busy={tools.busy}
              onPress={() =>
                tools.write({
                  step: 'disinfection-started',
                  of: 'needle-after',
                  agent: after.agent,
                  ...(after.concentrationPercent === undefined ? {} : { concentrationPercent: after.concentrationPercent }),
                  contactSeconds: after.contactSeconds,
                })
              }
            >
              It lies in alcohol: start the clock
            </Button>
          </div>
        </Card>
      )}
    </>
  );
}
