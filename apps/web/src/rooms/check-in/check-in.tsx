import type { JSX } from 'react';
import { Page } from '../../parts/page.tsx';
import { intendedPurpose } from '../purpose.ts';

export default function CheckIn(): JSX.Element {
  return (
    <Page title="stria">
      {intendedPurpose.map((s) => (
        <p key={s}>{s}</p>
      ))}
    </Page>
  );
}
