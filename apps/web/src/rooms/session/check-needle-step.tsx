import type { Problem } from '@stria/record';
import type { JSX } from 'react';
import { useNavigate } from 'react-router';
import { keep, today } from '../../keep/index.ts';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Sources } from '../../parts/sources.tsx';
import type { Started, StepTools } from './step-tools.ts';

/** A look under a bright light, each time: a bent needle tears, and a needle is for one person only. Source: b13, e11. */
export function CheckNeedleStep({ tools }: { readonly tools: StepTools }): JSX.Element {
  const found = (bentNeedles: boolean, usedByAnotherPerson: boolean) =>
    tools.write({ step: 'needle-checked', bentNeedles, usedByAnotherPerson });
  return (
    <>
      <p>
        Hold the head under a bright light and turn it slowly. Every needle should stand straight. Do not touch them. Only you
        have ever used it.
      </p>
      <Sources ids={['b13', 'e11', 'b02', 'convention']} about="looking at the needles" />
      <div className="actions session-answers">
        <Button busy={tools.busy} onPress={() => found(false, false)}>
          All straight, and only mine
        </Button>
        <Button look="quiet" busy={tools.busy} onPress={() => found(true, false)}>
          One is bent, blunt or missing
        </Button>
        <Button look="quiet" busy={tools.busy} onPress={() => found(false, true)}>
          Another person has used it
        </Button>
      </div>
    </>
  );
}

/** The needle goes, the session stops before it began, and a new one can be taken at once. */
export function NeedleRefused(props: {
  readonly started: Started;
  readonly problems: readonly Problem[];
  readonly tools: StepTools;
}): JSX.Element {
  const { started, problems, tools } = props;
  const navigate = useNavigate();
  const says = problems.map((p) => p.says).join(' ');
  const bin = async () => {
    const { registered } = started;
    const stopped = await tools.write({ step: 'broken-off', reason: says }, async () =>
      registered === undefined
        ? { ok: true, value: undefined }
        : keep.append('device-retired', { device: registered, on: today(), way: 'sharps-bin', reason: says }),
    );
    if (stopped) await navigate('/session/begin');
  };
  return (
    <>
      <Notice tone="stop" title="This one goes into the sharps bin">
        <p>{says}</p>
        <p>No needle has touched your skin. With a new, sealed, sterile one you can begin again right away.</p>
      </Notice>
      <div className="actions">
        <Button busy={tools.busy} onPress={bin}>
          It is in the bin: take a new one
        </Button>
      </div>
    </>
  );
}
