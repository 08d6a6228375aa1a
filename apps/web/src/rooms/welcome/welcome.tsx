import type { JSX } from 'react';
import { Link, useNavigate } from 'react-router';
import { keep, useAct, useKeep } from '../../keep/index.ts';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { ErrorNotice } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { clinicallyReviewedBy, intendedPurpose, notAdvice } from '../purpose.ts';

/** The first screen of a device that holds nothing yet: what stria is, what it is not, and one way in. */
export default function Welcome(): JSX.Element {
  const { host } = useKeep();
  const { busy, problems, run } = useAct();
  const navigate = useNavigate();
  const begin = async () => {
    if (await run(() => keep.begin('My chart'))) await navigate('/start/expect');
  };
  return (
    <Page
      title="Stretch marks, looked at calmly"
      lead="Keep a record, take photos that can be compared, and find out whether microneedling at home is something you may do at all."
    >
      <Card title="Three things first">
        <ul className="stack-tight">
          <li>
            <strong>Marks stay.</strong> They may fade or feel softer; they do not go away.
          </li>
          <li>
            <strong>Ask a doctor before any needle.</strong> stria prints a sheet to take with you.
          </li>
          <li>
            <strong>It stays with you.</strong> Answers and photos are kept on this device. No account, nobody watching.
          </li>
        </ul>
      </Card>
      <ErrorNotice problems={problems} kept="Nothing was saved yet." />
      <div className="actions">
        <Button onPress={begin} busy={busy}>
          Begin
        </Button>
        {host === 'there' ? <Link to="/settings">Open a chart that is kept on the server</Link> : null}
      </div>
      <Card title="What stria is for">
        {intendedPurpose.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <p className="small soft">
          {notAdvice} {clinicallyReviewedBy} <Link to="/settings/about">More about stria</Link>
        </p>
      </Card>
    </Page>
  );
}
