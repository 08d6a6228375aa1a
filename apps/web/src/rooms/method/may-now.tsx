import { type ProductKind, productKinds } from '@stria/record';
import { type JSX, useId, useState } from 'react';
import { Link } from 'react-router';
import { today, useKeep, useNow } from '../../keep/index.ts';
import { Notice, type Tone } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { Sources } from '../../parts/sources.tsx';
import { leftWords } from '../aftercare-lists.tsx';
import { judgeNow } from './guard.ts';

/** What a kind of product is called in a list. */
const kindNames: Record<ProductKind, string> = {
  saline: 'Saline',
  hydrogel: 'Plain hydrogel',
  moisturiser: 'Moisturiser',
  sunscreen: 'Sunscreen',
  oil: 'Oil',
  cream: 'Cream sold for stretch marks',
  serum: 'Serum',
  retinoid: 'Retinoid cream',
  acid: 'Acid (peel, AHA, BHA)',
  'vitamin-c': 'Vitamin C',
  peroxide: 'Benzoyl peroxide',
  'numbing-cream': 'Numbing cream',
  'make-up': 'Make-up',
  perfumed: 'Something perfumed',
  other: 'Something else',
};

const answers: Record<'yes' | 'not-yet' | 'no', { readonly tone: Tone; readonly word: string }> = {
  yes: { tone: 'go', word: 'Yes' },
  'not-yet': { tone: 'wait', word: 'Not yet' },
  no: { tone: 'stop', word: 'No' },
};

/** Yes, not yet or no, for something of the shelf or for a kind, with a reason for each ingredient that weighs. */
export function MayNow(): JSX.Element {
  const { state } = useKeep();
  const nowMs = useNow(60_000);
  const id = useId();
  const [chosen, setChosen] = useState('');
  const product = state.products.find((p) => p.id === chosen);
  const kind = productKinds.find((k) => k === chosen);
  const what = product ?? kind;
  const verdict = what === undefined ? undefined : judgeNow(state, what, today(), nowMs);
  return (
    <Page title="What may go on my skin now?" back={{ to: '/method', label: 'What I do now' }}>
      <div className="field">
        <label htmlFor={id}>What would you put on?</label>
        <select id={id} value={chosen} onChange={(event) => setChosen(event.currentTarget.value)}>
          <option value="">Choose…</option>
          {state.products.length === 0 ? null : (
            <optgroup label="My shelf">
              {state.products.map((p) => (
                <option key={p.id} value={p.id}>
                  {p.body.name}
                </option>
              ))}
            </optgroup>
          )}
          <optgroup label="By its kind">
            {productKinds.map((k) => (
              <option key={k} value={k}>
                {kindNames[k]}
              </option>
            ))}
          </optgroup>
        </select>
      </div>
      <div role="status" className="stack">
        {verdict === undefined ? null : (
          <>
            <Notice
              tone={answers[verdict.may].tone}
              title={
                verdict.hoursLeft === undefined
                  ? `${answers[verdict.may].word}.`
                  : `${answers[verdict.may].word}: ${leftWords(verdict.hoursLeft)} left.`
              }
            >
              {verdict.may === 'yes' ? <p>{verdict.says}</p> : null}
            </Notice>
            <ul className="plain reasons">
              {verdict.reasons.map((r) => (
                <li key={`${r.code}${r.ingredient ?? ''}`} data-reason={r.code}>
                  <p>
                    {r.ingredient === undefined ? null : <strong>{r.ingredient}: </strong>}
                    {r.says}
                  </p>
                  <Sources ids={r.sources} about={r.says} />
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      {product === undefined ? (
        <p className="small soft">
          With the ingredients on your <Link to="/shelf">shelf</Link>, the answer names what weighs.
        </p>
      ) : null}
    </Page>
  );
}
