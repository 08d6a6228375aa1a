import { builtInPack } from '@stria/care';
import { fail, ok, problem, type Result, type Session } from '@stria/record';
import { type JSX, useId, useState } from 'react';
import { useSearchParams } from 'react-router';
import { dayAt, instantOf, timeOfDay } from '../../keep/index.ts';
import { Card } from '../../parts/card.tsx';
import { Choices } from '../../parts/choice.tsx';
import { hoursSince } from '../agenda.ts';

/** Which moment a check-in is about: now, or an earlier one that is written down late. */
export interface When {
  readonly is: 'now' | 'earlier';
  readonly day: string;
  readonly time: string;
}

const HOUR_MS = 3_600_000;

/** `?after=24` in the address asks for the look of that hour, written down late. */
export function useWhen(session: Session | undefined): [When, (when: When) => void] {
  const [asked] = useSearchParams();
  const after = Number(asked.get('after') ?? '');
  return useState<When>(() => {
    const late = builtInPack.checkInsAfterHours.includes(after) && session?.needledAt !== undefined;
    // Up to the next minute, because a time of day has no seconds: the hour asked for has then passed.
    const atMs = late ? Math.ceil((Date.parse(session.needledAt) + after * HOUR_MS) / 60_000) * 60_000 : 0;
    return late ? { is: 'earlier', day: dayAt(atMs), time: timeOfDay(atMs) } : { is: 'now', day: '', time: '' };
  });
}

/** Hours since the needle, to a tenth; refused where the moment lies before it, or still ahead. */
export function hoursOf(when: When, session: Session, nowMs: number): Result<number> {
  if (when.is === 'now') return ok(tenth(hoursSince(session, nowMs)));
  const atMs = instantOf(when.day, when.time);
  const needledMs = Date.parse(session.needledAt ?? session.startedAt);
  if (atMs === undefined) return fail(problem('check-in.no-time', '/when', 'Say the day and the time.'));
  if (atMs < needledMs - 60_000) {
    return fail(problem('check-in.before-session', '/when', 'That was before the session. Choose a later time.'));
  }
  if (atMs > nowMs + 60_000) return fail(problem('check-in.ahead', '/when', 'That time has not come yet.'));
  return ok(tenth(Math.max(0, (atMs - needledMs) / HOUR_MS)));
}

const tenth = (hours: number): number => Math.round(hours * 10) / 10;

export function WhenQuestion(props: {
  readonly when: When;
  readonly onChange: (when: When) => void;
  readonly nowMs: number;
  readonly problem: string | undefined;
}): JSX.Element {
  const { when, onChange, nowMs } = props;
  const id = useId();
  const choose = (is: When['is']) =>
    onChange(is === 'now' || when.day !== '' ? { ...when, is } : { is, day: dayAt(nowMs), time: timeOfDay(nowMs) });
  return (
    <Card title="When was it like this?">
      <fieldset>
        <legend className="hidden-text">When was it like this?</legend>
        <Choices
          name="when"
          kind="radio"
          options={[
            { value: 'now', label: 'Now' },
            { value: 'earlier', label: 'Earlier', hint: 'What you write is judged for that hour.' },
          ]}
          chosen={[when.is]}
          onChange={(chosen) => choose(chosen[0] === 'earlier' ? 'earlier' : 'now')}
          more={(value) =>
            value === 'earlier' ? (
              <div className="field">
                {props.problem === undefined ? null : (
                  <p id={`${id}-problem`} className="field-problem">
                    {props.problem}
                  </p>
                )}
                <label htmlFor={`${id}-day`}>Day</label>
                <input
                  id={`${id}-day`}
                  type="date"
                  value={when.day}
                  max={dayAt(nowMs)}
                  aria-describedby={props.problem === undefined ? undefined : `${id}-problem`}
                  onChange={(e) => onChange({ ...when, day: e.currentTarget.value })}
                />
                <label htmlFor={`${id}-time`}>Time</label>
                <input
                  id={`${id}-time`}
                  type="time"
                  className="short"
                  value={when.time}
                  onChange={(e) => onChange({ ...when, time: e.currentTarget.value })}
                />
              </div>
            ) : null
          }
        />
      </fieldset>
    </Card>
  );
}
