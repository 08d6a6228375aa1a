import { concernOf, type Reason, sayDay } from '@stria/care';
import type { JSX } from 'react';
import { Link } from 'react-router';
import { Card } from '../../parts/card.tsx';
import { Sources } from '../../parts/sources.tsx';
import { levelName, levelTone } from '../verdict-words.ts';

/** Every reason, most severe first. Questions without an answer are one line that opens: they count, and ten in a row say no more. */
export function Reasons(props: { readonly reasons: readonly Reason[]; readonly settled: boolean }): JSX.Element | null {
  const { reasons } = props;
  if (reasons.length === 0) return null;
  // Where it is settled anyway, nobody is sent to ask whether they may.
  const isOpen = (r: Reason) => concernOf(r.code) === 'left-open' || (props.settled && r.code === 'consult-missing');
  const open = reasons.filter(isOpen);
  const told = reasons.filter((r) => !open.includes(r));
  const heavy = told.filter((r) => r.level !== 'notice');
  const notices = told.filter((r) => r.level === 'notice');
  return (
    <>
      {heavy.length + open.length === 0 ? null : (
        <Card title="Why">
          <List reasons={heavy} />
          <LeftOpen reasons={open} alone={heavy.length === 0} />
        </Card>
      )}
      {notices.length === 0 ? null : (
        <Card title="Good to know">
          <List reasons={notices} />
        </Card>
      )}
    </>
  );
}

function List({ reasons }: { readonly reasons: readonly Reason[] }): JSX.Element | null {
  if (reasons.length === 0) return null;
  return (
    <ul className="plain reasons">
      {reasons.map((reason) => (
        <li key={reason.code} data-reason={reason.code}>
          <p>
            <span className={`tag tone-${levelTone[reason.level]}`}>{levelName[reason.level]}</span>{' '}
            {reason.until === undefined ? null : <span className="tag">until {sayDay(reason.until)}</span>}
          </p>
          <p>{reason.says}</p>
          <Sources ids={reason.sources} about={reason.says} />
        </li>
      ))}
    </ul>
  );
}

function LeftOpen(props: { readonly reasons: readonly Reason[]; readonly alone: boolean }): JSX.Element | null {
  const { length } = props.reasons;
  if (length === 0) return null;
  return (
    <details className="more" open={props.alone}>
      <summary>
        {length === 1 ? 'One point is still open' : `${length} points are still open`}; each counts as “ask a doctor”
      </summary>
      <List reasons={props.reasons} />
      <p>
        <Link to="/start/questions">Answer them</Link>
      </p>
    </details>
  );
}
