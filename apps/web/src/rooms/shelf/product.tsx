import { judgeProduct } from '@stria/care';
import { type Problem, type Product, type ProductKind, parseBody, productKinds } from '@stria/record';
import { type JSX, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { keep, today, useAct, useKeep } from '../../keep/index.ts';
import { Button } from '../../parts/button.tsx';
import { Choices } from '../../parts/choice.tsx';
import { dayWithYear } from '../../parts/day-words.ts';
import { Field } from '../../parts/field.tsx';
import { ErrorNotice } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { Pair } from './device-page.tsx';
import { dayFrom, notInFuture, present, textOf, wrongAt } from './filled.ts';
import { Judged } from './judged.tsx';
import { PackDates } from './pack-dates.tsx';
import { Select } from './select.tsx';
import { productKindWords } from './shelf-words.ts';
import { NotOnShelf, TakeOff } from './take-off.tsx';

const back = { to: '/shelf', label: 'My shelf' };

/** Ingredients as they stand on the label: parted by commas, or one a line. */
const ingredientsOf = (text: string): string[] =>
  text
    .split(/[\n;]|,(?!\d)/)
    .map((i) => i.trim())
    .filter((i) => i !== '');

/** Something that goes on the skin, as its label describes it. */
export function ProductForm(): JSX.Element {
  const { id } = useParams();
  const { state } = useKeep();
  const before = state.products.find((p) => p.id === id);
  const [filled, setFilled] = useState(filledFrom(before?.body));
  const [kind, setKind] = useState<ProductKind>(before?.body.kind ?? 'moisturiser');
  const [sterile, setSterile] = useState(before?.body.sterile ?? false);
  const [found, setFound] = useState<readonly Problem[]>([]);
  const { busy, problems, run } = useAct();
  const navigate = useNavigate();
  const set = (key: keyof typeof filled) => (value: string) => setFilled({ ...filled, [key]: value });
  const save = async () => {
    const body = parseBody(
      'product',
      present({
        name: textOf(filled.name) ?? '',
        kind,
        inci: ingredientsOf(filled.inci),
        sterile,
        lot: textOf(filled.lot),
        openedOn: dayFrom(filled.openedOn),
        expiresOn: dayFrom(filled.expiresOn),
        patchTestOn: dayFrom(filled.patchTestOn),
      }),
    );
    const days = ['openedOn', 'patchTestOn'] as const;
    const wrong = body.ok ? days.flatMap((d) => notInFuture(`/${d}`, dayFrom(filled[d]), today())) : body.problems;
    setFound(wrong);
    if (!body.ok || wrong.length > 0) return;
    const saved = await run(() =>
      before === undefined
        ? keep.append('product', body.value)
        : keep.append('correction', { corrects: before.id, reason: 'changed on the shelf', body: body.value }),
    );
    if (saved) await navigate('/shelf', { replace: true });
  };
  const wrong = (at: string) => wrongAt(found, at);
  return (
    <Page title={before === undefined ? 'Add a product' : 'Change this product'} back={back}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Field label="Name" value={filled.name} onChange={set('name')} maxLength={120} problem={wrong('/name')} />
        <Select
          label="What is it?"
          value={kind}
          onChange={setKind}
          options={productKinds.map((k) => ({ value: k, label: productKindWords[k] }))}
        />
        <Field
          label="Ingredients on the label"
          help="As they stand there (INCI), with commas between. You may leave this empty; then only the kind is looked at."
          value={filled.inci}
          onChange={set('inci')}
          problem={wrong('/inci')}
          long
        />
        <Choices
          name="sterile"
          kind="checkbox"
          options={[{ value: 'sterile', label: 'It is sterile: the pack says so' }]}
          chosen={sterile ? ['sterile'] : []}
          onChange={(on) => setSterile(on.length > 0)}
        />
        <Field label="Lot number (you may leave this empty)" value={filled.lot} onChange={set('lot')} maxLength={80} />
        <PackDates filled={filled} set={set} wrong={wrong} />
        <Field
          label="Test patch (you may leave this empty)"
          help="The day on which you tried a little of it on the inner forearm, if it stayed calm for two days."
          type="date"
          value={filled.patchTestOn}
          onChange={set('patchTestOn')}
          problem={wrong('/patchTestOn')}
        />
        <ErrorNotice problems={problems} />
        <div className="actions">
          <Button type="submit" busy={busy}>
            {before === undefined ? 'Put it on the shelf' : 'Save the change'}
          </Button>
        </div>
      </form>
    </Page>
  );
}

const filledFrom = (p: Product | undefined) => ({
  name: p?.name ?? '',
  inci: p?.inci.join(', ') ?? '',
  lot: p?.lot ?? '',
  openedOn: String(p?.openedOn ?? ''),
  expiresOn: String(p?.expiresOn ?? ''),
  patchTestOn: String(p?.patchTestOn ?? ''),
});

/** One product, and whether it may go on skin that is being needled. */
export function ProductPage(): JSX.Element {
  const { id } = useParams();
  const { state } = useKeep();
  const entry = state.products.find((p) => p.id === id);
  if (entry === undefined) return <NotOnShelf />;
  const { body } = entry;
  const setting = state.answers?.body.setting ?? 'home';
  const say = (day: Product['openedOn']) => (day === undefined ? 'not noted' : dayWithYear(day));
  return (
    <Page title={body.name} back={back} lead={productKindWords[body.kind]}>
      <h2>During a session</h2>
      <Judged verdict={judgeProduct(body, { setting, stage: 'during-session', today: today() })} />
      <dl className="pairs">
        <Pair name="Ingredients">{body.inci.length === 0 ? 'not copied' : body.inci.join(', ')}</Pair>
        <Pair name="Sterile">{body.sterile ? 'yes, the pack says so' : 'no'}</Pair>
        <Pair name="Lot">{body.lot ?? 'not noted'}</Pair>
        <Pair name="Opened">{say(body.openedOn)}</Pair>
        <Pair name="Good until">{say(body.expiresOn)}</Pair>
        <Pair name="Test patch">{say(body.patchTestOn)}</Pair>
      </dl>
      <p>
        <Link to={`/shelf/product/${entry.id}/change`}>Change it</Link>
      </p>
      <TakeOff id={entry.id} />
    </Page>
  );
}
