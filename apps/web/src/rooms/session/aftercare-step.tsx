import { aftercare } from '@stria/care';
import { type JSX, useState } from 'react';
import { Button } from '../../parts/button.tsx';
import { Field } from '../../parts/field.tsx';
import { AftercareLists } from '../aftercare-lists.tsx';
import type { StepTools } from './step-tools.ts';

/** Aftercare belongs to the session: it is started, or declined with a reason. */
export function AftercareStep({ tools }: { readonly tools: StepTools }): JSX.Element {
  const [reason, setReason] = useState('');
  const now = aftercare(0);
  return (
    <>
      <p>{now.phase.says}</p>
      <AftercareLists now={now} />
      <div className="actions">
        <Button busy={tools.busy} onPress={() => tools.write({ step: 'aftercare-started' })}>
          Start aftercare
        </Button>
      </div>
      <details className="more">
        <summary>I will not follow the aftercare</summary>
        <div className="stack">
          <p>That is yours to decide. The reason is kept in the chart, for you and for whoever helps you later.</p>
          <Field label="Why not?" value={reason} onChange={setReason} maxLength={500} long />
          <div className="actions">
            <Button
              look="quiet"
              busy={tools.busy}
              waitsFor={reason.trim() === '' ? 'Write the reason first.' : undefined}
              onPress={() => tools.write({ step: 'aftercare-declined', reason: reason.trim() })}
            >
              Decline aftercare
            </Button>
          </div>
        </div>
      </details>
    </>
  );
}
