import type { Goal, SourceId } from '@stria/record';

/** What a person can hope to see change, in their words; each can be measured or felt. */
export const goalWords: Record<Goal, { readonly title: string; readonly says: string; readonly sources: readonly SourceId[] }> =
  {
    'softer-feel': {
      title: 'Softer to the touch',
      says: 'You judge it with your fingers, and write it down.',
      sources: ['convention'],
    },
    'less-colour-contrast': {
      title: 'Less colour contrast',
      says: 'The marks stand out less from the skin around. Photos can measure it.',
      sources: ['a26', 'convention'],
    },
    'narrower-look': {
      title: 'A narrower look',
      says: 'The marks look less wide. Photos can measure it.',
      sources: ['convention'],
    },
    'just-track': {
      title: 'Just keep track',
      says: 'See how they change on their own. Nothing has to be done.',
      sources: ['j22'],
    },
  };

/** What is answered to a wish: whether it hopes for more than skin can do, what is possible, and on what that rests. */
export interface WishAnswer {
  readonly beyond: boolean;
  readonly says: string;
  readonly sources: readonly SourceId[];
}

/** Hopes that no method meets: gone, all of it, as before, like new, without a trace. */
const beyond =
  /\b(remov\w*|gone|go(es|ing)? away|away|rid|disappear\w*|vanish\w*|eras\w*|delet\w*|eliminat\w*|get(ting)? them off|perfect\w*|fla\w+less|smooth(er)? skin|spotless|clear skin|like new|as before|like before|used to be|old skin|new skin|no (more )?(marks|stripes|lines|scars|stretch)|without (any )?(marks|stripes|lines|scars)|never had|all of (it|them)|complete\w*|total\w*|100 ?%|heal\w*|cure\w*|fix\w*)\b/i;

/**
 * Answers a wish in the person's own words. Nothing is kept of it. Undefined where nothing was written. What is not
 * recognised gets the same kind answer without the first sentence: never a promise by silence.
 */
export function answerWish(text: string): WishAnswer | undefined {
  if (text.trim() === '') return undefined;
  const possible =
    'What people in studies saw: marks that stood out less, or felt softer. It took months, and it was not the same for everybody.';
  if (beyond.test(text)) {
    return {
      beyond: true,
      says: `That is an understandable wish. No method that we found makes stretch marks go away. ${possible} Pick below what you would like to follow.`,
      sources: ['j22', 'a18', 'a22'],
    };
  }
  return { beyond: false, says: `${possible} Pick below what comes closest.`, sources: ['j22', 'a18', 'a22'] };
}
