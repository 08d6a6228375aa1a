import { type Zone, zoneNames } from '@stria/record';
import type { JSX } from 'react';
import { Link } from 'react-router';
import { today } from '../../keep/index.ts';
import { Notice } from '../../parts/notice.tsx';
import { ruleOnPhoto } from './age.ts';
import { useKnownAges } from './known-age.ts';

/**
 * Whether photos of a zone are kept back: an age under 18 may be given after a photo was taken, and then it is not shown,
 * measured or compared any more. undefined while the ages are read.
 */
export function useKeptBack(): ((zone: Zone) => boolean) | undefined {
  const [ages] = useKnownAges();
  return ages === undefined ? undefined : (zone) => ruleOnPhoto(zone, ages, today()) === 'refused';
}

export function KeptBack({ zone }: { readonly zone: Zone }): JSX.Element {
  return (
    <Notice tone="stop" title={`Photos of the ${zoneNames[zone]} are not shown`}>
      <p>
        The age in your chart is under 18. For people under 18, stria keeps no photos of this place, so those that were taken
        before should go. <Link to="/settings">Settings</Link> has “Erase this device”. If the age is wrong, correct the answer.
      </p>
    </Notice>
  );
}
