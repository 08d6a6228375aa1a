import { type Comparison, compareDays, type Day } from '@stria/record';
import { progress, sayComparison, sayEstimate } from '@stria/report';
import type { JSX } from 'react';
import { useKeep } from '../../keep/index.ts';
import { Card } from '../../parts/card.tsx';
import { dayWithYear } from '../../parts/day-words.ts';
import { Notice } from '../../parts/notice.tsx';
import { PhotoProblems } from './findings.tsx';
import { IntervalPicture, signed } from './interval.tsx';
import { type PairMeasurement, type Photo, placeKey } from './place.ts';
import { TableBox } from './table-box.tsx';

interface Two {
  readonly baseline: Photo;
  readonly followup: Photo;
}

/** Calm colours on purpose: a verdict is neither praise nor blame. */
const tones: Record<Comparison['verdict'], 'wait' | 'info' | 'ask'> = {
  'less-visible': 'info',
  'more-visible': 'wait',
  'no-change-detected': 'info',
  'cannot-tell': 'ask',
};

/** The sentence first, then how far it is to be trusted. */
export function PairVerdict(props: Two & { readonly compared: PairMeasurement }): JSX.Element {
  const { comparison } = props.compared.body;
  const contrast = comparison.change?.contrastDeltaE00 ?? null;
  return (
    <Card title="What the two photos say" main>
      <div className={`verdict tone-${tones[comparison.verdict]}`} role="status" data-verdict={comparison.verdict}>
        <p className="verdict-words">{sayComparison(comparison).headline}</p>
        {comparison.verdict === 'less-visible' ? <p>Less visible does not mean gone.</p> : null}
      </div>
      <TooEarly baseline={props.baseline} followup={props.followup} />
      {contrast === null ? null : (
        <figure className="figure">
          <IntervalPicture delta={contrast.delta} smallestRealChange={contrast.smallestRealChange} />
          <figcaption>
            Difference in contrast: {signed(contrast.delta.value)} ± {contrast.delta.sd.toFixed(2)} ΔE00. Only more than{' '}
            {contrast.smallestRealChange.toFixed(2)} to either side counts as a real change.
          </figcaption>
        </figure>
      )}
      <PhotoProblems title="Why they cannot be compared" tone="wait" problems={comparison.problems} />
    </Card>
  );
}

/** Every figure that the verdict rests on, in words and as a table. */
export function PairFigures({ comparison }: { readonly comparison: Comparison }): JSX.Element | null {
  const elsewhere = new Set([...comparison.problems.map((p) => `${p.says} ${p.mend}`), 'Less visible does not mean gone.']);
  const sentences = sayComparison(comparison).sentences.filter((sentence) => !elsewhere.has(sentence));
  if (comparison.change === null && sentences.length === 0) return null;
  return (
    <Card title="The figures">
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <p className="small soft">
        The number after ± is the error (one standard deviation). The verdict goes by the contrast alone. It says nothing about
        health.
      </p>
      <details className="more">
        <summary>Technical details</summary>
        <ChangeTable comparison={comparison} />
      </details>
    </Card>
  );
}

/** Weeks before which a difference is not called a result; the words and the days are those of the report. */
function TooEarly({ baseline, followup }: Two): JSX.Element | null {
  const { state } = useKeep();
  const where = placeKey(baseline.body);
  const here = state.photos.filter((p) => placeKey(p.body) === where);
  const stand = progress({ ...state, photos: here });
  const early = stand.verdictFrom !== undefined && compareDays(followup.body.takenOn as Day, stand.verdictFrom) < 0;
  if (early && stand.verdictFrom !== undefined) {
    return (
      <Notice tone="wait" title="It is early">
        <p>
          Skin changes slowly. What two photos show before {dayWithYear(stand.verdictFrom)} is not yet a result, whichever way
          it points.
        </p>
      </Notice>
    );
  }
  return stand.kind === 'one-day-only' ? (
    <Notice tone="wait" title="This is one later day">
      <p>{stand.sentence}</p>
    </Notice>
  ) : null;
}

const quantities = {
  contrastDeltaE00: { name: 'Contrast, ΔE00', digits: 2 },
  widthMm: { name: 'Width, mm', digits: 2 },
  areaMm2: { name: 'Area, mm²', digits: 0 },
  textureRatio: { name: 'Roughness against the skin around', digits: 2 },
} as const;

function ChangeTable({ comparison }: { readonly comparison: Comparison }): JSX.Element {
  const all = Object.keys(quantities) as (keyof typeof quantities)[];
  return (
    <TableBox name="Technical details">
      <table className="photo-numbers">
        <caption className="hidden-text">Both photos and their difference</caption>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">First</th>
            <th scope="col">Later</th>
            <th scope="col">Difference</th>
            <th scope="col">Smallest real change</th>
          </tr>
        </thead>
        <tbody>
          {all.map((of) => {
            const c = comparison.change?.[of] ?? null;
            const { name, digits } = quantities[of];
            return (
              <tr key={of}>
                <th scope="row">{name}</th>
                {c === null ? (
                  <td colSpan={4}>not compared</td>
                ) : (
                  <>
                    <td>{sayEstimate(c.baseline, digits)}</td>
                    <td>{sayEstimate(c.followup, digits)}</td>
                    <td>{sayEstimate(c.delta, digits)}</td>
                    <td>{c.smallestRealChange.toFixed(digits)}</td>
                  </>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="small soft">
        Method: {comparison.method}.{' '}
        {comparison.registration === null
          ? 'Each photo is measured in its own painted marks; the skin is not laid on the skin.'
          : ''}
      </p>
    </TableBox>
  );
}
