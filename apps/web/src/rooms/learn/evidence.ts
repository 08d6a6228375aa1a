import { useEffect, useState } from 'react';

export type Evidence = typeof import('@stria/record/evidence');

/** The evidence once it is there; a sentence while it is not. */
export function useEvidence(): Evidence | string {
  const [state, setState] = useState<Evidence | string>('One moment…');
  useEffect(() => {
    let gone = false;
    import('@stria/record/evidence').then(
      (evidence) => !gone && setState(evidence),
      () =>
        !gone && setState('The sources could not be loaded. Reload the page when you are online; your chart is not touched.'),
    );
    return () => {
      gone = true;
    };
  }, []);
  return state;
}
