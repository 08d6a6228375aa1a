import { MOST_NEEDLE_USES, mayStart, sayDay, weighingCheckIns } from '@stria/care';
import type { RecordState, SessionEvent } from '@stria/record';
import { zoneNames } from '@stria/record';
import { type JSX, useState } from 'react';
import { Navigate, useNavigate } from 'react-router';
import { keep, today, useAct, useKeep } from '../../keep/index.ts';
import { Button, ButtonLink } from '../../parts/button.tsx';
import { Choices } from '../../parts/choice.tsx';
import { Field } from '../../parts/field.tsx';
import { ErrorNotice, Notice } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { Sources } from '../../parts/sources.tsx';
import { nextPlanned, type PlannedSession } from '../agenda.ts';
import { lastSessionOn, standingOf } from '../standing.ts';
import { levelTone } from '../verdict-words.ts';

type Started = Extract<SessionEvent, { step: 'started' }>;

/** The last gate: the rules are asked on today's answers, then the needle is named, then the session is opened. */
export function Begin(): JSX.Element {
  const { state } = useKeep();
  const planned = nextPlanned(state);
  const answers = state.answers;
  const open = state.sessions.findLast((s) => s.state === 'open');
  if (open !== undefined) return <Navigate to={`/session/${open.id}`} replace />;
  const clinic = answers?.body.setting === 'professional';
  if (planned === undefined || answers === undefined || clinic || planned.on > today())
    return <Navigate to="/session" replace />;
  if (answers.body.asOf !== today()) return <Navigate to="/session/check" replace />;
  const last = lastSessionOn(state);
  const permission = mayStart({
    answers: standingOf(state, answers.body).answers,
    today: today(),
    checkIns: weighingCheckIns(state),
    ...(last === undefined ? {} : { lastSessionOn: last }),
  });
  if (!permission.may) return <NotToday permission={permission} />;
  const zones = planned.zones.filter((z) => permission.verdict.limits.zones.includes(z));
  return <NameNeedle planned={{ ...planned, zones }} notices={permission.verdict.reasons.map((r) => r.says)} />;
}

function NotToday({ permission }: { readonly permission: ReturnType<typeof mayStart> }): JSX.Element {
  const reasons = permission.verdict.reasons.filter((r) => r.level !== 'notice');
  return (
    <Page
      title="Not today"
      back={{ to: '/session', label: 'Session' }}
      lead="What you said about today speaks against this session. Nothing is lost; the plan waits."
    >
      {permission.problems.map((p) => (
        <Notice key={p.code} tone="wait" title={p.says}>
          {p.mend === undefined ? null : <p>{p.mend}</p>}
        </Notice>
      ))}
      {reasons.map((r) => (
        <Notice key={r.code} tone={levelTone[r.level]} title={r.says}>
          {r.until === undefined ? null : <p>Until {sayDay(r.until)}.</p>}
          <Sources ids={r.sources} about={r.says} />
        </Notice>
      ))}
      <div className="actions">
        <ButtonLink to="/">Go to Today</ButtonLink>
        <ButtonLink to="/start/consult-sheet" look="quiet">
          Sheet for the doctor
        </ButtonLink>
      </div>
    </Page>
  );
}

