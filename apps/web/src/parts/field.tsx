import { type JSX, useId } from 'react';

/** One line to fill in, with its label above, help under the label and what is wrong right beside it. */
export function Field(props: {
  readonly label: string;
  /** Where the page's own title is the question already. */
  readonly labelHidden?: boolean;
  readonly help?: string | undefined;
  readonly type?: 'text' | 'number' | 'date';
  readonly unit?: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly problem?: string | undefined;
  readonly min?: string | number;
  readonly max?: string | number;
  readonly step?: string | number;
  readonly maxLength?: number;
  readonly long?: boolean;
}): JSX.Element {
  const id = useId();
  const described = [props.help === undefined ? '' : `${id}-help`, props.problem === undefined ? '' : `${id}-problem`]
    .join(' ')
    .trim();
  const shared = {
    id,
    value: props.value,
    maxLength: props.maxLength,
    'aria-describedby': described === '' ? undefined : described,
    'aria-invalid': props.problem === undefined ? undefined : true,
  };
  return (
    <div className="field">
      <label htmlFor={id} className={props.labelHidden === true ? 'hidden-text' : undefined}>
        {props.label}
      </label>
      {props.help === undefined ? null : (
        <p id={`${id}-help`} className="small soft">
          {props.help}
        </p>
      )}
      {props.problem === undefined ? null : (
        <p id={`${id}-problem`} className="field-problem">
          {props.problem}
        </p>
      )}
      <div className="field-unit">
        {props.long === true ? (
          <textarea {...shared} rows={3} onChange={(event) => props.onChange(event.currentTarget.value)} />
        ) : (
          <input
            {...shared}
            type={props.type ?? 'text'}
            inputMode={props.type === 'number' ? 'decimal' : undefined}
            min={props.min}
            max={props.max}
            step={props.step}
            autoComplete="off"
            onChange={(event) => props.onChange(event.currentTarget.value)}
          />
        )}
        {props.unit === undefined ? null : <span className="soft">{props.unit}</span>}
      </div>
    </div>
  );
}
