import {
  courseDefaults,
  hasSides,
  intensityOf,
  intensityWords,
  lastSessionOn,
  MOST_NEEDLE_USES,
  mayStart,
  mayStartHome,
  sayDay,
  standingOf,
  weighingCheckIns,
} from '@stria/care';
import { type RecordState, type SessionEvent, type Side, type Zone, zoneNames } from '@stria/record';
import { type JSX, useState } from 'react';
import { Link, Navigate, useNavigate } from 'react-router';
import { keep, today, useAct, useKeep } from '../../keep/index.ts';
import { Button, ButtonLink } from '../../parts/button.tsx';
import { Choices } from '../../parts/choice.tsx';
import { Field } from '../../parts/field.tsx';
import { ErrorNotice, Notice } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { Sources } from '../../parts/sources.tsx';
import { nextPlanned, type PlannedSession } from '../agenda.ts';
import { levelTone } from '../verdict-words.ts';
import { shelfNeedles } from './needle-choice.ts';
import { capital } from './place.ts';

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
  const quizzes = state.quizzes.map((q) => q.body);
  if (mayStartHome(quizzes, answers.body.setting).length > 0) return <Navigate to="/session/quiz" replace />;
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

const NEW = 'new-sealed-sterile';
const OWN = 'own-reused';

/** Which needle, how many patches, and how strong that is; then the session is opened. */
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
  const form = useNeedleForm(planned);
  const begin = async () => {
    const { plan, answers } = state;
    if (form.needle === undefined || plan === undefined || answers === undefined) return;
    const event: Started = {
      step: 'started',
      plan: plan.id,
      n: planned.n,
      zones: [...planned.zones],
      ...(answers.body.side === undefined ? {} : { side: answers.body.side }),
      ...form.needle,
      setting: 'home',
      patches: form.patches.map(({ zone, count }) => ({ zone, count })),
      answers: answers.id,
    };
    let id = '';
    const saved = await run(async () => {
      const entry = await keep.appendIf(
        'session',
        (session) => ({ session, event }),
        (now) => now.sessions.every((s) => s.state !== 'open') && nextPlanned(now)?.n === planned.n,
      );
      if (entry.ok) id = entry.value.id;
      return entry;
    });
    if (saved) await navigate(`/session/${id}`, { replace: true });
  };
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
      <NeedleChoice form={form} />
      <Patches form={form} />
      <Strength form={form} />
      <ErrorNotice problems={problems} />
      <div className="actions">
        <Button onPress={begin} busy={busy} waitsFor={form.waitsFor}>
          Start session {planned.n}
        </Button>
      </div>
    </Page>
  );
}

type NeedleOfStart = Pick<Started, 'device' | 'needleLengthMm' | 'needle' | 'usesBefore' | 'registered' | 'lot'>;

/** What the form holds, and what it still lacks. */
function useNeedleForm(planned: PlannedSession) {
  const { state } = useKeep();
  const [chosen, setChosen] = useState<string>();
  const [uses, setUses] = useState(String(usesOfKeptNeedle(state)));
  const [lot, setLot] = useState('');
  const [counts, setCounts] = useState<Readonly<Partial<Record<Zone, string>>>>({});
  const device = state.answers?.body.needle?.device;
  if (device === undefined) throw new Error('a verdict of go names a needle');
  const passesPerDirection = state.plan?.body.passesPerDirection ?? courseDefaults.passesPerDirection;
  const { needleLengthMm } = planned;
  const shelf = shelfNeedles(state, { setting: 'home', device, needleLengthMm, passesPerDirection }, today());
  const onShelf = shelf.find((s) => s.id === chosen);
  const usesBefore = chosen === OWN ? Number(uses) : 0;
  const worn = chosen === OWN && usesBefore >= MOST_NEEDLE_USES;
  const countable = Number.isInteger(usesBefore) && usesBefore >= (chosen === OWN ? 1 : 0);
  const patches = planned.zones.map((zone) => {
    const text = counts[zone] ?? String(patchesAtFirst(zone, state.answers?.body.side));
    const count = Number(text);
    return { zone, text, count, wrong: !(Number.isInteger(count) && count >= 1 && count <= MOST_PATCHES) };
  });
  const needle: NeedleOfStart | undefined =
    onShelf?.started ??
    (chosen === NEW || chosen === OWN
      ? { device, needleLengthMm, needle: chosen, usesBefore, ...(lot.trim() === '' ? {} : { lot: lot.trim() }) }
      : undefined);
  const waitsFor =
    needle === undefined
      ? 'Say which needle it is.'
      : onShelf !== undefined && onShelf.problems.length > 0
        ? onShelf.problems.map((p) => [p.says, p.mend].join(' ')).join(' ')
        : !countable
          ? 'Say how many times it was used before.'
          : worn
            ? 'Opens with a needle that is not worn.'
            : patches.some((p) => p.wrong)
              ? `Say how many patches each place has: 1 to ${MOST_PATCHES}.`
              : undefined;
  return {
    shelf,
    chosen,
    setChosen,
    uses,
    setUses,
    worn,
    lot,
    setLot,
    patches,
    setPatches: (zone: Zone, text: string) => setCounts({ ...counts, [zone]: text }),
    needle,
    needleCount: state.devices.find((d) => d.entry.id === onShelf?.id)?.entry.body.needleCount,
    passes: passesPerDirection * 4,
    waitsFor,
  };
}
type NeedleForm = ReturnType<typeof useNeedleForm>;

