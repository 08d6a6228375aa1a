import { adviceWords, advise } from '@stria/care';
import type { JSX } from 'react';
import { Link, Navigate, useParams } from 'react-router';
import { useKeep } from '../../keep/index.ts';
import { HelpScreen, NoteForDoctor } from '../help/help.tsx';
import { ForThePlan, Reasons } from './result.tsx';

/** A check-in that comes out as an emergency: the whole screen, with what was noticed in the text for the doctor. */
export default function HelpAfter(): JSX.Element {
  const { checkIn } = useParams();
  const { state } = useKeep();
  const entry = state.checkIns.find((c) => c.id === checkIn);
  if (entry === undefined) return <Navigate to="/help" replace />;
  const advice = advise(entry.body.report);
  if (advice.advice !== 'emergency') return <Navigate to={`/check-in/${entry.id}`} replace />;
  return (
    <HelpScreen title={adviceWords.emergency.title} says={adviceWords.emergency.says}>
      <section className="help-list">
        <h2>Because of what you noticed</h2>
        <Reasons reasons={advice.reasons} />
        <ForThePlan advice={advice} hasPlan={state.plan !== undefined} />
      </section>
      <NoteForDoctor report={entry.body.report} />
      <p>
        Your check-in is kept. If there is time, <Link to="/photos/new">add a photo for the doctor</Link>.
      </p>
    </HelpScreen>
  );
}
