import { courseNoteSources } from '@stria/care';
import type { Day, Zone } from '@stria/record';
import { zoneNames } from '@stria/record';
import type { JSX } from 'react';
import { Card } from '../../parts/card.tsx';
import { dayWords } from '../../parts/day-words.ts';
import { Sources } from '../../parts/sources.tsx';

interface Row {
  readonly n: number;
  readonly on: Day;
  readonly needleLengthMm: number;
  readonly zones: readonly Zone[];
  readonly plannedOn?: Day;
  readonly state?: 'done' | 'next' | 'later';
}

/** The days of a course, each with its year: sessions, and the photo that comes last. */
export function PlanDates(props: { readonly sessions: readonly Row[]; readonly photosOn: readonly Day[] }): JSX.Element {
  const last = props.photosOn.at(-1);
  return (
    <Card title="Dates">
      <ol className="plain dates">
        {props.sessions.map((s) => (
          <li key={s.n}>
            <strong>
              Session {s.n}
              {s.state === 'done' ? ' (done)' : ''}
            </strong>
            <span>
              {dayWords(s.on)} <span className="soft">{s.on.slice(0, 4)}</span>
            </span>
            <span className="soft small">
              {s.needleLengthMm} mm, {s.zones.map((z) => zoneNames[z]).join(', ')}
              {s.state === 'done' ? '' : '; photo before'}
              {s.plannedOn === undefined || s.plannedOn === s.on ? '' : `; planned for ${dayWords(s.plannedOn)}`}
            </span>
          </li>
        ))}
        {last === undefined ? null : (
          <li>
            <strong>Last photo</strong>
            <span>
              {dayWords(last)} <span className="soft">{last.slice(0, 4)}</span>
            </span>
            <span className="soft small">12 weeks after the last session: earlier, nothing can be judged</span>
          </li>
        )}
      </ol>
    </Card>
  );
}

export function PlanNotes({ notes }: { readonly notes: readonly string[] }): JSX.Element | null {
  if (notes.length === 0) return null;
  return (
    <Card title="Please read">
      <ul>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      <Sources ids={courseNoteSources} about="what to read with the plan" />
    </Card>
  );
}
