import type { JSX } from 'react';
import { Link, Navigate, Route, Routes } from 'react-router';
import { useKeep } from '../../keep/index.ts';
import { Card } from '../../parts/card.tsx';
import { KeepStatus } from '../../parts/keep-status.tsx';
import { Page } from '../../parts/page.tsx';
import { About } from './about.tsx';
import { Charts } from './charts.tsx';
import { Erase } from './erase.tsx';
import { Kept } from './kept.tsx';

/** Settings: whose chart this is, what is kept where, the way to take it all away, and what stria is. */
export default function Settings(): JSX.Element {
  return (
    <Routes>
      <Route index element={<Overview />} />
      <Route path="erase" element={<Erase />} />
      <Route path="about" element={<About />} />
      <Route path="*" element={<Navigate to="/settings" replace />} />
    </Routes>
  );
}

function Overview(): JSX.Element {
  const { record } = useKeep();
  return (
    <Page title="Settings" lead="What is kept, where, and for whom.">
      <Charts />
      <Kept />
      {record === undefined ? null : (
        <Card title="Report">
          <p>Everything in this chart on paper: for yourself, or for a doctor.</p>
          <p>
            <Link to="/report">Open the report</Link>
          </p>
        </Card>
      )}
      <Card title="About stria">
        <p>What it is for, what it will not do, and who must not needle at home.</p>
        <p>
          <Link to="/settings/about">Read about stria</Link>
        </p>
      </Card>
      {record === undefined ? null : (
        <Card title="Take everything off this device">
          <p>Charts, answers and photos that this browser holds. You are asked to type a word first.</p>
          <p>
            <Link to="/settings/erase">Erase this device</Link>
          </p>
        </Card>
      )}
      <KeepStatus />
    </Page>
  );
}
