import { questions, settledBy } from '@stria/care';
import { type JSX, useEffect, useState } from 'react';
import { Navigate, Route, Routes, useNavigate, useParams, useSearchParams } from 'react-router';
import { keep, today, useAct, useKeep } from '../../keep/index.ts';
import { Page } from '../../parts/page.tsx';
import { answered, asked, type Draft, draftOf, emptyDraft, nextUnanswered, readDraft } from './draft.ts';
import { Enough } from './enough.tsx';
import { QuestionPage } from './question-page.tsx';
import { Review } from './review.tsx';

const ROOM = 'questions';

/** The questions, one to a page. Every answer is kept before the next one comes. */
export function Questions(): JSX.Element {
  const { state, record } = useKeep();
  const [draft, setDraft] = useState<Draft>();
  const known = state.answers;
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once for each chart; later answers come through this room
  useEffect(() => {
    let gone = false;
    void keep.readDraft(ROOM).then((stored) => {
      const kept = readDraft(stored);
      const fresh = known === undefined ? emptyDraft(today()) : draftOf(known);
      if (!gone) setDraft(kept !== undefined && kept.basedOn === fresh.basedOn ? kept : fresh);
    });
    return () => {
      gone = true;
    };
  }, [record]);
  if (draft === undefined) return <p role="status">One moment…</p>;
  const clear = async () => {
    await keep.saveDraft(ROOM, undefined);
  };
  return (
    <Routes>
      <Route index element={<Navigate to={placeOf(draft)} replace />} />
      <Route path="enough" element={<Enough draft={draft} onHandedIn={clear} />} />
      <Route path="review" element={<Review draft={draft} onHandedIn={clear} />} />
      <Route path=":id" element={<OneQuestion draft={draft} onDraft={setDraft} />} />
    </Routes>
  );
}

export function placeOf(draft: Draft): string {
  const next = nextUnanswered(draft);
  return next === undefined ? '/start/questions/review' : `/start/questions/${next.id}`;
}

function OneQuestion({ draft, onDraft }: { readonly draft: Draft; readonly onDraft: (draft: Draft) => void }): JSX.Element {
  const { id } = useParams();
  const [search] = useSearchParams();
  const { busy, problems, run } = useAct();
  const navigate = useNavigate();
  const question = questions.find((q) => q.id === id);
  const list = asked(draft.answers);
  const index = list.findIndex((q) => q.id === id);
  if (question === undefined || index < 0) {
    return (
      <Page
        title="This question is not asked"
        lead="Another answer has made it pointless."
        back={{ to: '/start/questions/review', label: 'Your answers' }}
      >
        {null}
      </Page>
    );
  }
  const changing = search.has('change');
  const before = list[index - 1];
  const give = async (value: unknown) => {
    const next = answered(draft, question, value);
    if (!(await run(() => keep.saveDraft(ROOM, next)))) return;
    onDraft(next);
    if (!changing && settledBy(draft.answers) === undefined && settledBy(next.answers) !== undefined) {
      await navigate('/start/questions/enough');
      return;
    }
    const following = asked(next.answers)[asked(next.answers).findIndex((q) => q.id === question.id) + 1];
    const open = nextUnanswered(next);
    const target = changing || following === undefined ? open : following;
    await navigate(
      target === undefined ? '/start/questions/review' : `/start/questions/${target.id}${changing ? '?change' : ''}`,
    );
  };
  return (
    <QuestionPage
      key={question.id}
      question={question}
      draft={draft}
      number={index + 1}
      of={list.length}
      back={changing ? '/start/questions/review' : before === undefined ? '/start' : `/start/questions/${before.id}`}
      busy={busy}
      problems={problems}
      onGive={give}
    />
  );
}
