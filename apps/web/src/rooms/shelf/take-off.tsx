import type { EntryId } from '@stria/record';
import type { JSX } from 'react';
import { Link, useNavigate } from 'react-router';
import { keep, useAct } from '../../keep/index.ts';
import { Button } from '../../parts/button.tsx';
import { ErrorNotice } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';

/** Empty, or thrown away. What sessions say of it stays readable. */
export function TakeOff({ id }: { readonly id: EntryId }): JSX.Element {
  const { busy, problems, run } = useAct();
  const navigate = useNavigate();
  const take = async () => {
    if (await run(() => keep.append('correction', { corrects: id, reason: 'taken off the shelf' }))) await navigate('/shelf');
  };
  return (
    <>
      <ErrorNotice problems={problems} />
      <div className="actions">
        <Button look="quiet" busy={busy} onPress={take}>
          Take it off the shelf
        </Button>
      </div>
    </>
  );
}

export function NotOnShelf(): JSX.Element {
  return (
    <Page
      title="It is not on your shelf"
      back={{ to: '/shelf', label: 'My shelf' }}
      lead="It may have been taken off, or belong to another chart."
    >
      <p>
        <Link to="/shelf">Look at my shelf</Link>
      </p>
    </Page>
  );
}
