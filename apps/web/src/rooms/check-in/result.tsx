import { type Advice, adviceWords, advise, type CheckInAdvice } from '@stria/care';
import type { JSX } from 'react';
import { Navigate, useParams } from 'react-router';
import { useKeep } from '../../keep/index.ts';
import { ButtonLink } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { KeepStatus } from '../../parts/keep-status.tsx';
import { Notice, type Tone } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { Sources } from '../../parts/sources.tsx';
import { notAdvice } from '../purpose.ts';

const tones: Record<Advice, Tone> = {
  expected: 'go',
  caution: 'wait',
  dermatologist: 'ask',
  'doctor-24h': 'ask',
  'doctor-same-day': 'stop',
  emergency: 'stop',
};

/** What a check-in means, worked out again from what was said each time the page is opened. */
export function Result(): JSX.Element {
  const { id } = useParams();
  const { state } = useKeep();
  const entry = state.checkIns.find((c) => c.id === id);
  if (entry === undefined) {
    return (
      <Page title="There is no such check-in" lead="It may belong to another chart. Nothing was changed.">
        <div className="actions">
          <ButtonLink to="/check-in">Back to check-ins</ButtonLink>
        </div>
      </Page>
    );
  }
  const advice = advise(entry.body.report);
  const words = adviceWords[advice.advice];
  if (advice.advice === 'emergency') return <Navigate to={`/help/${entry.id}`} replace />;
  const doctor = advice.advice !== 'expected' && advice.advice !== 'caution';
  return (
    <Page title={words.title} back={{ to: '/check-in', label: 'Check-in' }}>
      <Notice tone={tones[advice.advice]} title={words.says} />
      <ForThePlan advice={advice} hasPlan={state.plan !== undefined} />
      {advice.reasons.length === 0 ? null : (
        <Card title="Because of what you noticed">
          <Reasons reasons={advice.reasons} />
        </Card>
      )}
      <p className="soft">
        If it gets worse, check in again at any time. If you are worried, ask a doctor whatever this page says.
      </p>
      <div className="actions">
        <ButtonLink to="/">Go to Today</ButtonLink>
        {doctor ? (
          <ButtonLink to="/help" look="quiet">
            What to tell the doctor
          </ButtonLink>
        ) : null}
        {advice.advice === 'expected' ? null : (
          <ButtonLink to="/photos/new" look="quiet">
            Add a photo for the doctor
          </ButtonLink>
        )}
      </div>
      <p className="small soft">{notAdvice}</p>
      <KeepStatus />
    </Page>
  );
}

/** Every sign that weighed, most urgent first, each with its source. */
export function Reasons({ reasons }: { readonly reasons: CheckInAdvice['reasons'] }): JSX.Element {
  return (
    <ul className="plain reasons">
      {reasons.map((r) => (
        <li key={r.code} data-reason={r.code}>
          <p>{r.says}</p>
          <Sources ids={r.sources} about={r.says} />
        </li>
      ))}
    </ul>
  );
}

/** What the check-in does to the plan, in a sentence. */
export function ForThePlan(props: { readonly advice: CheckInAdvice; readonly hasPlan: boolean }): JSX.Element | null {
  const { advice, hasPlan } = props;
  if (!hasPlan || !advice.pausePlan) return null;
  if (advice.endPlan)
    return <p>The plan has ended because of this. Only a doctor can open it again. Photos and notes go on.</p>;
  return <p>The plan is paused: no session until a check-in is as expected again.</p>;
}
