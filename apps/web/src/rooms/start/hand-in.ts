import { validateAnswers } from '@stria/care';
import { fail, type Problem } from '@stria/record';
import { useNavigate } from 'react-router';
import { keep, today, useAct } from '../../keep/index.ts';
import { type Draft, handIn } from './draft.ts';

/** Puts the answers of a draft into the chart and goes on to what the rules say. Earlier answers stay in the chart. */
export function useHandIn(
  draft: Draft,
  onHandedIn: () => Promise<void>,
): { readonly busy: boolean; readonly problems: readonly Problem[]; readonly handIn: () => Promise<void> } {
  const { busy, problems, run } = useAct();
  const navigate = useNavigate();
  const save = async () => {
    const saved = await run(async () => {
      const answers = handIn(draft, today());
      const [first, ...more] = validateAnswers(answers);
      return first === undefined ? keep.append('answers', answers) : fail(first, ...more);
    });
    if (!saved) return;
    await onHandedIn();
    await navigate('/start/verdict');
  };
  return { busy, problems, handIn: save };
}
