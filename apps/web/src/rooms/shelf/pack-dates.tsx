import type { JSX } from 'react';
import { Field } from '../../parts/field.tsx';

/** The two days of a pack, of whatever kind: neither has to be known. */
export function PackDates(props: {
  readonly filled: { readonly openedOn: string; readonly expiresOn: string };
  readonly set: (field: 'openedOn' | 'expiresOn') => (value: string) => void;
  readonly wrong: (at: string) => string | undefined;
}): JSX.Element {
  const { filled, set, wrong } = props;
  return (
    <>
      <Field
        label="Opened on (you may leave this empty)"
        type="date"
        value={filled.openedOn}
        onChange={set('openedOn')}
        problem={wrong('/openedOn')}
      />
      <Field
        label="Good until (you may leave this empty)"
        type="date"
        value={filled.expiresOn}
        onChange={set('expiresOn')}
        problem={wrong('/expiresOn')}
      />
    </>
  );
}
