import { concernOf, holdOf, type Standing, settledBy, standingOn, type Verdict } from '@stria/care';
import { zoneNames } from '@stria/record';
import { type JSX, useState } from 'react';
import { Link } from 'react-router';
import { today, useKeep } from '../../keep/index.ts';
import { ButtonLink } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { dayWithYear } from '../../parts/day-words.ts';
import { Notice } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { Sources } from '../../parts/sources.tsx';
import { PlanHold } from '../plan-hold.tsx';
import { clinicallyReviewedBy, notAdvice } from '../purpose.ts';
import { decisionLead, decisionTitle, decisionTone } from '../verdict-words.ts';
import { Agreement, hasAgreed, PlanLink } from './agreement.tsx';
import { Instead } from './instead.tsx';
import { settledWords } from './settled-words.ts';
import { HormoneCheck, InfectionFirst } from './verdict-concerns.tsx';
import { Reasons } from './verdict-reasons.tsx';

/** What the rules say today to the newest answers: the decision, every reason, what to do instead or next. */
export function VerdictPage(): JSX.Element {
  const { state } = useKeep();
  const standing = standingOn(state, today());
  const answered = state.answers?.body.asOf;
  if (standing === undefined || answered === undefined) {
    return (
      <Page
        title="What the rules say"
        back={{ to: '/start', label: 'May I?' }}
        lead="There are no answers yet, so there is nothing to say."
      >
        <div className="actions">
          <ButtonLink to="/start/questions">Answer the questions</ButtonLink>
        </div>
      </Page>
    );
  }
  const { verdict } = standing;
  const hold = state.plan === undefined ? 'open' : holdOf(state);
  return (
    <Page title={hold === 'open' ? titleOf(standing) : holdTitle[hold]} back={{ to: '/start', label: 'May I?' }}>
      {hold === 'open' ? <Head standing={standing} /> : <PlanHold />}
      {standing.consult === 'voided' ? (
        <Notice tone="ask" title="The doctor’s word does not count any more">
          <p>An answer has changed to something riskier since you asked. Please ask again, with today’s sheet.</p>
        </Notice>
      ) : null}
      {hold === 'open' ? <Actions standing={standing} planned={state.plan !== undefined} /> : null}
      <HormoneCheck reasons={verdict.reasons} />
      <Reasons reasons={verdict.reasons} settled={settledBy(standing.answers) !== undefined} />
      {verdict.decision === 'do-not' ? null : <Limits verdict={verdict} />}
      <Instead list={verdict.alternatives} />
      <p className="small soft">
        From your answers of {dayWithYear(answered)}, taken as still true. Changed something?{' '}
        <Link to="/start/questions/review">Look at your answers</Link>, or <Link to="/start/history">at earlier ones</Link>.{' '}
        {notAdvice} {clinicallyReviewedBy}
      </p>
    </Page>
  );
}

/** What a check-in has said weighs more than answers do. */
const holdTitle = { paused: 'The plan is paused', ended: 'The plan has ended' } as const;

/** Youth, pregnancy, an infection and signs for a hormone check are spoken of in words of their own. */
function titleOf({ answers, verdict }: Standing): string {
  const settled = settledWords[settledBy(answers)?.code ?? ''];
  if (settled !== undefined) return settled.title;
  if (isInfected(verdict)) return 'Let the skin settle first';
  if (verdict.decision === 'ask-first' && has(verdict, 'hormone-check')) return 'Ask your doctor about these signs first';
  return decisionTitle[verdict.decision];
}

const has = (verdict: Verdict, concern: ReturnType<typeof concernOf>): boolean =>
  verdict.reasons.some((r) => concernOf(r.code) === concern);
/** Nothing heavier than what is on the skin now: a lasting do-not keeps its own words. */
const isInfected = ({ reasons }: Verdict): boolean => {
  const stops = reasons.filter((r) => r.level === 'do-not');
  return stops.length > 0 && stops.every((r) => concernOf(r.code) === 'infection');
};

function Head({ standing: { answers, verdict } }: { readonly standing: Standing }): JSX.Element {
  const settled = settledWords[settledBy(answers)?.code ?? ''];
  if (settled !== undefined) {
    return (
      <Notice tone="info" title={settled.short}>
        <p>{settled.lead}</p>
        <p>{settled.ask}</p>
        <Sources ids={settled.sources} about={settled.short} />
      </Notice>
    );
  }
  if (isInfected(verdict)) return <InfectionFirst />;
  return (
    <Notice tone={decisionTone[verdict.decision]} title={decisionLead[verdict.decision]}>
      <p>Photos and notes are open to you whatever this says.</p>
    </Notice>
  );
}

function Actions({ standing, planned }: { readonly standing: Standing; readonly planned: boolean }): JSX.Element {
  const { state } = useKeep();
  const { decision } = standing.verdict;
  // The tick stays where it was set: what one has just pressed must not vanish.
  const [wasOpen] = useState(() => !hasAgreed(state));
  if (decision === 'go') {
    if (planned)
      return (
        <div className="actions">
          <ButtonLink to="/start/plan">Look at the plan</ButtonLink>
        </div>
      );
    return (
      <div className="stack">
        {wasOpen ? <Agreement /> : null}
        <div className="actions">
          <PlanLink>Make a plan</PlanLink>
        </div>
      </div>
    );
  }
  return (
    <div className="actions">
      <ButtonLink to="/start/consult-sheet" look={decision === 'ask-first' ? 'main' : 'quiet'}>
        Sheet for the doctor
      </ButtonLink>
      {decision === 'ask-first' ? (
        <ButtonLink to="/start/consult" look="quiet">
          I have asked: note what they said
        </ButtonLink>
      ) : (
        <ButtonLink to="/photos" look={decision === 'do-not' ? 'main' : 'quiet'}>
          Take or look at photos
        </ButtonLink>
      )}
    </div>
  );
}

function Limits({ verdict }: { readonly verdict: Verdict }): JSX.Element {
  const { needleLengthMmMax, intervalDaysMin, zones, zonesRefused } = verdict.limits;
  return (
    <Card title={verdict.decision === 'go' ? 'Within these limits' : 'Limits that would hold'}>
      <dl className="pairs">
        {needleLengthMmMax === undefined ? null : (
          <div>
            <dt>Longest needle</dt>
            <dd>{needleLengthMmMax} mm</dd>
          </div>
        )}
        <div>
          <dt>Between sessions</dt>
          <dd>{intervalDaysMin} days or more</dd>
        </div>
        {zones.length === 0 ? null : (
          <div>
            <dt>Places</dt>
            <dd>{zones.map((z) => zoneNames[z]).join(', ')}</dd>
          </div>
        )}
        {zonesRefused.length === 0 ? null : (
          <div>
            <dt>Left out</dt>
            <dd>{zonesRefused.map((r) => zoneNames[r.zone]).join(', ')}</dd>
          </div>
        )}
      </dl>
    </Card>
  );
}