function NeedleChoice({ form }: { readonly form: NeedleForm }): JSX.Element {
  return (
    <>
      <fieldset className="stack-tight">
        <legend className="hidden-text">Which needle is it?</legend>
        <Choices
          name="needle"
          kind="radio"
          options={[
            {
              value: NEW,
              label: 'New, sealed and sterile',
              hint: 'The pack is whole and in date. This is the way we ask for.',
            },
            ...form.shelf.map(({ id, label, hint }) => ({ value: id, label, hint })),
            {
              value: OWN,
              label: 'My own, used before',
              hint: 'It has to stay in alcohol for 10 minutes first. That is disinfected, not sterile.',
            },
          ]}
          chosen={form.chosen === undefined ? [] : [form.chosen]}
          onChange={([value]) => form.setChosen(value)}
          more={(value) =>
            value === OWN ? (
              <Field
                label="How many times was it used before?"
                help={`${MOST_NEEDLE_USES} uses in all are the most. A bent needle ends it sooner.`}
                type="number"
                value={form.uses}
                onChange={form.setUses}
                min={1}
                max={MOST_NEEDLE_USES}
                step={1}
                problem={
                  form.worn ? 'This needle is worn. Put it into a sharps bin and use a new, sealed, sterile one.' : undefined
                }
              />
            ) : value === NEW ? (
              <Field
                label="Lot number on the pack (you may leave this empty)"
                value={form.lot}
                onChange={form.setLot}
                maxLength={80}
              />
            ) : undefined
          }
        />
      </fieldset>
      <p className="small">
        <Link to="/shelf/needle/new">Note a needle on my shelf</Link>, so that its uses are counted.
      </p>
      <Notice tone="info" title="Never a needle that another person has used">
        <Sources ids={['e11', 'b02']} about="sharing needles" />
      </Notice>
    </>
  );
}

/** Palms of a large zone. Source: convention. */
const MOST_PATCHES = 24;
/** One palm, or one on each side. Source: convention. */
const patchesAtFirst = (zone: Zone, side: Side | undefined): number => (hasSides(zone) && side === 'both' ? 2 : 1);

function Patches({ form }: { readonly form: NeedleForm }): JSX.Element {
  return (
    <fieldset className="stack">
      <legend>
        <h2>How large is each place?</h2>
      </legend>
      <p className="small soft">
        Count in palms of your own hand, both sides together. Each palm is done on its own, in four directions, so that none is
        rolled twice and none is left out.
      </p>
      {form.patches.map(({ zone, text, wrong }) => (
        <Field
          key={zone}
          label={capital(zoneNames[zone])}
          type="number"
          unit="palms"
          value={text}
          onChange={(value) => form.setPatches(zone, value)}
          min={1}
          max={MOST_PATCHES}
          step={1}
          problem={wrong ? `A whole number from 1 to ${MOST_PATCHES}.` : undefined}
        />
      ))}
    </fieldset>
  );
}

/** How strong it will be, and where that number comes from. */
function Strength({ form }: { readonly form: NeedleForm }): JSX.Element | null {
  if (form.needle === undefined) return null;
  const { needleLengthMm } = form.needle;
  const { needleCount, passes } = form;
  const { intensity, index, says, sources } = intensityOf({
    needleLengthMm,
    passes,
    ...(needleCount === undefined ? {} : { needleCount }),
  });
  const clinic = intensity === 'clinic-only';
  const to = `/shelf/density?length=${needleLengthMm}&passes=${passes}${needleCount === undefined ? '' : `&needles=${needleCount}`}`;
  return (
    <Notice tone={clinic ? 'stop' : 'info'} title={`How strong: ${intensityWords[intensity].toLowerCase()}`}>
      <p>
        {passes} passes over each place with {needleLengthMm} mm, index {Math.round(index)}. {says.join(' ')}
      </p>
      <p>
        <Link to={to}>How this is reckoned</Link>
      </p>
      <Sources ids={sources} about="how strong this is" />
    </Notice>
  );
}

/** Uses of the needle that the newest session kept; 1 where the chart knows of none. */
function usesOfKeptNeedle(state: RecordState): number {
  const last = state.sessions.findLast((s) => s.needledAt !== undefined);
  const kept =
    last?.events.some((e) => e.event.step === 'needle-put-away' && e.event.way === 'disinfected-not-sterile') ?? false;
  return kept && last?.started !== undefined ? last.started.usesBefore + 1 : 1;
}
