import type { Option } from '@stria/care';
import { type JSX, useState } from 'react';
import { Choices } from '../../parts/choice.tsx';
import { Field } from '../../parts/field.tsx';
import type { NeedleGiven } from './given.ts';

const OTHER = 'other';

/** Device, length and whether it is one's own: three short choices on one page. */
export function NeedleInput(props: {
  readonly options: readonly Option[];
  readonly lengthsMm: readonly number[];
  readonly given: NeedleGiven;
  readonly onChange: (given: NeedleGiven) => void;
}): JSX.Element {
  const { given, onChange } = props;
  const listed = props.lengthsMm.map(String);
  const [typing, setTyping] = useState(given.lengthMm !== undefined && !listed.includes(given.lengthMm));
  const length = typing ? [OTHER] : given.lengthMm === undefined ? [] : [given.lengthMm];
  return (
    <div className="stack">
      <fieldset className="stack-tight">
        <legend>
          <strong>What is it?</strong>
        </legend>
        <Choices
          name="device"
          kind="radio"
          options={props.options}
          chosen={given.device === undefined ? [] : [given.device]}
          onChange={([device]) => device !== undefined && onChange({ ...given, device })}
        />
      </fieldset>
      <fieldset className="stack-tight">
        <legend>
          <strong>How long are the needles?</strong>
        </legend>
        <Choices
          name="length"
          kind="radio"
          options={[...listed.map((mm) => ({ value: mm, label: `${mm} mm` })), { value: OTHER, label: 'Another length' }]}
          chosen={length}
          onChange={([mm]) => {
            setTyping(mm === OTHER);
            const { lengthMm: _old, ...rest } = given;
            onChange(mm === undefined || mm === OTHER ? rest : { ...rest, lengthMm: mm });
          }}
          more={(value) =>
            value === OTHER ? (
              <Field
                label="Length"
                type="number"
                unit="mm"
                min={0.1}
                max={5}
                step={0.05}
                value={given.lengthMm ?? ''}
                onChange={(lengthMm) => onChange({ ...given, lengthMm })}
              />
            ) : undefined
          }
        />
      </fieldset>
      <fieldset className="stack-tight">
        <legend>
          <strong>Has another person ever used it?</strong>
        </legend>
        <Choices
          name="shared"
          kind="radio"
          options={[
            { value: 'no', label: 'No, it is new or only mine' },
            { value: 'yes', label: 'Yes' },
          ]}
          chosen={given.shared === undefined ? [] : [given.shared]}
          onChange={([shared]) => onChange({ ...given, shared: shared === 'yes' ? 'yes' : 'no' })}
        />
      </fieldset>
    </div>
  );
}
