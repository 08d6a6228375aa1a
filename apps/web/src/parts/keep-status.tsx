import type { JSX } from 'react';
import { Link } from 'react-router';
import { type KeepView, useKeep } from '../keep/index.ts';
import { Icon } from './icon.tsx';

/** Where the record lies now, in one quiet line. */
export function KeepStatus(): JSX.Element {
  const keep = useKeep();
  const there = keep.host === 'there' && keep.waiting === 0;
  return (
    <p className="status-line" role="status">
      <Icon name={there ? 'cloud' : 'device'} />
      <span>
        {statusWords(keep)} {keep.refusals.length > 0 ? <Link to="/settings">See why</Link> : null}
      </span>
    </p>
  );
}

export function statusWords(keep: Pick<KeepView, 'host' | 'waiting' | 'refusals'>): string {
  if (keep.host === 'none' || keep.host === 'unknown') return 'Kept on this device.';
  if (keep.refusals.length > 0) return 'Kept on this device. The server did not accept some of it.';
  if (keep.waiting === 0) return 'Kept on this device and copied to the server.';
  return keep.host === 'away'
    ? 'Kept on this device. Not yet copied to the server.'
    : 'Kept on this device. Copying to the server…';
}
