import { builtInPack, type DiarySign, diaryBands, diaryGrades, diarySignNames, diarySigns, judgeIrritation } from '@stria/care';
import type { EntryOf, Session } from '@stria/record';
import { type JSX, useState } from 'react';
import { useParams } from 'react-router';
import { keep, useAct, useKeep, useNow } from '../../keep/index.ts';
import { Button, ButtonLink } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { ErrorNotice, Notice } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { Sources } from '../../parts/sources.tsx';
import { hoursSince } from '../agenda.ts';
import { sinceWords } from '../slot-words.ts';
import './diary.css';
import { DiaryChart, DiaryTable } from './diary-chart.tsx';

type DiaryPage = EntryOf<'irritation'>;
type Grades = Partial<Record<DiarySign, number>>;

/** The irritation diary of a session: four grades at five hours, drawn before the range that is usual. */
export default function Diary(): JSX.Element {
  const { session: id } = useParams();
  const { state } = useKeep();
  const session = state.sessions.find((s) => s.id === id);
  if (session?.needledAt === undefined) {
    return (
      <Page title="There is no such session" lead="A diary belongs to a session in which the skin was needled.">
        <div className="actions">
          <ButtonLink to="/check-in">Back to check-ins</ButtonLink>
        </div>
      </Page>
    );
  }
  const pages = newestOfEachHour(state.irritations.filter((i) => i.body.session === id));
  return (
    <Page
      title="Irritation diary"
      back={{ to: '/check-in', label: 'Check-in' }}
      lead="How strong is it, from 0 none to 4 very strong? A few days show whether it fades as it usually does."
    >
      <Judged pages={pages} session={session} />
      {pages.length === 0 ? null : (
        <Card title="So far">
          <DiaryChart pages={pages.map((p) => p.body)} />
          <details className="more">
            <summary>The same as a table</summary>
            <DiaryTable pages={pages.map((p) => p.body)} />
          </details>
          <Sources
            ids={[...new Set(diarySigns.flatMap((s) => diaryBands[s].sources))]}
            about="the usual range"
            says="The hours come from studies and device sheets. How strong is usual at an hour is our own careful guess."
          />
        </Card>
      )}
      <Write session={session} pages={pages} />
    </Page>
  );
}

/** An hour that was written twice: the later one holds, the earlier one stays in the chart. */
function newestOfEachHour(entries: readonly DiaryPage[]): DiaryPage[] {
  const byHour = new Map(entries.map((e) => [e.body.hoursSinceSession, e]));
  return [...byHour.values()].sort((a, b) => a.body.hoursSinceSession - b.body.hoursSinceSession);
}

/** What the newest page means; above the usual range: what to do, and the check-in. */
function Judged(props: { readonly pages: readonly DiaryPage[]; readonly session: Session }): JSX.Element | null {
  const newest = props.pages.at(-1);
  if (newest === undefined) return null;
  const judged = judgeIrritation(newest.body);
  const at = `${sinceWords(newest.body.hoursSinceSession)} after the session`;
  if (judged.advice === 'expected') {
    return (
      <Notice tone="go" title={`${judged.says} (${at})`} role="status">
        <Sources ids={judged.sources} about={judged.says} />
      </Notice>
    );
  }
  return (
    <Notice tone="wait" title={`Above the usual range, ${at}`} role="status">
      <p>{judged.says}</p>
      <p>No further session until it is calm. If it grows, if you feel ill or if you are worried: see a doctor.</p>
      <div className="actions">
        <ButtonLink to={`/check-in/new/${props.session.id}`}>Check in now</ButtonLink>
        <ButtonLink to="/help" look="quiet">
          When to get help
        </ButtonLink>
      </div>
      <Sources ids={judged.sources} about={judged.says} />
    </Notice>
  );
}

/** The hours that have come, newest first, and “now” between them. */
function hoursToWrite(
  session: Session,
  pages: readonly DiaryPage[],
  nowMs: number,
): { hours: readonly number[]; open: number } {
  const now = hoursSince(session, nowMs);
  const come = builtInPack.diaryAfterHours.filter((h) => h <= now);
  const newest = Math.max(0, ...come);
  const written = pages.some((p) => p.body.hoursSinceSession === newest);
  const exact = Math.round(now * 10) / 10;
  return { hours: come.includes(exact) ? come : [...come, exact], open: written ? exact : newest };
}

function Write(props: { readonly session: Session; readonly pages: readonly DiaryPage[] }): JSX.Element {
  const { session, pages } = props;
  const nowMs = useNow(60_000);
  const { busy, problems, run } = useAct();
  const [grades, setGrades] = useState<Grades>({});
  const [chosen, setChosen] = useState<number>();
  const [tried, setTried] = useState(false);
  const { hours, open } = hoursToWrite(session, pages, nowMs);
  const hoursSinceSession = chosen ?? open;
  const missing = diarySigns.filter((s) => grades[s] === undefined);
  const save = async () => {
    setTried(true);
    const { redness, sting, swelling, flaking } = grades;
    if (redness === undefined || sting === undefined || swelling === undefined || flaking === undefined) return;
    const body = { session: session.id, hoursSinceSession, redness, sting, swelling, flaking };
    if (!(await run(() => keep.append('irritation', body)))) return;
    setGrades({});
    setChosen(undefined);
    setTried(false);
    scrollTo(0, 0);
  };
  return (
    <Card title={`Write down: ${sinceWords(hoursSinceSession)} after`} main>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <fieldset>
          <legend>Which hour is it about?</legend>
          <Row
            name="hour"
            options={hours.map((h) => [h, h === hours.at(-1) && !isPlanned(h) ? 'now' : hourName(h)] as const)}
            chosen={hoursSinceSession}
            onChange={setChosen}
          />
        </fieldset>
        {diarySigns.map((sign) => (
          <fieldset key={sign}>
            <legend>
              <strong>{diarySignNames[sign]}</strong>
            </legend>
            {tried && grades[sign] === undefined ? <p className="field-problem">Choose 0 to 4.</p> : null}
            <div className="diary-grades">
              {diaryGrades.map((word, grade) => (
                <label key={word} className="diary-grade">
                  <input
                    type="radio"
                    name={sign}
                    value={grade}
                    checked={grades[sign] === grade}
                    onChange={() => setGrades({ ...grades, [sign]: grade })}
                  />
                  <strong>{grade} </strong>
                  <span>{word}</span>
                </label>
              ))}
            </div>
          </fieldset>
        ))}
        <ErrorNotice problems={problems} kept="What you chose is still on this page." />
        <div className="actions">
          <Button type="submit" busy={busy}>
            Save this page
          </Button>
          {tried && missing.length > 0 ? (
            <p role="alert" className="field-problem">
              Still open: {missing.map((s) => diarySignNames[s].toLowerCase()).join(', ')}.
            </p>
          ) : null}
        </div>
      </form>
    </Card>
  );
}

const isPlanned = (hours: number): boolean => builtInPack.diaryAfterHours.includes(hours);
const hourName = (hours: number): string => (hours === 0 ? 'right after' : `${hours} hours`);

function Row(props: {
  readonly name: string;
  readonly options: readonly (readonly [number, string])[];
  readonly chosen: number | undefined;
  readonly onChange: (value: number) => void;
}): JSX.Element {
  return (
    <div className="segments">
      {props.options.map(([value, label]) => (
        <label key={value} className="segment">
          <input
            type="radio"
            name={props.name}
            value={value}
            checked={props.chosen === value}
            onChange={() => props.onChange(value)}
          />
          <span>{label}</span>
        </label>
      ))}
    </div>
  );
}
