import './onset.css';
import { causeWords } from '@stria/care';
import type { Onset as OnsetBody } from '@stria/record';
import { type JSX, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { keep, today, useAct, useKeep } from '../../keep/index.ts';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { MonthField } from '../../parts/month-field.tsx';
import { ErrorNotice } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { layTimeline, monthNumber, monthsWords, type Timeline } from './timeline.ts';

type Cause = OnsetBody['events'][number]['cause'];
type Typed = Readonly<Record<string, { readonly from: string; readonly to: string }>>;
const whole = (month: string): boolean => /^\d{4}-\d{2}$/.test(month);

/** When the marks came and what was going on then, as far as anybody knows. All of it may stay empty; nothing waits for it. */
export function Onset(): JSX.Element {
  const { state } = useKeep();
  const known = state.onset?.body;
  const now = today().slice(0, 7);
  const causes = [...new Set([...(state.answers?.body.marks?.causes ?? []), ...(known?.events.map((e) => e.cause) ?? [])])];
  const told = causes.filter((c) => c !== 'unknown');
  const [seen, setSeen] = useState(known?.marksFirstSeen ?? '');
  const [typed, setTyped] = useState<Typed>(() =>
    Object.fromEntries((known?.events ?? []).map((e) => [e.cause, { from: e.from ?? '', to: e.to ?? '' }])),
  );
  const { busy, problems, run } = useAct();
  const navigate = useNavigate();
  const body = bodyOf(seen, causes, typed);
  const muddled = problemOf(seen, body, now);
  const save = async () => {
    if (await run(() => keep.append('onset', body))) await navigate('/start');
  };
  return (
    <Page
      title="When did they come?"
      back={{ to: '/start', label: 'May I?' }}
      lead="Fill in what you know. Many people do not know, and nothing waits for it."
    >
      <Drawing line={muddled === undefined ? layTimeline(body, now) : undefined} body={body} now={now} />
      <MonthField label="When you first saw the marks" value={seen} onChange={setSeen} max={now} />
      {told.length === 0 ? (
        <p className="soft">
          You have not named a cause: it is written down as not known.{' '}
          <Link to="/start/questions/causes?change">Change that</Link>
        </p>
      ) : (
        told.map((cause) => (
          <Card key={cause} title={causeWords[cause]}>
            {(['from', 'to'] as const).map((end) => (
              <MonthField
                key={end}
                label={endLabel(cause, end)}
                value={typed[cause]?.[end] ?? ''}
                onChange={(month) =>
                  setTyped({ ...typed, [cause]: { ...(typed[cause] ?? { from: '', to: '' }), [end]: month } })
                }
                max={now}
              />
            ))}
          </Card>
        ))
      )}
      <ErrorNotice problems={problems} />
      <div className="actions">
        <Button busy={busy} onPress={save} waitsFor={muddled}>
          Keep this
        </Button>
      </div>
    </Page>
  );
}

const endLabel = (cause: Cause, end: 'from' | 'to'): string =>
  end === 'from' ? 'Began' : cause === 'pregnancy' ? 'Birth, or the end of the pregnancy' : 'Ended, if it has';

function bodyOf(seen: string, causes: readonly Cause[], typed: Typed): OnsetBody {
  return {
    ...(whole(seen) ? { marksFirstSeen: seen } : {}),
    events: causes.map((cause) => {
      const { from = '', to = '' } = typed[cause] ?? {};
      return { cause, ...(whole(from) ? { from } : {}), ...(whole(to) ? { to } : {}) };
    }),
  };
}

function problemOf(seen: string, body: OnsetBody, now: string): string | undefined {
  const months = [body.marksFirstSeen, ...body.events.flatMap((e) => [e.from, e.to])];
  if (months.some((m) => m !== undefined && m > now)) return 'One of the months is still to come.';
  if (body.events.some((e) => e.from !== undefined && e.to !== undefined && e.to < e.from))
    return 'One of the ends lies before its beginning.';
  return seen !== '' && !whole(seen) ? 'Give month and year, or leave both empty.' : undefined;
}

const FIELD = { width: 340, left: 10, right: 330, row: 34, top: 14 };

/** The line as a picture, and the same in words below it. */
function Drawing(props: {
  readonly line: Timeline | undefined;
  readonly body: OnsetBody;
  readonly now: string;
}): JSX.Element | null {
  const { line } = props;
  if (line === undefined) return null;
  const px = (at: number) => FIELD.left + at * (FIELD.right - FIELD.left);
  const base = FIELD.top + line.bars.length * FIELD.row + 26;
  return (
    <figure className="figure timeline">
      <svg viewBox={`0 0 ${FIELD.width} ${base + 24}`} aria-hidden="true">
        {line.bars.map((bar, i) => {
          const y = FIELD.top + i * FIELD.row;
          const [x, width] = [px(bar.from), Math.max(8, px(bar.to) - px(bar.from))];
          const late = bar.from > 0.6;
          return (
            <g key={bar.cause}>
              <text x={late ? x + width : x} y={y + 4} textAnchor={late ? 'end' : 'start'}>
                {causeWords[bar.cause]}
              </text>
              <rect
                x={bar.point ? x - 4 : x}
                y={y + 10}
                width={bar.point ? 8 : width}
                height="8"
                rx="4"
                className="timeline-bar"
              />
            </g>
          );
        })}
        <line x1={FIELD.left} x2={FIELD.right} y1={base} y2={base} className="timeline-line" />
        {line.years.map(({ year, at }) => (
          <g key={year}>
            <line x1={px(at)} x2={px(at)} y1={base - 3} y2={base + 3} className="timeline-line" />
            <text x={px(at)} y={base + 18} textAnchor="middle">
              {year}
            </text>
          </g>
        ))}
        {line.seen === undefined ? null : <circle cx={px(line.seen)} cy={base} r="7" className="timeline-seen" />}
      </svg>
      <figcaption>
        {sayLine(props.body, props.now).map((says) => (
          <p key={says}>{says}</p>
        ))}
      </figcaption>
    </figure>
  );
}

function sayLine(body: OnsetBody, now: string): string[] {
  const ago = (month: string) => monthsWords(monthNumber(now) - monthNumber(month));
  const birth = body.events.find((e) => e.cause === 'pregnancy')?.to;
  return [
    ...(body.marksFirstSeen === undefined ? [] : [`● First seen ${ago(body.marksFirstSeen)} ago.`]),
    ...(birth === undefined ? [] : [`Since the birth, or the end of the pregnancy: ${ago(birth)}.`]),
  ];
}
