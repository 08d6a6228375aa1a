import { type Zone, zoneNames } from '@stria/record';
import { type JSX, useState } from 'react';
import { keep, today, useAct, useKeep } from '../../keep/index.ts';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { Field } from '../../parts/field.tsx';
import { ErrorNotice } from '../../parts/notice.tsx';

/** Asked before a photo of some places where the age was never given; kept as an answer like every other. */
export function AgeQuestion({ zone }: { readonly zone: Zone }): JSX.Element {
  const { state } = useKeep();
  const { busy, problems, run } = useAct();
  const [text, setText] = useState('');
  const age = /^\d{1,3}$/.test(text.trim()) ? Number(text) : undefined;
  const valid = age !== undefined && age <= 120;
  const save = () =>
    run(async () => {
      if (keep.view().record === undefined) {
        const begun = await keep.begin('My chart');
        if (!begun.ok) return begun;
      }
      // The other answers keep their day; with none given yet, this one is the first and is given today.
      const given = state.answers?.body ?? { asOf: today(), setting: 'home' as const };
      return keep.append('answers', { ...given, ageYears: age ?? 0 });
    });
  return (
    <Card title="How old are you?">
      <p>
        Under 18, stria keeps no photos of the {zoneNames[zone]}. So your age is asked first. It stays in your chart like every
        other answer.
      </p>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (valid) void save();
        }}
      >
        <Field label="Age in years" type="number" min={0} max={120} step={1} value={text} onChange={setText} />
        <ErrorNotice problems={problems} />
        <div className="actions">
          <Button type="submit" busy={busy} waitsFor={valid ? undefined : 'Write your age in whole years.'}>
            Go on
          </Button>
        </div>
      </form>
    </Card>
  );
}
