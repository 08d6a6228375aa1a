import type { RecordState } from '@stria/record';
import { type JSX, type ReactNode, useState } from 'react';
import { keep, useAct, useKeep } from '../../keep/index.ts';
import { Button, ButtonLink } from '../../parts/button.tsx';
import { Choices } from '../../parts/choice.tsx';
import { ErrorNotice } from '../../parts/notice.tsx';
import { expectationsText } from '../purpose.ts';

/** Whether the person has ticked that marks do not disappear; the newest word counts. */
export const hasAgreed = (state: RecordState): boolean =>
  state.consents.findLast((c) => c.body.purpose === 'expectations')?.body.agreed ?? false;

/** Why a plan has to wait. */
const planWaits = 'Opens when you have ticked that you understand that marks do not disappear.';

/** The way to a plan: open once the tick is there; before that it stays in place and says why it waits. */
export function PlanLink({ children }: { readonly children: ReactNode }): JSX.Element {
  const { state } = useKeep();
  if (hasAgreed(state)) return <ButtonLink to="/start/plan">{children}</ButtonLink>;
  return <Button waitsFor={planWaits}>{children}</Button>;
}

/** The tick without which there is no plan. It is an entry of the chart, with the words that were agreed to. */
export function Agreement(): JSX.Element {
  const { state } = useKeep();
  const { problems, run } = useAct();
  // What was just ticked shows at once; it stands when it is on the disk, and falls back where that failed.
  const [wanted, setWanted] = useState<boolean>();
  const agreed = wanted ?? hasAgreed(state);
  const set = async (now: boolean) => {
    setWanted(now);
    await run(() =>
      keep.append('consent', {
        purpose: 'expectations',
        agreed: now,
        textVersion: expectationsText.version,
        text: expectationsText.text,
      }),
    );
    setWanted(undefined);
  };
  return (
    <fieldset className="stack-tight">
      <legend className="hidden-text">What you understand</legend>
      <Choices
        name="agreement"
        kind="checkbox"
        options={[{ value: 'agreed', label: expectationsText.text }]}
        chosen={agreed ? ['agreed'] : []}
        onChange={(chosen) => void set(chosen.length > 0)}
      />
      <ErrorNotice problems={problems} />
    </fieldset>
  );
}
