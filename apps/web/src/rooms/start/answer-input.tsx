import { type Option, optionsFor, type Question } from '@stria/care';
import type { Answers } from '@stria/record';
import type { JSX, ReactNode } from 'react';
import { today } from '../../keep/index.ts';
import { Choices } from '../../parts/choice.tsx';
import { Field } from '../../parts/field.tsx';
import { type Detail, type Given, NONE, NOT_SURE } from './given.ts';
import { NeedleInput } from './needle-input.tsx';
import { PlacesInput } from './places-input.tsx';

interface InputProps {
  readonly question: Question;
  readonly answers: Answers;
  readonly given: Given;
  readonly onChange: (given: Given) => void;
}

/** The controls that fit the way in which a question is answered. */
export function AnswerInput(props: InputProps): JSX.Element {
  const { question, given, onChange } = props;
  const { answering } = question;
  switch (answering.kind) {
    case 'choice':
      return <Rows {...props} kind="radio" options={answering.options} />;
    case 'yes-no':
      return <Rows {...props} kind="radio" options={yesNo} />;
    case 'checklist':
      return <Rows {...props} kind="checkbox" options={optionsFor(question, props.answers)} none={answering.none} />;
    case 'places':
      return (
        <>
          <PlacesInput
            setting={props.answers.setting}
            chosen={given.places}
            onChange={(places) => onChange({ ...given, places, ticked: [] })}
          />
          <NotSureRow {...props} />
        </>
      );
    case 'number':
      return <NumberRow {...props} unit={answering.unit} min={answering.min} max={answering.max} step={answering.step} />;
    case 'medicines':
      return (
        <Rows
          {...props}
          kind="checkbox"
          options={answering.options}
          none={answering.none}
          more={(value, detail, set) => <MedicineDetail value={value} detail={detail} onChange={set} />}
        />
      );
    case 'procedures':
      return (
        <Rows
          {...props}
          kind="checkbox"
          options={answering.options}
          none={answering.none}
          more={(_value, detail, set) => (
            <Field
              label="When? The last time, where it was more than once"
              type="date"
              value={detail.on ?? ''}
              max={today()}
              onChange={(on) => set({ on })}
            />
          )}
        />
      );
    case 'needle':
      return (
        <>
          <NeedleInput
            options={answering.options}
            lengthsMm={answering.lengthsMm(props.answers)}
            given={given.needle}
            onChange={(needle) => onChange({ ...given, needle, ticked: [] })}
          />
          <NotSureRow {...props} />
        </>
      );
  }
}

const yesNo: readonly Option[] = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
];

type More = (value: string, detail: Detail, set: (detail: Detail) => void) => ReactNode;

/** Rows to tick. “None” and “not sure” take the others back, and the other way round. */
function Rows(
  props: InputProps & {
    readonly kind: 'radio' | 'checkbox';
    readonly options: readonly Option[];
    readonly none?: string | undefined;
    readonly more?: More;
  },
): JSX.Element {
  const { question, given, onChange, none, more } = props;
  const alone = [
    ...(none === undefined ? [] : [{ value: NONE, label: none }]),
    ...(question.notSure === undefined ? [] : [{ value: NOT_SURE, label: question.notSure.label }]),
  ];
  const options = props.options.map((o) => ({ value: o.value, label: o.label, hint: o.help }));
  const change = (ticked: readonly string[]) => {
    const fresh = ticked.find((v) => !given.ticked.includes(v));
    const exclusive = alone.some((o) => o.value === fresh);
    onChange({
      ...given,
      ticked: exclusive && fresh !== undefined ? [fresh] : ticked.filter((v) => !alone.some((o) => o.value === v)),
    });
  };
  const detailOf = (value: string) =>
    more?.(value, given.details[value] ?? {}, (detail) =>
      onChange({ ...given, details: { ...given.details, [value]: detail } }),
    );
  const shared = { name: question.id, kind: props.kind, chosen: given.ticked, onChange: change };
  return (
    <>
      <Choices {...shared} options={options} {...(more === undefined ? {} : { more: detailOf })} />
      {alone.length === 0 ? null : (
        <>
          <p className="or">or</p>
          <Choices {...shared} options={alone} />
        </>
      )}
    </>
  );
}

function NumberRow(
  props: InputProps & { readonly unit: string; readonly min: number; readonly max: number; readonly step: number },
): JSX.Element {
  const { question, given, onChange } = props;
  return (
    <>
      <Field
        label={`${question.title} In ${props.unit}`}
        labelHidden
        type="number"
        unit={props.unit}
        value={given.typed}
        min={props.min}
        max={props.max}
        step={props.step}
        onChange={(typed) => onChange({ ...given, typed, ticked: [] })}
      />
      {question.notSure === undefined ? null : <NotSureRow {...props} />}
    </>
  );
}

/** “I do not know” as a row of its own, for what is typed and not ticked. */
function NotSureRow({ question, given, onChange }: InputProps): JSX.Element | null {
  if (question.notSure === undefined) return null;
  return (
    <>
      <p className="or">or</p>
      <Choices
        name={`${question.id}-not-sure`}
        kind="checkbox"
        options={[{ value: NOT_SURE, label: question.notSure.label }]}
        chosen={given.ticked}
        onChange={(ticked) =>
          onChange({ ...given, ticked, ...(ticked.length > 0 ? { typed: '', needle: {}, places: [] } : {}) })
        }
      />
    </>
  );
}

function MedicineDetail(props: {
  readonly value: string;
  readonly detail: Detail;
  readonly onChange: (detail: Detail) => void;
}): JSX.Element {
  const { detail, onChange } = props;
  return (
    <div className="stack-tight">
      <Choices
        name={`status-${props.value}`}
        kind="radio"
        options={[
          { value: 'current', label: 'I take or use it now' },
          { value: 'stopped', label: 'I have stopped' },
        ]}
        chosen={detail.status === undefined ? [] : [detail.status]}
        onChange={([status]) => onChange({ ...detail, status: status === 'current' ? 'current' : 'stopped' })}
      />
      {detail.status === 'stopped' ? (
        <Field
          label="When did you last take or use it?"
          help="Leave it empty if you do not remember."
          type="date"
          value={detail.on ?? ''}
          max={today()}
          onChange={(on) => onChange({ ...detail, on })}
        />
      ) : null}
    </div>
  );
}
