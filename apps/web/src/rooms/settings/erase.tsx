import { type JSX, useState } from 'react';
import { useNavigate } from 'react-router';
import { keep, useAct, useKeep } from '../../keep/index.ts';
import { Button, ButtonLink } from '../../parts/button.tsx';
import { Field } from '../../parts/field.tsx';
import { ErrorNotice, Notice } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';

const WORD = 'erase';

/** Takes everything off this device, after a word was typed by hand. */
export function Erase(): JSX.Element {
  const { charts, waiting, host } = useKeep();
  const [typed, setTyped] = useState('');
  const { busy, problems, run } = useAct();
  const navigate = useNavigate();
  const erase = async () => {
    if (await run(() => keep.erase())) await navigate('/start', { replace: true });
  };
  const ready = typed.trim().toLowerCase() === WORD;
  return (
    <Page title="Erase this device" back={{ to: '/settings', label: 'Settings' }}>
      <Notice tone="stop" title="This cannot be undone">
        <p>
          {charts.length === 1 ? 'One chart' : `${charts.length} charts`} with all answers, sessions and photos will be gone
          from this browser.
        </p>
        {host === 'there' || host === 'away' ? (
          <p>Copies on the server stay there. {waiting > 0 ? `${waiting} things are not copied yet and would be lost.` : ''}</p>
        ) : (
          <p>There is no copy anywhere else that stria knows of.</p>
        )}
      </Notice>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) void erase();
        }}
      >
        <Field label={`Type the word ${WORD} to go on`} value={typed} onChange={setTyped} maxLength={20} />
        <ErrorNotice problems={problems} />
        <div className="actions">
          <Button type="submit" look="stop" busy={busy} waitsFor={ready ? undefined : `Opens when the word ${WORD} is typed.`}>
            Erase everything here
          </Button>
          <ButtonLink to="/settings" look="quiet">
            Keep it
          </ButtonLink>
        </div>
      </form>
    </Page>
  );
}
