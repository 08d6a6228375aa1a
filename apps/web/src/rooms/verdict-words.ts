import type { Decision, Level } from '@stria/care';
import type { Tone } from '../parts/notice.tsx';

/** Each decision in one sentence, for the head of a page. None of them says that something is harmless. */
export const decisionTitle: Record<Decision, string> = {
  go: 'Nothing in your answers speaks against it',
  wait: 'Wait a while first',
  'ask-first': 'Ask a doctor first',
  'do-not': 'Please do not needle',
};

export const decisionLead: Record<Decision, string> = {
  go: 'You may plan sessions within the limits below. The questions are asked again on the day of each session.',
  wait: 'Something in your answers needs time. When it has passed, answer again.',
  'ask-first': 'Some of your answers are for a doctor to judge. Take the sheet with you and write down what they said.',
  'do-not': 'Something in your answers makes needling a bad idea.',
};

export const decisionTone: Record<Decision, Tone> = { go: 'go', wait: 'wait', 'ask-first': 'ask', 'do-not': 'stop' };

export const levelTone: Record<Level, Tone> = { notice: 'info', wait: 'wait', 'ask-first': 'ask', 'do-not': 'stop' };

export const levelName: Record<Level, string> = {
  notice: 'Good to know',
  wait: 'Wait',
  'ask-first': 'Ask a doctor',
  'do-not': 'Do not needle',
};
