import type { ProductVerdict } from '@stria/care';
import type { JSX } from 'react';
import { Notice } from '../../parts/notice.tsx';
import { Sources } from '../../parts/sources.tsx';

/** What the guard says of a product during a session: each reason with where it is known from. */
export function Judged({ verdict }: { readonly verdict: ProductVerdict }): JSX.Element {
  const yes = verdict.may === 'yes';
  return (
    <Notice tone={yes ? 'go' : 'stop'} role="status" title={yes ? 'This may go on' : 'Not during a session'}>
      {verdict.reasons.map((r) => (
        <div key={r.code} data-reason={r.code}>
          <p>
            {r.ingredient === undefined ? null : <strong>{r.ingredient}: </strong>}
            {r.says}
          </p>
          <Sources ids={r.sources} about={r.says} />
        </div>
      ))}
    </Notice>
  );
}
