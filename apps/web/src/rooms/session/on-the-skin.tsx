import { judgeProduct } from '@stria/care';
import { type Product, type ProductKind, productKinds, type Zone } from '@stria/record';
import { type JSX, useState } from 'react';
import { keep, today, useKeep } from '../../keep/index.ts';
import { Button } from '../../parts/button.tsx';
import { Choices } from '../../parts/choice.tsx';
import { Field } from '../../parts/field.tsx';
import { Judged } from '../shelf/judged.tsx';
import { Select } from '../shelf/select.tsx';
import { productKindWords, productWords } from '../shelf/shelf-words.ts';
import type { StepTools } from './step-tools.ts';

const TYPED = 'typed';

/** Something on the skin while it is being needled: only through the guard, which says why not and where that is known from. */
export function OnTheSkin({ zone, tools }: { readonly zone: Zone; readonly tools: StepTools }): JSX.Element {
  const { state } = useKeep();
  const [chosen, setChosen] = useState<string>();
  const [name, setName] = useState('');
  const [kind, setKind] = useState<ProductKind>('saline');
  const [sterile, setSterile] = useState(false);
  const registered = state.products.find((p) => p.id === chosen);
  const typed: Product = { name: name.trim() || productKindWords[kind], kind, inci: [], sterile };
  const product = registered?.body ?? (chosen === TYPED ? typed : undefined);
  const verdict = product && judgeProduct(product, { setting: 'home', stage: 'during-session', today: today(), zone });
  const put = async () => {
    if (product === undefined || verdict?.may !== 'yes') return;
    let id = registered?.id;
    const written = (of: NonNullable<typeof id>) => tools.write({ step: 'product-applied', product: of });
    if (id === undefined) {
      const added = await keep.append('product', product);
      if (!added.ok) return;
      id = added.value.id;
    }
    if (await written(id)) setChosen(undefined);
  };
  return (
    <details className="more">
      <summary>Put something on the skin?</summary>
      <div className="stack">
        <p>
          It needs nothing. If the roller drags, sterile saline or a plain sterile hydrogel. No serum, no oil, no numbing cream.
        </p>
        <fieldset>
          <legend className="hidden-text">What would you put on?</legend>
          <Choices
            name="product"
            kind="radio"
            options={[
              ...state.products.map((p) => ({ value: p.id, label: p.body.name, hint: productWords(p.body) })),
              { value: TYPED, label: 'Something that is not on my shelf' },
            ]}
            chosen={chosen === undefined ? [] : [chosen]}
            onChange={([value]) => setChosen(value)}
            more={(value) =>
              value === TYPED ? (
                <div className="stack">
                  <Select
                    label="What is it?"
                    value={kind}
                    onChange={setKind}
                    options={productKinds.map((k) => ({ value: k, label: productKindWords[k] }))}
                  />
                  <Field label="Its name (you may leave this empty)" value={name} onChange={setName} maxLength={120} />
                  <Choices
                    name="sterile"
                    kind="checkbox"
                    options={[{ value: 'sterile', label: 'It is sterile: the pack says so, and it was closed' }]}
                    chosen={sterile ? ['sterile'] : []}
                    onChange={(on) => setSterile(on.length > 0)}
                  />
                </div>
              ) : undefined
            }
          />
        </fieldset>
        {verdict === undefined ? null : <Judged verdict={verdict} />}
        <div className="actions">
          <Button
            look="quiet"
            busy={tools.busy}
            waitsFor={
              verdict === undefined
                ? 'Choose what first.'
                : verdict.may === 'yes'
                  ? undefined
                  : 'This does not go on skin that is being needled.'
            }
            onPress={put}
          >
            I put this on
          </Button>
        </div>
      </div>
    </details>
  );
}
