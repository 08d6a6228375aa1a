import { evidenceGradeWords, methods } from '@stria/care';
import { dayOf } from '@stria/record';
import type { JSX } from 'react';
import { Link, Navigate, Route, Routes } from 'react-router';
import { keep, today, useAct, useKeep } from '../../keep/index.ts';
import { Button, ButtonLink } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { dayWithYear } from '../../parts/day-words.ts';
import { ErrorNotice } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { Sources } from '../../parts/sources.tsx';
import { Choose } from './choose.tsx';
import { applicationsOf, type Running, runningMethods, whatOf } from './chosen.ts';
import { Fortnight } from './fortnight.tsx';
import { Log } from './log.tsx';
import './method.css';
import { MayNow } from './may-now.tsx';

/** What I do now: choosing, stopping, and writing down what was put on. Watching only is a choice like any other. */
export default function MethodRoom(): JSX.Element {
  return (
    <Routes>
      <Route index element={<WhatIDo />} />
      <Route path="choose/:method" element={<Choose />} />
      <Route path="log/:what" element={<Log />} />
      <Route path="now" element={<MayNow />} />
      <Route path="*" element={<Navigate to="/method" replace />} />
    </Routes>
  );
}

function WhatIDo(): JSX.Element {
  const { state } = useKeep();
  const running = runningMethods(state);
  const others = methods.filter((m) => !running.some((r) => r.id === m.id));
  return (
    <Page
      title="What I do now"
      lead="Write down what you do about the marks, or that you do nothing. Nothing here is better or worse than the rest."
    >
      {running.length === 0 ? <p>Nothing is written down yet. Choose below whatever fits, or leave it.</p> : null}
      {running.map((r) => (
        <RunningCard key={r.id} running={r} />
      ))}
      <Card title="What may go on my skin now?">
        <p>Whether a cream, an oil or anything else may go on, by what it is and by when your skin was last needled.</p>
        <div className="actions">
          <ButtonLink to="/method/now" look="quiet">
            Look it up
          </ButtonLink>
        </div>
      </Card>
      <Card title={running.length === 0 ? 'Choose' : 'Something else'}>
        <ul className="plain method-list">
          {others.map((m) => (
            <li key={m.id}>
              <Link to={`/method/choose/${m.id}`}>{m.name}</Link>
              <span className="tag">{evidenceGradeWords[m.grade]}</span>
            </li>
          ))}
        </ul>
        <p className="small soft">
          The note beside each says what trials showed for stretch marks. <Link to="/learn/methods">Compare them all</Link>.
        </p>
      </Card>
    </Page>
  );
}

function RunningCard({ running }: { readonly running: Running }): JSX.Element {
  const { state } = useKeep();
  const { busy, problems, run } = useAct();
  const { method } = running;
  const what = whatOf[running.id];
  const stop = () => run(() => keep.append('method', { method: running.id, change: 'stopped', on: today() }));
  const days = what === undefined ? [] : applicationsOf(state, what).map((a) => dayOf(Date.parse(a.at), a.offsetMinutes));
  return (
    <Card title={method?.name ?? running.id} eyebrow={`Since ${dayWithYear(running.since)}`}>
      {method === undefined ? null : (
        <div>
          <p>
            <span className="tag">{evidenceGradeWords[method.grade]}</span>
          </p>
          <Sources ids={method.sources} about={method.name} says={method.evidence} />
        </div>
      )}
      {what === undefined ? null : <Fortnight days={days} today={today()} />}
      <ErrorNotice problems={problems} />
      <div className="actions">
        {what === undefined ? null : <ButtonLink to={`/method/log/${what}`}>Log it</ButtonLink>}
        {running.id === 'home-roller' ? (
          <ButtonLink to="/start" look="quiet">
            Questions and plan
          </ButtonLink>
        ) : null}
        <Button look="quiet" busy={busy} onPress={() => void stop()}>
          Stop
        </Button>
      </div>
    </Card>
  );
}
