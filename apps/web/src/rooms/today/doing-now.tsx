import { dayOf } from '@stria/record';
import type { JSX } from 'react';
import { today, useKeep } from '../../keep/index.ts';
import { ButtonLink } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { applicationsOf, logged, runningMethods, whatOf } from '../method/chosen.ts';
import { Fortnight } from '../method/fortnight.tsx';
import '../method/method.css';

/** What the person does now, with one tap to the log of each thing that is put on. */
export function DoingNow(): JSX.Element {
  const { state } = useKeep();
  const running = runningMethods(state);
  const names = running.map((r) => r.method?.name ?? r.id);
  return (
    <Card title="What I do now">
      {names.length === 0 ? (
        <p>Creams, oil, watching only or nothing at all: you may note it here.</p>
      ) : (
        <p>{names.join(', ')}.</p>
      )}
      {running.map((r) => {
        const what = whatOf[r.id];
        if (what === undefined) return null;
        const days = applicationsOf(state, what).map((a) => dayOf(Date.parse(a.at), a.offsetMinutes));
        return (
          <div key={r.id} className="stack-tight">
            <Fortnight days={days} today={today()} />
            <div className="actions">
              <ButtonLink to={`/method/log/${what}`} look="quiet">
                Log {logged[what]}
              </ButtonLink>
            </div>
          </div>
        );
      })}
      <div className="actions">
        <ButtonLink to="/method" look="quiet">
          {names.length === 0 ? 'Note what I do' : 'Change or stop'}
        </ButtonLink>
        <ButtonLink to="/method/now" look="quiet">
          May this go on my skin?
        </ButtonLink>
      </div>
    </Card>
  );
}
