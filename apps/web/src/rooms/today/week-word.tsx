import { type Going, goingAnswers, goingNames, goings, weekNoteDue } from '@stria/care';
import type { Day, RecordState } from '@stria/record';
import { type JSX, useState } from 'react';
import { keep, useAct, useKeep } from '../../keep/index.ts';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { Field } from '../../parts/field.tsx';
import { ErrorNotice } from '../../parts/notice.tsx';
import { Sources } from '../../parts/sources.tsx';
import { runningMethods } from '../method/chosen.ts';

/** Since when somebody waits: since the plan began, or since what they do now was begun. */
function waitingSince(state: RecordState): Day | undefined {
  const days = [...(state.plan === undefined ? [] : [state.plan.body.start]), ...runningMethods(state).map((r) => r.since)];
  return days.sort()[0];
}

/** Once a week: how is the waiting? One tap, no photo, and nothing happens where it is left. */
export function WeekWord({ now }: { readonly now: Day }): JSX.Element | null {
  const { state } = useKeep();
  const { busy, problems, run } = useAct();
  const [said, setSaid] = useState<Going>();
  const [text, setText] = useState('');
  const due = weekNoteDue(
    waitingSince(state),
    state.weekNotes.map((n) => n.body.on),
    now,
  );
  if (said !== undefined) {
    return (
      <Card title="How is the waiting?">
        <p role="status">{goingAnswers[said].says}</p>
        <Sources ids={goingAnswers[said].sources} about={goingAnswers[said].says} />
      </Card>
    );
  }
  if (!due) return null;
  const say = async (going: Going) => {
    const note = { on: now, going, ...(text.trim() === '' ? {} : { text: text.trim() }) };
    if (await run(() => keep.append('week-note', note))) setSaid(going);
  };
  return (
    <Card title="How is the waiting?" eyebrow="Once a week, no photo">
      <details className="more">
        <summary>Add a few words</summary>
        <Field label="In your words" value={text} onChange={setText} maxLength={500} long />
      </details>
      <ErrorNotice problems={problems} />
      <div className="actions">
        {goings.map((going) => (
          <Button key={going} look="quiet" busy={busy} onPress={() => void say(going)}>
            {goingNames[going]}
          </Button>
        ))}
      </div>
    </Card>
  );
}
