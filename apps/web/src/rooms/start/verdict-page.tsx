import type { Alternative, Reason, Verdict } from '@stria/care';
import { methods, sayDay } from '@stria/care';
import { zoneNames } from '@stria/record';
import type { JSX } from 'react';
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
import { holdOf, type Standing, standingOn } from '../standing.ts';
import { decisionLead, decisionTitle, decisionTone, levelName, levelTone } from '../verdict-words.ts';

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
    <Page title={hold === 'open' ? decisionTitle[verdict.decision] : holdTitle[hold]} back={{ to: '/start', label: 'May I?' }}>
      {hold === 'open' ? (
        <Notice tone={decisionTone[verdict.decision]} title={decisionLead[verdict.decision]}>
          <p>Photos and notes are open to you whatever this says.</p>
        </Notice>
      ) : (
        <PlanHold />
      )}
      {standing.consult === 'voided' ? (
        <Notice tone="ask" title="The doctor’s word does not count any more">
          <p>An answer has changed to something riskier since you asked. Please ask again, with today’s sheet.</p>
        </Notice>
      ) : null}
      {hold === 'open' ? <Actions standing={standing} planned={state.plan !== undefined} /> : null}
      <Reasons verdict={verdict} />
      {verdict.decision === 'do-not' ? null : <Limits verdict={verdict} />}
      <Alternatives list={verdict.alternatives} />
      <p className="small soft">
        From your answers of {dayWithYear(answered)}, taken as still true. Changed something?{' '}
        <Link to="/start/questions/review">Look at your answers</Link>. {notAdvice} {clinicallyReviewedBy}
      </p>
    </Page>
  );
}

/** What a check-in has said weighs more than answers do. */
const holdTitle = { paused: 'The plan is paused', ended: 'The plan has ended' } as const;

function Actions({ standing, planned }: { readonly standing: Standing; readonly planned: boolean }): JSX.Element {
  const { decision } = standing.verdict;
  return (
    <div className="actions">
      {decision === 'go' ? <ButtonLink to="/start/plan">{planned ? 'Look at the plan' : 'Make a plan'}</ButtonLink> : null}
      {decision === 'go' ? null : (
        <ButtonLink to="/start/consult-sheet" look={decision === 'ask-first' ? 'main' : 'quiet'}>
          Sheet for the doctor
        </ButtonLink>
      )}
      {decision === 'ask-first' ? (
        <ButtonLink to="/start/consult" look="quiet">
          I have asked: note what they said
        </ButtonLink>
      ) : null}
      {decision === 'do-not' || decision === 'wait' ? (
        <ButtonLink to="/photos" look={decision === 'do-not' ? 'main' : 'quiet'}>
          Take or look at photos
        </ButtonLink>
      ) : null}
    </div>
  );
}

function Reasons({ verdict }: { readonly verdict: Verdict }): JSX.Element | null {
  if (verdict.reasons.length === 0) return null;
  const heavy = verdict.reasons.filter((r) => r.level !== 'notice');
  const notices = verdict.reasons.filter((r) => r.level === 'notice');
  return (
    <>
      {heavy.length === 0 ? null : <ReasonList title="Why" reasons={heavy} />}
      {notices.length === 0 ? null : <ReasonList title="Good to know" reasons={notices} />}
    </>
  );
}

function ReasonList({ title, reasons }: { readonly title: string; readonly reasons: readonly Reason[] }): JSX.Element {
  return (
    <Card title={title}>
      <ul className="plain reasons">
        {reasons.map((reason) => (
          <li key={reason.code} data-reason={reason.code}>
            <p>
              <span className={`tag tone-${levelTone[reason.level]}`}>{levelName[reason.level]}</span>
              {reason.until === undefined ? null : <span className="tag">until {sayDay(reason.until)}</span>}
            </p>
            <p>{reason.says}</p>
            <Sources ids={reason.sources} about={reason.says} />
          </li>
        ))}
      </ul>
    </Card>
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

function Alternatives({ list }: { readonly list: readonly Alternative[] }): JSX.Element | null {
  if (list.length === 0) return null;
  return (
    <Card title="What you can do instead, or meanwhile">
      <ul className="plain reasons">
        {list.map((a) => (
          <li key={a.method}>
            <h3>{nameOf(a)}</h3>
            <p>{a.evidence}</p>
            <Sources ids={a.sources} about={nameOf(a)} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

const nameOf = (a: Alternative): string => methods.find((m) => m.id === a.method)?.name ?? a.method;
