import { holdOf, mayStartHome, QUIZ_ID, type QuizItem, quizItems, quizStanding } from '@stria/care';
import { type JSX, useEffect, useState } from 'react';
import { Navigate } from 'react-router';
import { keep, useAct, useKeep } from '../../keep/index.ts';
import { Button, ButtonLink } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { Choices } from '../../parts/choice.tsx';
import { ErrorNotice } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { Progress } from '../../parts/progress.tsx';
import { Sources } from '../../parts/sources.tsx';
import { nextPlanned } from '../agenda.ts';

type Given = Readonly<Record<string, string>>;
const DRAFT = 'quiz';

/** The questions before the first home session: one a page, then what was wrong and why, and as many tries as are wanted. */
export function QuizRoom(): JSX.Element {
  const { state } = useKeep();
  const [asking, setAsking] = useState<readonly QuizItem[]>();
  const standing = quizStanding(state.quizzes.map((q) => q.body));
  // Without a session ahead there is nothing to ask for; the room of sessions says why.
  const none = nextPlanned(state) === undefined || holdOf(state) === 'ended';
  if (none || state.answers?.body.setting === 'professional') return <Navigate to="/session" replace />;
  if (asking !== undefined) return <Ask items={asking} onDone={() => setAsking(undefined)} />;
  if (standing.state === 'not-taken') return <Intro onBegin={() => setAsking(quizItems)} />;
  if (standing.state === 'passed') return <Passed wrong={standing.wrong} />;
  return <Failed wrong={standing.wrong} onAgain={() => setAsking(standing.wrong)} />;
}

const back = { to: '/session', label: 'Session' };

function Intro({ onBegin }: { readonly onBegin: () => void }): JSX.Element {
  const { state } = useKeep();
  return (
    <Page
      title="Eight questions first"
      back={back}
      lead="Needling pierces the skin, so it needs some knowledge. You are asked once, before the first session at home."
    >
      {mayStartHome(
        state.quizzes.map((q) => q.body),
        'home',
      ).map((p) => (
        <p key={p.code}>{p.mend}</p>
      ))}
      <p>Nobody sees the result but you. Whatever is wrong is explained, and you can try again.</p>
      <div className="actions">
        <Button onPress={onBegin}>Begin the questions</Button>
      </div>
    </Page>
  );
}

function Ask({ items, onDone }: { readonly items: readonly QuizItem[]; readonly onDone: () => void }): JSX.Element {
  const { state } = useKeep();
  const { busy, problems, run } = useAct();
  const [given, setGiven] = useDraft();
  const [at, setAt] = useState(0);
  const [choice, setChoice] = useState<string>();
  const item = items[at];
  if (item === undefined) throw new Error('a quiz has at least one question');
  const chosen = choice ?? given[item.id];
  const next = async () => {
    if (chosen === undefined) return;
    const all = { ...given, [item.id]: chosen };
    setGiven(all);
    setChoice(undefined);
    if (at + 1 < items.length) {
      setAt(at + 1);
      return;
    }
    const before = state.quizzes.findLast((q) => q.body.quiz === QUIZ_ID)?.body.given ?? [];
    const asked = new Set(items.map((i) => i.id));
    const body = {
      quiz: QUIZ_ID,
      given: [...before.filter((g) => !asked.has(g.item)), ...items.map((i) => ({ item: i.id, choice: all[i.id] ?? chosen }))],
    };
    if (await run(() => keep.append('quiz', body))) {
      setGiven({});
      onDone();
    }
  };
  return (
    <Page
      title={item.asks}
      back={at === 0 ? back : undefined}
      above={<Progress words={`Question ${at + 1} of ${items.length}`} fraction={at / items.length} />}
    >
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void next();
        }}
      >
        <fieldset>
          <legend className="hidden-text">{item.asks}</legend>
          <Choices
            key={item.id}
            name={item.id}
            kind="radio"
            options={item.choices.map((c) => ({ value: c.id, label: c.says }))}
            chosen={chosen === undefined ? [] : [chosen]}
            onChange={([value]) => setChoice(value)}
          />
        </fieldset>
        <ErrorNotice problems={problems} />
        <div className="actions">
          <Button type="submit" busy={busy} waitsFor={chosen === undefined ? 'Choose one first.' : undefined}>
            {at + 1 < items.length ? 'Next question' : 'See how it went'}
          </Button>
          {at === 0 ? null : (
            <Button
              look="quiet"
              onPress={() => {
                setChoice(undefined);
                setAt(at - 1);
              }}
            >
              Question before
            </Button>
          )}
        </div>
      </form>
    </Page>
  );
}

/** Answers that were not handed in yet outlive a reload. */
function useDraft(): [Given, (given: Given) => void] {
  const [given, setGiven] = useState<Given>({});
  useEffect(() => {
    void keep.readDraft(DRAFT).then((draft) => {
      if (isGiven(draft)) setGiven((now) => ({ ...draft, ...now }));
    });
  }, []);
  return [
    given,
    (all) => {
      setGiven(all);
      void keep.saveDraft(DRAFT, Object.keys(all).length === 0 ? undefined : all);
    },
  ];
}

const isGiven = (draft: unknown): draft is Given =>
  typeof draft === 'object' && draft !== null && Object.values(draft).every((v) => typeof v === 'string');

function Failed(props: { readonly wrong: readonly QuizItem[]; readonly onAgain: () => void }): JSX.Element {
  return (
    <Page
      title="Needling at home waits"
      back={back}
      lead={`${props.wrong.length === 1 ? 'One answer was' : `${props.wrong.length} answers were`} not right. Here is why. Then try ${props.wrong.length === 1 ? 'it' : 'them'} again, as often as you like.`}
    >
      <Explained items={props.wrong} />
      <div className="actions">
        <Button onPress={props.onAgain}>Try again</Button>
      </div>
      <p>Everything else stays open: creams and oils, photos, notes.</p>
      <div className="actions">
        <ButtonLink to="/method" look="quiet">
          Creams and oils
        </ButtonLink>
        <ButtonLink to="/photos" look="quiet">
          Photos
        </ButtonLink>
      </div>
    </Page>
  );
}

function Passed({ wrong }: { readonly wrong: readonly QuizItem[] }): JSX.Element {
  return (
    <Page title="The questions are done" back={back} lead="You know what matters. It is asked once only.">
      {wrong.length === 0 ? null : (
        <>
          <p>One answer was not quite right:</p>
          <Explained items={wrong} />
        </>
      )}
      <div className="actions">
        <ButtonLink to="/session/check">Go on to the questions of today</ButtonLink>
      </div>
    </Page>
  );
}

function Explained({ items }: { readonly items: readonly QuizItem[] }): JSX.Element {
  return (
    <>
      {items.map((item) => (
        <Card key={item.id} title={item.asks}>
          <p>
            <strong>{item.choices.find((c) => c.id === item.right)?.says}.</strong> {item.explains}
          </p>
          <Sources ids={item.sources} about={item.asks} />
        </Card>
      ))}
    </>
  );
}
