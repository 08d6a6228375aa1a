import { answerOf, type Question, questionParts } from '@stria/care';
import type { Problem } from '@stria/record';
import { type JSX, useRef, useState } from 'react';
import { Button } from '../../parts/button.tsx';
import { ErrorNotice } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { Progress } from '../../parts/progress.tsx';
import { AnswerInput } from './answer-input.tsx';
import type { Draft } from './draft.ts';
import { type Given, givenOf, readGiven } from './given.ts';

/** One question on one page: its help, its answers, “not sure” wherever the rules can live with it. */
export function QuestionPage(props: {
  readonly question: Question;
  readonly draft: Draft;
  readonly number: number;
  readonly of: number;
  readonly back: string;
  readonly busy: boolean;
  readonly problems: readonly Problem[];
  readonly onGive: (value: unknown) => Promise<void>;
}): JSX.Element {
  const { question, draft } = props;
  const known = draft.done.includes(question.id);
  const [given, setGiven] = useState<Given>(() => givenOf(question, answerOf(question, draft.answers), known));
  const [missing, setMissing] = useState<string>();
  const problem = useRef<HTMLParagraphElement>(null);
  const submit = () => {
    const value = readGiven(question, given);
    if (value.ok) {
      void props.onGive(value.value);
      return;
    }
    setMissing(value.problems[0]?.says);
    requestAnimationFrame(() => problem.current?.focus());
  };
  return (
    <Page
      title={question.title}
      back={{ to: props.back }}
      above={
        <Progress
          words={`${questionParts[question.part]} · question ${props.number} of ${props.of}`}
          fraction={(props.number - 1) / props.of}
        />
      }
      lead={question.help}
    >
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <fieldset className="stack-tight">
          <legend className="hidden-text">{question.title}</legend>
          {missing === undefined ? null : (
            <p className="field-problem" ref={problem} tabIndex={-1} role="alert">
              {missing}
            </p>
          )}
          <AnswerInput
            question={question}
            answers={draft.answers}
            given={given}
            onChange={(next) => {
              setGiven(next);
              setMissing(undefined);
            }}
          />
        </fieldset>
        <ErrorNotice problems={props.problems} />
        <div className="actions">
          <Button type="submit" busy={props.busy}>
            Go on
          </Button>
        </div>
      </form>
    </Page>
  );
}
