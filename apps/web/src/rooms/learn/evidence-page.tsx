import type { JSX, ReactNode } from 'react';
import { Page } from '../../parts/page.tsx';
import { type Evidence, useEvidence } from './evidence.ts';

/** A page that needs the evidence: its heading stands at once, the rest comes with the data. */
export function EvidencePage(props: {
  readonly title: string;
  /** A better title, once it is known. */
  readonly titled?: (evidence: Evidence) => string | undefined;
  readonly lead?: (evidence: Evidence) => ReactNode;
  readonly back?: { readonly to: string; readonly label: string };
  readonly children: (evidence: Evidence) => ReactNode;
}): JSX.Element {
  const loaded = useEvidence();
  const back = props.back ?? { to: '/learn', label: 'Learn' };
  if (typeof loaded === 'string') {
    return (
      <Page title={props.title} back={back}>
        <p role="status">{loaded}</p>
      </Page>
    );
  }
  return (
    <Page title={props.titled?.(loaded) ?? props.title} back={back} lead={props.lead?.(loaded)}>
      {props.children(loaded)}
    </Page>
  );
}
