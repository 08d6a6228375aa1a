import { emergencyNumber, type HelpList, helpLists } from '@stria/care';
import { type JSX, type ReactNode, useId, useState } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import { useKeep, useNow } from '../../keep/index.ts';
import { Button } from '../../parts/button.tsx';
import { Page } from '../../parts/page.tsx';
import { Sources } from '../../parts/sources.tsx';
import { notAdvice } from '../purpose.ts';
import './help.css';
import { helpNote } from './note.ts';

/**
 * “Get help now”: when to call, when to see a doctor, and what to tell them. It comes with the first load, not when it is
 * entered, and needs no chart: it opens when the network, the store or the rest of the app does not.
 */
export function Help(): JSX.Element {
  return (
    <HelpScreen title="Get help now">
      {helpLists.map((list) => (
        <HelpSigns key={list.advice} list={list} />
      ))}
      <NoteForDoctor />
      <p>
        Something else worries you, or you are not sure? Ask a doctor or a pharmacist whatever this page says. You can also{' '}
        <Link to="/check-in">do a check-in</Link>: it asks about each sign and says what it can mean.
      </p>
    </HelpScreen>
  );
}

/** The whole screen, calm and plain; the way back stands where the way in was. */
export function HelpScreen(props: {
  readonly title: string;
  /** What to do first, where it is known; absent: when to call. */
  readonly says?: string;
  readonly children: ReactNode;
}): JSX.Element {
  const navigate = useNavigate();
  const { key } = useLocation();
  return (
    <div className="help">
      <p className="help-back no-print">
        {key === 'default' ? (
          <Link to="/" className="help-way">
            Close
          </Link>
        ) : (
          <button type="button" className="help-way" onClick={() => void navigate(-1)}>
            Close
          </button>
        )}
      </p>
      <Page title={props.title}>
        <Call says={props.says} />
        {props.children}
        <p className="small">{notAdvice}</p>
      </Page>
    </div>
  );
}

const numbers = ['112', '999', '911'] as const;

function Call({ says }: { readonly says: string | undefined }): JSX.Element {
  return (
    <section className="help-call" aria-label="Call">
      {says === undefined ? (
        <p>
          <strong>Call your emergency number if you think that it is urgent.</strong> Say that your skin was needled, when, and
          with what. You do not have to be sure.
        </p>
      ) : (
        <p>
          <strong>{says}</strong>
        </p>
      )}
      <ul className="help-numbers no-print">
        {numbers.map((n) => (
          <li key={n}>
            <a href={`tel:${n}`} className="button button-stop">
              {n}
            </a>
          </li>
        ))}
      </ul>
      <p className="small">{emergencyNumber.says}</p>
    </section>
  );
}

function HelpSigns({ list }: { readonly list: HelpList }): JSX.Element {
  const id = useId();
  return (
    <section className={`help-list help-${list.advice}`} aria-labelledby={id}>
      <h2 id={id}>{list.title}</h2>
      <ul>
        {list.signs.map((sign) => (
          <li key={sign.says}>{sign.says}</li>
        ))}
      </ul>
      <Sources ids={list.signs.flatMap((s) => s.sources)} about={list.title} />
    </section>
  );
}

/** A short text to read out, copy or print; filled in from the chart, open to change, kept nowhere. */
export function NoteForDoctor(props: { readonly report?: Parameters<typeof helpNote>[2] }): JSX.Element {
  const { state } = useKeep();
  const id = useId();
  const nowMs = useNow(60_000);
  const [own, setOwn] = useState<string>();
  const [copied, setCopied] = useState<'yes' | 'no'>();
  const text = own ?? helpNote(state, nowMs, props.report);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied('yes');
    } catch {
      // No clipboard on plain http, or the browser said no: the text can still be marked by hand.
      document.getElementById(id)?.focus();
      (document.getElementById(id) as HTMLTextAreaElement | null)?.select();
      setCopied('no');
    }
  };
  return (
    <section className="help-note">
      <h2>What to tell them</h2>
      <label htmlFor={id} className="small">
        Read this out, show it or print it. You may change it. It stays on this device, and what you change here is not kept.
      </label>
      <textarea
        id={id}
        className="no-print"
        rows={Math.min(14, text.split('\n').length + 4)}
        value={text}
        onChange={(event) => setOwn(event.currentTarget.value)}
      />
      <pre className="help-paper">{text}</pre>
      <div className="actions no-print">
        <Button onPress={() => void copy()}>Copy the text</Button>
        <Button look="quiet" onPress={() => print()}>
          Print this page
        </Button>
      </div>
      <p role="status" className="small">
        {copied === 'yes'
          ? 'Copied.'
          : copied === 'no'
            ? 'This browser does not copy by itself. The text is marked: copy it.'
            : ''}
      </p>
    </section>
  );
}
