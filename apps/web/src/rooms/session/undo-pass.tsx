import type { Session } from '@stria/record';
import type { JSX } from 'react';
import { useKeep } from '../../keep/index.ts';
import { Button } from '../../parts/button.tsx';
import type { StepTools } from './step-tools.ts';
import { lastOf } from './taken-back.ts';

/** Takes the last tap back, where the last thing that happened was a pass. The chart keeps both the tap and its correction. */
export function UndoPass({ session, tools }: { readonly session: Session; readonly tools: StepTools }): JSX.Element | null {
  const { entries } = useKeep();
  const last = lastOf(entries, session.id, 'passes-done');
  if (last === undefined) return null;
  return (
    <div className="actions">
      <Button look="quiet" busy={tools.busy} onPress={() => tools.takeBack(last.id, 'tapped once too often')}>
        Take back the last pass
      </Button>
    </div>
  );
}
