import type { Estimate, Examination, PhotoProblem } from '@stria/record';
import { sayEstimate, sayExamination } from '@stria/report';
import type { JSX } from 'react';
import { Notice } from '../../parts/notice.tsx';
import { TableBox } from './table-box.tsx';

const rows = [
  { of: 'contrastDeltaE00', name: 'How much the marks stand out', unit: 'ΔE00', digits: 1 },
  { of: 'widthMm', name: 'Width of a mark', unit: 'mm', digits: 1 },
  { of: 'areaMm2', name: 'Painted area', unit: 'mm²', digits: 0 },
  { of: 'lengthMm', name: 'Length of all marks', unit: 'mm', digits: 0 },
] as const;

/** What one photo says: the sentence first, then the figures with their errors, then what can be done better. */
export function Findings({ examination }: { readonly examination: Examination }): JSX.Element {
  const { marks, usable, problems } = examination;
  const measured = rows.flatMap((row) => {
    const estimate = marks[row.of];
    return estimate === null ? [] : [{ ...row, estimate }];
  });
  return (
    <>
      <p className="photo-headline">{sayExamination(examination).headline}</p>
      {measured.length === 0 ? null : (
        <dl className="figures">
          {measured.map(({ of, name, estimate, unit, digits }) => (
            <div key={of}>
              <dt>{name}</dt>
              <dd>
                {sayEstimate(estimate, digits)} <span className="unit">{unit}</span>
              </dd>
            </div>
          ))}
        </dl>
      )}
      <p className="small soft">
        The number after ± is the error (one standard deviation): the true value lies within twice of it in about 95 of 100
        photos. A contrast of 0 would mean the same colour as the skin around.
      </p>
      {marks.widthMm === null ? (
        <p>Millimetres are missing: neither a printed frame nor a length that you measured is known for this photo.</p>
      ) : null}
      <PhotoProblems
        title={usable ? 'What would make the next photo better' : 'Why it cannot be compared'}
        tone={usable ? 'info' : 'wait'}
        problems={problems}
      />
      <details className="more">
        <summary>Technical details</summary>
        <TechnicalDetails examination={examination} />
      </details>
    </>
  );
}

/** What is not right with a photo or a pair, each with what to do. */
export function PhotoProblems(props: {
  readonly title: string;
  readonly tone: 'info' | 'wait';
  readonly problems: readonly PhotoProblem[];
}): JSX.Element | null {
  if (props.problems.length === 0) return null;
  return (
    <Notice tone={props.tone} title={props.title}>
      <ul>
        {props.problems.map((p) => (
          <li key={p.code}>
            {p.says} {p.mend}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

const stageWords: Record<NonNullable<Examination['marks']['stage']>, string> = {
  rubra: 'redder or darker than the skin around',
  alba: 'paler than the skin around',
  mixed: 'some redder, some paler',
};

function TechnicalDetails({ examination }: { readonly examination: Examination }): JSX.Element {
  const { marks, scale, colour, adjacentSkin, method, problems } = examination;
  const estimates: readonly (readonly [string, Estimate | null | undefined, number])[] = [
    ['Contrast, ΔE00', marks.contrastDeltaE00, 2],
    ['Difference in lightness, ΔL*', marks.deltaL, 2],
    ['Difference in red–green, Δa*', marks.deltaA, 2],
    ['Difference in yellow–blue, Δb*', marks.deltaB, 2],
    ['Share of the area', marks.areaFraction, 3],
    ['Width, mm', marks.widthMm, 2],
    ['Area, mm²', marks.areaMm2, 1],
    ['Length, mm', marks.lengthMm, 1],
    ['Roughness against the skin around', marks.textureRatio, 2],
    ['Skin around, L*', adjacentSkin?.L, 1],
    ['Skin around, a*', adjacentSkin?.a, 1],
    ['Skin around, b*', adjacentSkin?.b, 1],
  ];
  const others: readonly (readonly [string, string])[] = [
    ['Look of the marks, as the colours say', marks.stage === null ? 'cannot tell' : stageWords[marks.stage]],
    ['Confidence', marks.confidence.toFixed(2)],
    ['Scale, pixels a millimetre', scale === null ? 'not known' : scale.pxPerMm.toFixed(2)],
    ['Tilt, degrees', scale === null ? 'not known' : scale.tiltDegrees.toFixed(1)],
    ['Colour calibration, left-over ΔE00', colour === null ? 'not calibrated' : colour.residualDeltaE00.toFixed(2)],
    ['Method', method],
    ['Remarks', problems.map((p) => p.code).join(', ') || 'none'],
  ];
  return (
    <TableBox name="Technical details">
      <table>
        <caption className="hidden-text">Everything that was measured in this photo</caption>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Value ± standard deviation</th>
          </tr>
        </thead>
        <tbody>
          {estimates.map(([name, estimate, digits]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{estimate ? sayEstimate(estimate, digits) : 'not measured'}</td>
            </tr>
          ))}
          {others.map(([name, value]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}
