import type { Day } from '@stria/record';
import type { JSX } from 'react';
import { dayWords } from '../../parts/day-words.ts';
import { FORTNIGHT_DAYS, fortnight } from './chosen.ts';

/** “9 of the last 14 days”: a count and a row of days. No streak, no goal, nothing that a day without could break. */
export function Fortnight(props: { readonly days: readonly Day[]; readonly today: Day }): JSX.Element {
  const shown = fortnight(props.days, props.today);
  const done = shown.filter((d) => d.done).length;
  return (
    <div className="fortnight">
      <p>
        {done} of the last {FORTNIGHT_DAYS} days
      </p>
      <ol>
        {shown.map(({ day, done: on }) => (
          <li key={day} className={on ? 'fortnight-on' : undefined}>
            <span aria-hidden="true">{on ? '✓' : '·'}</span>
            <span className="hidden-text">
              {dayWords(day)}: {on ? 'put on' : 'nothing noted'}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}
