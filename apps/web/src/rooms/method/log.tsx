import { dayOf, type EntryOf } from '@stria/record';
import { type JSX, useState } from 'react';
import { Link, Navigate, useParams } from 'react-router';
import { keep, today, useAct, useKeep, useNow } from '../../keep/index.ts';
import { Button, ButtonLink } from '../../parts/button.tsx';
import { ErrorNotice, Notice } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { Sources } from '../../parts/sources.tsx';
import { leftWords } from '../aftercare-lists.tsx';
import { applicationsOf, isLogged, type Logged, likelyZones, logged } from './chosen.ts';
import { Fortnight } from './fortnight.tsx';
import { judgeNow } from './guard.ts';

/** One tap writes down that something was put on; one more takes it back. */
export function Log(): JSX.Element {
  const { what } = useParams();
  return isLogged(what) ? <LogOf key={what} what={what} /> : <Navigate to="/method" replace />;
}

function LogOf({ what }: { readonly what: Logged }): JSX.Element {
  const { state } = useKeep();
  const nowMs = useNow(60_000);
  const { busy, problems, run } = useAct();
  const [just, setJust] = useState<EntryOf<'application'>>();
  const shelf = state.products.filter((p) => p.body.kind === what);
  const all = applicationsOf(state, what);
  const usual = shelf.find((p) => p.id === all.at(-1)?.body.product) ?? shelf.at(-1);
  const [chosen, setChosen] = useState<string>();
  const product = chosen === undefined ? usual : shelf.find((p) => p.id === chosen);
  const verdict = judgeNow(state, product ?? what, today(), nowMs);
  const name = logged[what];
  const write = (warned?: string) =>
    run(async () => {
      const entry = await keep.append('application', {
        what,
        zones: likelyZones(state, what),
        ...(product === undefined ? {} : { product: product.id }),
        ...(warned === undefined ? {} : { warned: warned.slice(0, 500) }),
      });
      if (entry.ok) setJust(entry.value);
      return entry;
    });
  const undo = (entry: EntryOf<'application'>) =>
    run(async () => {
      const taken = await keep.append('correction', { corrects: entry.id, reason: 'logged by mistake' });
      if (taken.ok) setJust(undefined);
      return taken;
    });
  return (
    <Page title={`Log ${name}`} back={{ to: '/method', label: 'What I do now' }}>
      <div role="status">
        {just === undefined ? null : (
          <Notice tone="go" title={`Logged: ${name}`}>
            <p>At {timeOf(just.at)}. There is nothing else to do.</p>
          </Notice>
        )}
      </div>
      {just !== undefined ? (
        <div className="actions">
          <Button look="quiet" busy={busy} onPress={() => void undo(just)}>
            Undo
          </Button>
          <ButtonLink to="/">Go to Today</ButtonLink>
        </div>
      ) : verdict.may === 'yes' ? (
        <div className="log-one-tap">
          <Button busy={busy} onPress={() => void write()}>
            Log {name}
          </Button>
        </div>
      ) : (
        <Warned verdict={verdict} name={name} busy={busy} onLog={() => void write(verdict.says)} />
      )}
      <ErrorNotice problems={problems} />
      {shelf.length < 2 ? null : <Which shelf={shelf} product={product} onChange={setChosen} />}
      <Fortnight days={all.map((a) => dayOf(Date.parse(a.at), a.offsetMinutes))} today={today()} />
      <p className="small soft">
        A day without it is a day without it. <Link to="/shelf">My shelf</Link> keeps which product it is.
      </p>
    </Page>
  );
}

/** The guard speaks against it: said first, with the time that is left; logged only where the person says that it was put on. */
function Warned(props: {
  readonly verdict: ReturnType<typeof judgeNow>;
  readonly name: string;
  readonly busy: boolean;
  readonly onLog: () => void;
}): JSX.Element {
  const { verdict, name, busy } = props;
  const left = verdict.hoursLeft;
  return (
    <>
      <Notice
        tone="wait"
        role="alert"
        title={left === undefined ? `No ${name} now` : `No ${name} yet: ${leftWords(left)} left`}
      >
        {verdict.reasons.map((r) => (
          <div key={`${r.code}${r.ingredient ?? ''}`}>
            <p>
              {r.ingredient === undefined ? '' : `${r.ingredient}: `}
              {r.says}
            </p>
            <Sources ids={r.sources} about={r.says} />
          </div>
        ))}
      </Notice>
      <p>Already on? Then write it down: it helps whoever looks at your skin later.</p>
      <div className="actions">
        <ButtonLink to="/">I will wait</ButtonLink>
        <Button look="quiet" busy={busy} onPress={props.onLog}>
          I put it on all the same: log it
        </Button>
      </div>
    </>
  );
}

function Which(props: {
  readonly shelf: readonly EntryOf<'product'>[];
  readonly product: EntryOf<'product'> | undefined;
  readonly onChange: (id: string) => void;
}): JSX.Element {
  return (
    <div className="field">
      <label htmlFor="which-product">Which one?</label>
      <select id="which-product" value={props.product?.id} onChange={(event) => props.onChange(event.currentTarget.value)}>
        {props.shelf.map((p) => (
          <option key={p.id} value={p.id}>
            {p.body.name}
          </option>
        ))}
      </select>
    </div>
  );
}

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const timeOf = (at: string): string => clock.format(new Date(at));
