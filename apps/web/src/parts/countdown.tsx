import type { JSX } from 'react';
import { clockText, spokenRemaining } from './clock-words.ts';
import { Bar } from './progress.tsx';

/** A wait that cannot be skipped: what is left, large; spoken once a minute. */
export function Countdown(props: {
  readonly remainingSeconds: number;
  readonly totalSeconds: number;
  readonly label: string;
}): JSX.Element {
  const left = Math.max(0, props.remainingSeconds);
  return (
    <div className="countdown">
      <p className="soft">{props.label}</p>
      <p className="countdown-clock" role="timer" aria-live="off">
        {clockText(left)}
      </p>
      <Bar fraction={1 - left / props.totalSeconds} />
      <p className="hidden-text" aria-live="polite">
        {spokenRemaining(left)}
      </p>
    </div>
  );
}
