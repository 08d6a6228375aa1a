import type { JSX } from 'react';
import { useKeep } from '../../keep/index.ts';
import { Page } from '../../parts/page.tsx';

/** Two photos of the chart beside each other. */
export default function Compare(): JSX.Element {
  const { state } = useKeep();
  return (
    <Page title="Compare two photos" back={{ to: '/photos', label: 'Photos' }}>
      <p>{state.photos.length < 2 ? 'Two photos of the same place are needed.' : 'Choose two photos on the Photos page.'}</p>
    </Page>
  );
}
