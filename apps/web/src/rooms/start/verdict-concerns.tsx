import { concernOf, hormoneQuestions, type Reason } from '@stria/care';
import type { JSX } from 'react';
import { Link } from 'react-router';
import { Card } from '../../parts/card.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Sources } from '../../parts/sources.tsx';

/** Signs that a doctor looks at with hormones in mind: what to ask, and that nobody is told they are ill. */
export function HormoneCheck({ reasons }: { readonly reasons: readonly Reason[] }): JSX.Element | null {
  if (!reasons.some((r) => concernOf(r.code) === 'hormone-check')) return null;
  return (
    <Card title="What to ask your doctor" eyebrow="No hurry, but before any needle">
      <p>
        Some of your answers can go with too much cortisol, a hormone. It is rare, and most people with one of these signs do
        not have it. A doctor can find out. stria cannot, and does not try to.
      </p>
      <ul>
        {hormoneQuestions.map((q) => (
          <li key={q}>{q}</li>
        ))}
      </ul>
      <p>Do not stop a steroid medicine by yourself.</p>
      <Sources ids={['c27', 'c29', 'c30', 'c31']} about="What to ask your doctor" />
    </Card>
  );
}

/** Something on the skin comes first; when not to wait with it. */
export function InfectionFirst(): JSX.Element {
  return (
    <Notice tone="wait" title="Something on this skin comes first">
      <p>Leave needles off until it is gone. Let a doctor or a pharmacist look at it, then answer again.</p>
      <p>
        Go the same day if redness spreads, if there is pus, or if you have a fever. <Link to="/help">Get help now</Link>
      </p>
      <p>Photos and notes are open to you meanwhile.</p>
      <Sources ids={['c03', 'c26']} about="Something on this skin comes first" />
    </Notice>
  );
}
