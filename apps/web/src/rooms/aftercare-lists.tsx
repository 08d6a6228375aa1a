import type { Aftercare } from '@stria/care';
import type { JSX } from 'react';
import { hoursWords } from '../parts/day-words.ts';
import { Sources } from '../parts/sources.tsx';

/** What the skin may meet now, and what has to wait, with the time that is left. */
export function AftercareLists({ now }: { readonly now: Aftercare }): JSX.Element {
  const sources = [...new Set([...now.allowed, ...now.notYet].flatMap((i) => i.sources))];
  return (
    <div className="stack-tight">
      <div className="tiles">
        <div>
          <h3>Fine now</h3>
          <ul className="checks">
            {now.allowed.map((item) => (
              <li key={item.id}>{item.says}</li>
            ))}
          </ul>
        </div>
        {now.notYet.length === 0 ? null : (
          <div>
            <h3>Not yet</h3>
            <ul className="crosses">
              {now.notYet.map((item) => (
                <li key={item.id}>
                  {item.says} <span className="soft small">in {leftWords(item.hoursLeft)}</span>
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
      <Sources ids={sources} about="aftercare" />
    </div>
  );
}

/** Days from two days on, because “in 143 hours” helps nobody. */
function leftWords(hours: number): string {
  return hours > 48 ? `${Math.ceil(hours / 24)} days` : hoursWords(hours);
}
