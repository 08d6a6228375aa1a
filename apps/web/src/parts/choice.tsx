import { type JSX, type ReactNode, useId } from 'react';

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: string | undefined;
}

/** Large rows to choose from: one (`radio`) or any number (`checkbox`). The fieldset's legend is the question, given by the caller. */
export function Choices(props: {
  readonly name: string;
  readonly kind: 'radio' | 'checkbox';
  readonly options: readonly Option[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
  /** What a chosen row asks besides (a date, say). */
  readonly more?: (value: string) => ReactNode;
}): JSX.Element {
  const id = useId();
  const toggle = (value: string, on: boolean) => {
    if (props.kind === 'radio') props.onChange([value]);
    else props.onChange(on ? [...props.chosen, value] : props.chosen.filter((v) => v !== value));
  };
  return (
    <div className="choices">
      {props.options.map((option) => {
        const checked = props.chosen.includes(option.value);
        const more = checked ? props.more?.(option.value) : undefined;
        return (
          <div key={option.value}>
            <label className="choice">
              <input
                type={props.kind}
                name={props.name}
                value={option.value}
                checked={checked}
                aria-labelledby={`${id}-${option.value}`}
                aria-describedby={option.hint === undefined ? undefined : `${id}-${option.value}-hint`}
                onChange={(event) => toggle(option.value, event.currentTarget.checked)}
              />
              <span id={`${id}-${option.value}`} className="choice-label">
                {option.label}
              </span>
              {option.hint === undefined ? null : (
                <span id={`${id}-${option.value}-hint`} className="choice-hint">
                  {option.hint}
                </span>
              )}
            </label>
            {more === undefined || more === null ? null : <div className="choice-more">{more}</div>}
          </div>
        );
      })}
    </div>
  );
}
