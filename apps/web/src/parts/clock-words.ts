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
