import { checkAntiseptic, type Disinfected } from '@stria/care';
import { type Antiseptic, type Problem, parseBody } from '@stria/record';
import { type JSX, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { keep, today, useAct, useKeep } from '../../keep/index.ts';
import { Button } from '../../parts/button.tsx';
import { Choices } from '../../parts/choice.tsx';
import { dayWithYear } from '../../parts/day-words.ts';
import { Field } from '../../parts/field.tsx';
import { ErrorNotice, Notice } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { Pair } from './device-page.tsx';
import { dayFrom, notInFuture, numberOf, present, textOf, wrongAt } from './filled.ts';
import { PackDates } from './pack-dates.tsx';
import { useWords } from './shelf-words.ts';
import { NotOnShelf, TakeOff } from './take-off.tsx';

const back = { to: '/shelf', label: 'My shelf' };
const uses = ['skin', 'needle', 'surface'] as const;

/** An antiseptic as its bottle describes it. */
export function AntisepticForm(): JSX.Element {
  const { id } = useParams();
  const { state } = useKeep();
  const before = state.antiseptics.find((a) => a.id === id);
  const [filled, setFilled] = useState(filledFrom(before?.body));
  const [found, setFound] = useState<readonly Problem[]>([]);
  const { busy, problems, run } = useAct();
  const navigate = useNavigate();
  const set = (key: keyof typeof filled) => (value: string) => setFilled({ ...filled, [key]: value });
  const save = async () => {
    const body = parseBody(
      'antiseptic',
      present({
        name: textOf(filled.name) ?? '',
        agent: textOf(filled.agent) ?? '',
        concentrationPercent: numberOf(filled.percent),
        meantFor: uses.filter((u) => filled.meantFor.includes(u)),
        lot: textOf(filled.lot),
        openedOn: dayFrom(filled.openedOn),
        expiresOn: dayFrom(filled.expiresOn),
      }),
    );
    const wrong = body.ok ? notInFuture('/openedOn', dayFrom(filled.openedOn), today()) : body.problems;
    setFound(wrong);
    if (!body.ok || wrong.length > 0) return;
    const saved = await run(() =>
      before === undefined
        ? keep.append('antiseptic', body.value)
        : keep.append('correction', { corrects: before.id, reason: 'changed on the shelf', body: body.value }),
    );
    if (saved) await navigate('/shelf', { replace: true });
  };
  const wrong = (at: string) => wrongAt(found, at);
  return (
    <Page title={before === undefined ? 'Add an antiseptic' : 'Change this antiseptic'} back={back}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Field label="Name on the bottle" value={filled.name} onChange={set('name')} maxLength={80} problem={wrong('/name')} />
        <Field
          label="What works in it"
          help="Isopropyl alcohol, ethanol, chlorhexidine …"
          value={filled.agent}
          onChange={set('agent')}
          maxLength={80}
          problem={wrong('/agent')}
        />
        <Field
          label="Strength (you may leave this empty; for needles it is needed)"
          type="number"
          unit="%"
          value={filled.percent}
          onChange={set('percent')}
          problem={wrong('/concentrationPercent')}
        />
        <fieldset className="stack-tight">
          <legend>
            <strong>What is it for?</strong>
          </legend>
          {wrong('/meantFor') === undefined ? null : <p className="field-problem">Tick at least one.</p>}
          <Choices
            name="meant-for"
            kind="checkbox"
            options={uses.map((u) => ({ value: u, label: capital(useWords[u]) }))}
            chosen={filled.meantFor}
            onChange={(meantFor) => setFilled({ ...filled, meantFor: [...meantFor] })}
          />
        </fieldset>
        <Field label="Lot number (you may leave this empty)" value={filled.lot} onChange={set('lot')} maxLength={80} />
        <PackDates filled={filled} set={set} wrong={wrong} />
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

const filledFrom = (a: Antiseptic | undefined) => ({
  name: a?.name ?? '',
  agent: a?.agent ?? '',
  percent: String(a?.concentrationPercent ?? ''),
  meantFor: [...(a?.meantFor ?? [])] as string[],
  lot: a?.lot ?? '',
  openedOn: String(a?.openedOn ?? ''),
  expiresOn: String(a?.expiresOn ?? ''),
});

/** One antiseptic, and what speaks against it today. */
export function AntisepticPage(): JSX.Element {
  const { id } = useParams();
  const { state } = useKeep();
  const entry = state.antiseptics.find((a) => a.id === id);
  if (entry === undefined) return <NotOnShelf />;
  const { body } = entry;
  const found = body.meantFor.flatMap((of: Disinfected) => checkAntiseptic(body, of, today()));
  const once = found.filter((p, i) => found.findIndex((q) => q.code === p.code) === i);
  return (
    <Page title={body.name} back={back}>
      {once.map((p) => (
        <Notice key={p.code} tone="stop" title={p.says}>
          <p>{p.mend}</p>
        </Notice>
      ))}
      <dl className="pairs">
        <Pair name="What works in it">{body.agent}</Pair>
        <Pair name="Strength">{body.concentrationPercent === undefined ? 'not noted' : `${body.concentrationPercent} %`}</Pair>
        <Pair name="For">{body.meantFor.map((m) => useWords[m]).join(', ')}</Pair>
        <Pair name="Lot">{body.lot ?? 'not noted'}</Pair>
        <Pair name="Opened">{body.openedOn === undefined ? 'not noted' : dayWithYear(body.openedOn)}</Pair>
        <Pair name="Good until">{body.expiresOn === undefined ? 'not noted' : dayWithYear(body.expiresOn)}</Pair>
      </dl>
      <p>
        <Link to={`/shelf/antiseptic/${entry.id}/change`}>Change it</Link>
      </p>
      <TakeOff id={entry.id} />
    </Page>
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
