import type { JSX } from 'react';
import { Bar } from './progress.tsx';

/** `m:ss`, rounded up so that 0:00 is only shown when nothing is left. */
export function clockText(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** What is spoken: whole minutes only, so that a screen reader is not flooded. */
export function spokenRemaining(seconds: number): string {
  if (seconds <= 0) return 'Time is up. You can go on.';
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? 'Less than 1 minute left.' : `About ${minutes} minutes left.`;
}

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
