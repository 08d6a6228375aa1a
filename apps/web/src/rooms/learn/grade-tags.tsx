import type { SourceId } from '@stria/record';
import type { JSX } from 'react';
import { dayWithYear } from '../../parts/day-words.ts';
import type { Evidence } from './evidence.ts';

/** What kinds of statement stand behind a list of sources, and when they were last looked at. */
export function GradeTags(props: { readonly ids: readonly SourceId[]; readonly evidence: Evidence }): JSX.Element {
  const { gradesOf, gradeWords, evidenceReviewedOn } = props.evidence;
  return (
    <p className="tags">
      {gradesOf(props.ids).map((grade) => (
        <span key={grade} className="tag">
          {gradeWords[grade].name}
        </span>
      ))}
      <span className="small soft">
        Looked at on <time dateTime={evidenceReviewedOn}>{dayWithYear(evidenceReviewedOn)}</time>
      </span>
    </p>
  );
}
