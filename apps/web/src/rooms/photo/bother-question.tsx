import { type JSX, useId } from 'react';

const scores = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

/** How much the marks bother the person today, 0 to 10; no answer is an answer too. Source: a09. */
export function BotherQuestion(props: {
  readonly score: number | undefined;
  readonly onChange: (score: number | undefined) => void;
}): JSX.Element {
  const name = useId();
  return (
    <fieldset className="bother">
      <legend>How much do the marks bother you today?</legend>
      <p className="small soft">
        0: not at all. 10: as much as can be. You may leave it out. It is shown beside the photos and never mixed with what they
        measure.
      </p>
      <div className="bother-scores">
        {scores.map((score) => (
          <label key={score} className="bother-score">
            <input
              type="radio"
              name={name}
              value={score}
              checked={props.score === score}
              onChange={() => props.onChange(score)}
            />
            <span>{score}</span>
          </label>
        ))}
      </div>
      {props.score === undefined ? null : (
        <button type="button" className="link-button" onClick={() => props.onChange(undefined)}>
          Leave this out
        </button>
      )}
    </fieldset>
  );
}
