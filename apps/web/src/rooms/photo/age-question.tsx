import { type Zone, zoneNames } from '@stria/record';
import { type JSX, useState } from 'react';
import { keep, useAct } from '../../keep/index.ts';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { Field } from '../../parts/field.tsx';
import { ErrorNotice } from '../../parts/notice.tsx';
import { keepAge } from './known-age.ts';

/** Asked before a photo of some places where no age was given yet. */
export function AgeQuestion(props: { readonly zone: Zone; readonly onKept: () => Promise<void> }): JSX.Element {
  const { busy, problems, run } = useAct();
  const [text, setText] = useState('');
  const age = /^\d{1,3}$/.test(text.trim()) ? Number(text) : undefined;
  const valid = age !== undefined && age <= 120 ? age : undefined;
  const save = async (ageYears: number) => {
    const kept = await run(async () => {
      if (keep.view().record === undefined) {
        const begun = await keep.begin('My chart');
        if (!begun.ok) return begun;
      }
      return keepAge(ageYears);
    });
    if (kept) await props.onKept();
  };
  return (
    <Card title="How old are you?">
      <p>
        Under 18, stria keeps no photos of the {zoneNames[props.zone]}. So your age is asked first. It stays on this device and
        is used for this rule only.
      </p>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (valid !== undefined) void save(valid);
        }}
      >
        <Field label="Age in years" type="number" min={0} max={120} step={1} value={text} onChange={setText} />
        <ErrorNotice problems={problems} />
        <div className="actions">
          <Button type="submit" busy={busy} waitsFor={valid === undefined ? 'Write your age in whole years.' : undefined}>
            Go on
          </Button>
        </div>
      </form>
    </Card>
  );
}
