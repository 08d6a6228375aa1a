import { monthNames } from '@stria/care';
import { type JSX, useId } from 'react';

const OLDEST_YEARS = 70;

/** A month of a year, or nothing: two native lists, because not every browser knows a field for months. */
export function MonthField(props: {
  readonly label: string;
  /** `yyyy-mm`, or with an empty half while it is being chosen (`2024-`, `-05`); '' is not known. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** The last month that can be chosen, `yyyy-mm`. */
  readonly max: string;
}): JSX.Element {
  const id = useId();
  const [year = '', month = ''] = props.value.split('-');
  const lastYear = Number(props.max.slice(0, 4));
  const set = (y: string, m: string) => props.onChange(y === '' && m === '' ? '' : `${y}-${m}`);
  return (
    <fieldset className="field">
      <legend className="label">{props.label}</legend>
      <div className="field-unit">
        <label htmlFor={`${id}-month`} className="hidden-text">
          {props.label}: month
        </label>
        <select id={`${id}-month`} value={month} onChange={(event) => set(year, event.currentTarget.value)}>
          <option value="">Month</option>
          {monthNames.map((name, i) => (
            <option key={name} value={String(i + 1).padStart(2, '0')}>
              {name}
            </option>
          ))}
        </select>
        <label htmlFor={`${id}-year`} className="hidden-text">
          {props.label}: year
        </label>
        <select id={`${id}-year`} value={year} onChange={(event) => set(event.currentTarget.value, month)}>
          <option value="">Year</option>
          {Array.from({ length: OLDEST_YEARS }, (_, i) => String(lastYear - i)).map((y) => (
            <option key={y} value={y}>
              {y}
            </option>
          ))}
        </select>
      </div>
    </fieldset>
  );
}
