import { settledBy } from '@stria/care';
import type { JSX } from 'react';
import { Navigate } from 'react-router';
import { Button, ButtonLink } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { ErrorNotice } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { Sources } from '../../parts/sources.tsx';
import { type Draft, nextUnanswered } from './draft.ts';
import { useHandIn } from './hand-in.ts';
import { openNow, settledWords } from './settled-words.ts';

/**
 * An answer has settled it for everybody: said at once and kindly, so that nobody answers a dozen questions more for
 * nothing. Who wants the whole sheet for a doctor goes on.
 */
export function Enough(props: { readonly draft: Draft; readonly onHandedIn: () => Promise<void> }): JSX.Element {
  const { busy, problems, handIn } = useHandIn(props.draft, props.onHandedIn);
  const reason = settledBy(props.draft.answers);
  const words = reason && settledWords[reason.code];
  if (reason === undefined || words === undefined) return <Navigate to="/start/questions" replace />;
  const next = nextUnanswered(props.draft);
  return (
    <Page title={words.title} back={{ to: '/start', label: 'May I?' }} lead={words.lead}>
      <Card title="What is open to you now">
        <ul className="checks">
          {openNow.map((says) => (
            <li key={says}>{says}</li>
          ))}
        </ul>
        <p>{words.ask}</p>
        <Sources ids={words.sources} about={words.lead} />
      </Card>
      <ErrorNotice problems={problems} />
      <div className="actions">
        <Button busy={busy} onPress={handIn}>
          Stop here and see what I can do
        </Button>
        {next === undefined ? null : (
          <ButtonLink to={`/start/questions/${next.id}`} look="quiet">
            Go on, for the doctor’s sheet
          </ButtonLink>
        )}
      </div>
    </Page>
  );
}
