import { hygiene, MOST_NEEDLE_USES, mustBinNeedle } from '@stria/care';
import type { Session } from '@stria/record';
import type { JSX } from 'react';
import { keep, today } from '../../keep/index.ts';
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
  const { session, started, tools } = props;
  const after = hygiene['needle-after'];
  const uses = started.usesBefore + 1;
  const mustBin = mustBinNeedle(session);
  const bin = () => {
    const { registered } = started;
    return tools.write({ step: 'needle-put-away', way: 'sharps-bin' }, async () =>
      registered === undefined
        ? { ok: true, value: undefined }
        : keep.append('device-retired', { device: registered, on: today(), way: 'sharps-bin' }),
    );
  };
  if (!mustBin && wasDisinfected(session)) return <KeepIt uses={uses} tools={tools} />;
  return (
    <>
      <Card title="Into the sharps bin" main>
        <p>
          A new one for each session is what we ask for. A hard plastic bottle with a lid does as a bin; never the loose
          rubbish.
        </p>
        <Sources ids={['b02', 'b29', 'convention']} about="the sharps bin" />
        <div className="actions">
          <Button busy={tools.busy} onPress={bin}>
            It is in the sharps bin
          </Button>
        </div>
      </Card>
      {mustBin ? <p className="soft">A bent needle may not be kept.</p> : null}
      {!mustBin && uses >= MOST_NEEDLE_USES ? (
        <p className="soft">This needle was used {uses} times. It may not be kept.</p>
      ) : null}
      {mustBin || uses >= MOST_NEEDLE_USES || started.device === 'pen' ? null : (
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

const wasDisinfected = (session: Session): boolean =>
  session.events.some((e) => e.event.step === 'disinfection-finished' && e.event.of === 'needle-after');

function KeepIt({ uses, tools }: { readonly uses: number; readonly tools: StepTools }): JSX.Element {
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
