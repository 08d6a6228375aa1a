import type { Alternative } from '@stria/care';
import type { MethodId } from '@stria/record';
import type { JSX } from 'react';
import { Link } from 'react-router';
import { Card } from '../../parts/card.tsx';
import { Sources } from '../../parts/sources.tsx';

/** What else can be done, nothing among it: each with the same room, what is known of it, and a way to choose it. */
export function Instead({ list }: { readonly list: readonly Alternative[] }): JSX.Element | null {
  if (list.length === 0) return null;
  return (
    <Card title="What you can do instead, or meanwhile">
      <ul className="plain reasons">
        {list.map((a) => (
          <li key={a.method} data-method={a.method}>
            <h3>{names[a.method as MethodId] ?? a.method}</h3>
            <p>{a.evidence}</p>
            <Sources ids={a.sources} about={names[a.method as MethodId] ?? a.method} />
          </li>
        ))}
      </ul>
      <p>
        <Link to="/method">Choose one, and note what you do</Link>
      </p>
    </Card>
  );
}

/** As a choice that a person makes, not as a treatment. */
const names: Partial<Record<MethodId, string>> = {
  'watch-only': 'Watch, with photos',
  nothing: 'Do nothing',
  moisturiser: 'Use a moisturiser',
  oil: 'Use an oil',
  cream: 'Try a cream',
  'retinoid-cream': 'Ask a doctor about a retinoid cream',
};
