import { type Aftercare, type AftercareItem, openSources, type Waiting } from '@stria/care';
import { type JSX, useId } from 'react';
import { hoursWords } from '../parts/day-words.ts';
import { Sources } from '../parts/sources.tsx';
import '../look/aftercare.css';

/**
 * What the skin may meet now, and what has to wait, sorted by the time that is left. Each line says why; a line goes when its
 * time is over.
 */
export function AftercareLists({ now }: { readonly now: Aftercare }): JSX.Element {
  const id = useId();
  return (
    <div className="aftercare">
      <section aria-labelledby={`${id}-now`}>
        <h3 id={`${id}-now`}>Fine now</h3>
        <ul className="checks">
          {now.allowed.map((item) => (
            <Line key={item.id} item={item} />
          ))}
        </ul>
      </section>
      {now.notYet.length === 0 ? null : (
        <section aria-labelledby={`${id}-later`}>
          <h3 id={`${id}-later`}>Not yet</h3>
          {byTimeLeft(now.notYet).map(([left, items]) => (
            <div key={left} className="aftercare-window">
              <p className="aftercare-left">{left}</p>
              <ul className="crosses">
                {items.map((item) => (
                  <Line key={item.id} item={item} />
                ))}
              </ul>
            </div>
          ))}
        </section>
      )}
      {now.hoursUntilClosed > 0 ? (
        <div className="aftercare-line aftercare-open">
          <span>Skin counts as open for {now.openHours} hours.</span>
          <Sources ids={openSources} about={`skin counts as open for ${now.openHours} hours`} />
        </div>
      ) : null}
    </div>
  );
}

function Line({ item }: { readonly item: AftercareItem }): JSX.Element {
  return (
    <li className="aftercare-line">
      <span>{item.says}</span>
      <Sources ids={item.sources} about={item.says} says={item.why} />
    </li>
  );
}

/** Soonest first: “for 23 hours more” with everything that ends then. */
function byTimeLeft(waiting: readonly Waiting[]): [string, Waiting[]][] {
  const groups = new Map<string, Waiting[]>();
  for (const item of waiting) {
    const left = `For ${leftWords(item.hoursLeft)} more`;
    groups.set(left, [...(groups.get(left) ?? []), item]);
  }
  return [...groups];
}

/** Days from three days on, because “143 hours” helps nobody; rounded up, so that nothing opens early. */
export function leftWords(hours: number): string {
  return hours > 72 ? `${Math.ceil(hours / 24)} days` : hoursWords(hours);
}
