import type { JSX } from 'react';
import { Link } from 'react-router';
import { useKeep } from '../keep/index.ts';
import { Icon } from './icon.tsx';
import { statusWords } from './keep-words.ts';

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
