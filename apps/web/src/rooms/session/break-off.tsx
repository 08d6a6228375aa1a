import { type JSX, useState } from 'react';
import { Button } from '../../parts/button.tsx';
import { Field } from '../../parts/field.tsx';
import type { StepTools } from './step-tools.ts';

/** A session can be broken off at any step; what was done stays in the chart. */
export function BreakOff({ tools, needled }: { readonly tools: StepTools; readonly needled: boolean }): JSX.Element {
  const [reason, setReason] = useState('');
  return (
    <details className="more">
      <summary>Stop the whole session</summary>
      <div className="stack">
        {needled ? (
          <p>The skin was needled: the aftercare counts from the last pass, and the needle belongs in the sharps bin.</p>
        ) : (
          <p>No needle has touched the skin, so this session can be begun again another day.</p>
        )}
        <Field label="Why? A few words" value={reason} onChange={setReason} maxLength={500} />
        <div className="actions">
          <Button
            look="stop"
            busy={tools.busy}
            waitsFor={reason.trim() === '' ? 'Write a few words first.' : undefined}
            onPress={() => tools.write({ step: 'broken-off', reason: reason.trim() })}
          >
            Stop the session
          </Button>
        </div>
      </div>
    </details>
  );
}