function NameNeedle({
  planned,
  notices,
}: {
  readonly planned: PlannedSession;
  readonly notices: readonly string[];
}): JSX.Element {
  const { state } = useKeep();
  const { busy, problems, run } = useAct();
  const navigate = useNavigate();
  const [needle, setNeedle] = useState<Started['needle']>();
  const [uses, setUses] = useState(String(usesOfKeptNeedle(state)));
  const [lot, setLot] = useState('');
  const usesBefore = needle === 'own-reused' ? Number(uses) : 0;
  const worn = needle === 'own-reused' && usesBefore >= MOST_NEEDLE_USES;
  const countable = Number.isInteger(usesBefore) && usesBefore >= (needle === 'own-reused' ? 1 : 0);
  const begin = async () => {
    const { plan, answers } = state;
    if (needle === undefined || plan === undefined || answers === undefined) return;
    const device = answers.body.needle?.device;
    if (device === undefined) throw new Error('a verdict of go names a needle');
    const event: Started = {
      step: 'started',
      plan: plan.id,
      n: planned.n,
      zones: [...planned.zones],
      ...(answers.body.side === undefined ? {} : { side: answers.body.side }),
      device,
      needleLengthMm: planned.needleLengthMm,
      needle,
      usesBefore,
      ...(lot.trim() === '' ? {} : { lot: lot.trim() }),
      answers: answers.id,
    };
    let id = '';
    const saved = await run(async () => {
      const entry = await keep.appendNaming('session', (session) => ({ session, event }));
      if (entry.ok) id = entry.value.id;
      return entry;
    });
    if (saved) await navigate(`/session/${id}`, { replace: true });
  };
  const waitsFor = waitWords(needle, countable, worn);
  return (
    <Page
      title={`Session ${planned.n}: your needle`}
      back={{ to: '/session', label: 'Session' }}
      lead={`${planned.needleLengthMm} mm, on: ${planned.zones.map((z) => zoneNames[z]).join(', ')}.`}
    >
      {notices.length === 0 ? null : (
        <details className="more">
          <summary>Good to know from your answers ({notices.length})</summary>
          <ul>
            {notices.map((n) => (
              <li key={n}>{n}</li>
            ))}
          </ul>
        </details>
      )}
      <fieldset className="stack-tight">
        <legend className="hidden-text">Which needle is it?</legend>
        <Choices
          name="needle"
          kind="radio"
          options={[
            {
              value: 'new-sealed-sterile',
              label: 'New, sealed and sterile',
              hint: 'The pack is whole and in date. This is the way we ask for.',
            },
            {
              value: 'own-reused',
              label: 'My own, used before',
              hint: 'It has to stay in alcohol for 10 minutes first. That is disinfected, not sterile.',
            },
          ]}
          chosen={needle === undefined ? [] : [needle]}
          onChange={([value]) => setNeedle(value as Started['needle'])}
          more={(value) =>
            value === 'own-reused' ? (
              <Field
                label="How many times was it used before?"
                help={`${MOST_NEEDLE_USES} uses in all are the most. A bent needle ends it sooner.`}
                type="number"
                value={uses}
                onChange={setUses}
                min={1}
                max={MOST_NEEDLE_USES}
                step={1}
                problem={worn ? 'This needle is worn. Put it into a sharps bin and use a new, sealed, sterile one.' : undefined}
              />
            ) : (
              <Field label="Lot number on the pack (you may leave this empty)" value={lot} onChange={setLot} maxLength={80} />
            )
          }
        />
      </fieldset>
      <Notice tone="info" title="Never a needle that another person has used" />
      <ErrorNotice problems={problems} />
      <div className="actions">
        <Button onPress={begin} busy={busy} waitsFor={waitsFor}>
          Start session {planned.n}
        </Button>
      </div>
    </Page>
  );
}

function waitWords(needle: Started['needle'] | undefined, countable: boolean, worn: boolean): string | undefined {
  if (needle === undefined) return 'Say which needle it is.';
  if (!countable) return 'Say how many times it was used before.';
  return worn ? 'Opens with a needle that is not worn.' : undefined;
}

/** Uses of the needle that the newest session kept; 1 where the chart knows of none. */
function usesOfKeptNeedle(state: RecordState): number {
  const last = state.sessions.findLast((s) => s.needledAt !== undefined);
  const kept =
    last?.events.some((e) => e.event.step === 'needle-put-away' && e.event.way === 'disinfected-not-sterile') ?? false;
  return kept && last?.started !== undefined ? last.started.usesBefore + 1 : 1;
}
