import { checkDevice, type DeviceDraft, deviceWords } from '@stria/care';
import { type Device, type EntryId, needleMaterials, ok, type Problem, parseBody } from '@stria/record';
import { type JSX, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { keep, today, useAct, useKeep } from '../../keep/index.ts';
import { Button } from '../../parts/button.tsx';
import { Choices } from '../../parts/choice.tsx';
import { Field } from '../../parts/field.tsx';
import { ErrorNotice } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { dayFrom, notInFuture, numberOf, present, textOf, wrongAt } from './filled.ts';
import { Select } from './select.tsx';
import { materialWords } from './shelf-words.ts';

const kinds = ['roller', 'stamp', 'pen'] as const satisfies readonly Device['device'][];

/** What is typed, as it is typed; read only when it is saved. */
interface Filled {
  readonly device: string;
  readonly needleLengthMm: string;
  readonly needleCount: string;
  readonly headAreaCm2: string;
  readonly material: Device['material'];
  readonly name: string;
  readonly lot: string;
  readonly openedOn: string;
  readonly expiresOn: string;
  readonly usedByAnotherPerson: string;
  readonly usesBefore: string;
  readonly cartridgeLot: string;
  readonly cartridgeExpiresOn: string;
  readonly cartridgeNeedleCount: string;
}

const filledFrom = (d: Device | undefined): Filled => ({
  device: d?.device ?? '',
  needleLengthMm: String(d?.needleLengthMm ?? ''),
  needleCount: String(d?.needleCount ?? ''),
  headAreaCm2: String(d?.headAreaCm2 ?? ''),
  material: d?.material ?? 'stainless-steel',
  name: d?.name ?? '',
  lot: d?.lot ?? '',
  openedOn: d?.openedOn ?? '',
  expiresOn: d?.expiresOn ?? '',
  usedByAnotherPerson: d === undefined ? '' : d.usedByAnotherPerson ? 'yes' : 'no',
  usesBefore: String(d?.usesBefore ?? 0),
  cartridgeLot: d?.cartridge?.lot ?? '',
  cartridgeExpiresOn: d?.cartridge?.expiresOn ?? '',
  cartridgeNeedleCount: String(d?.cartridge?.needleCount ?? ''),
});

function draftOf(f: Filled): DeviceDraft {
  const cartridge = present({
    lot: textOf(f.cartridgeLot),
    expiresOn: dayFrom(f.cartridgeExpiresOn),
    needleCount: numberOf(f.cartridgeNeedleCount),
  });
  return present({
    device: kinds.find((k) => k === f.device),
    needleLengthMm: numberOf(f.needleLengthMm),
    needleCount: numberOf(f.needleCount),
    headAreaCm2: numberOf(f.headAreaCm2),
    material: f.material,
    name: textOf(f.name),
    lot: textOf(f.lot),
    openedOn: dayFrom(f.openedOn),
    expiresOn: dayFrom(f.expiresOn),
    usedByAnotherPerson: f.usedByAnotherPerson === '' ? undefined : f.usedByAnotherPerson === 'yes',
    usesBefore: numberOf(f.usesBefore),
    cartridge: f.device === 'pen' && Object.keys(cartridge).length > 0 ? cartridge : undefined,
  });
}

/** What keeps it from the shelf: what is missing or impossible, and another person's use. A needle that is worn may be noted. */
function wrongWith(draft: DeviceDraft): Problem[] {
  const refused = checkDevice(draft, today()).filter((p) => p.code !== 'care.device-expired');
  const read = parseBody('device', draft);
  const shape = read.ok ? [] : read.problems.filter((p) => !refused.some((r) => r.at === p.at));
  return [...refused, ...shape, ...notInFuture('/openedOn', draft.openedOn as never, today())];
}

/** A roller, stamp or pen as its pack describes it. */
export function DeviceForm(): JSX.Element {
  const { id } = useParams();
  const { state } = useKeep();
  const before = state.devices.find((d) => d.entry.id === id)?.entry;
  const [filled, setFilled] = useState(filledFrom(before?.body));
  const [found, setFound] = useState<readonly Problem[]>([]);
  const { busy, problems, run } = useAct();
  const navigate = useNavigate();
  const set = (key: keyof Filled) => (value: string) => setFilled({ ...filled, [key]: value });
  const save = async () => {
    const draft = draftOf(filled);
    const wrong = wrongWith(draft);
    setFound(wrong);
    const body = parseBody('device', draft);
    if (wrong.length > 0 || !body.ok) return;
    let to: EntryId | undefined = before?.id;
    const saved = await run(async () => {
      if (before !== undefined) {
        return keep.append('correction', { corrects: before.id, reason: 'changed on the shelf', body: body.value });
      }
      const added = await keep.append('device', body.value);
      if (added.ok) to = added.value.id;
      return added.ok ? ok(true) : added;
    });
    if (saved) await navigate(`/shelf/needle/${to}`, { replace: true });
  };
  const wrong = (at: string) => wrongAt(found, at);
  return (
    <Page title={before === undefined ? 'Add a needle' : 'Change this needle'} back={{ to: '/shelf', label: 'My shelf' }}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Radio
          legend="What is it?"
          name="device"
          options={kinds.map((k) => ({ value: k, label: deviceWords[k] }))}
          value={filled.device}
          onChange={set('device')}
          problem={wrong('/device')}
        />
        <Field
          label="Needle length"
          help="On the pack. At home 0.2 to 0.3 mm, 0.5 mm at most."
          type="number"
          unit="mm"
          value={filled.needleLengthMm}
          onChange={set('needleLengthMm')}
          problem={wrong('/needleLengthMm')}
        />
        <Field
          label="How many needles (you may leave this empty)"
          help="All needles of the head. On the pack: 192 or 540, for example."
          type="number"
          value={filled.needleCount}
          onChange={set('needleCount')}
          problem={wrong('/needleCount')}
        />
        <Radio
          legend="Has another person ever used it?"
          name="another"
          options={[
            { value: 'no', label: 'No, it is new or only mine' },
            { value: 'yes', label: 'Yes' },
          ]}
          value={filled.usedByAnotherPerson}
          onChange={set('usedByAnotherPerson')}
          problem={wrong('/usedByAnotherPerson')}
        />
        <Field
          label="How often did you use it before?"
          help="0 for a new one. Sessions from now on are counted by themselves."
          type="number"
          value={filled.usesBefore}
          onChange={set('usesBefore')}
          problem={wrong('/usesBefore')}
        />
        <Field label="Lot number (you may leave this empty)" value={filled.lot} onChange={set('lot')} maxLength={80} />
        <Field
          label="Good until (you may leave this empty)"
          type="date"
          value={filled.expiresOn}
          onChange={set('expiresOn')}
          problem={wrong('/expiresOn')}
        />
        <Field
          label="Opened on (leave this empty while the pack is sealed)"
          type="date"
          value={filled.openedOn}
          onChange={set('openedOn')}
          problem={wrong('/openedOn')}
        />
        {filled.device === 'pen' ? <Cartridge filled={filled} set={set} wrong={wrong} /> : null}
        <details className="more">
          <summary>More from the pack</summary>
          <div className="stack">
            <Select
              label="What the needles are made of"
              value={filled.material}
              onChange={set('material')}
              options={needleMaterials.map((m) => ({ value: m, label: materialWords[m] }))}
            />
            <Field
              label="Size of the head"
              type="number"
              unit="cm²"
              value={filled.headAreaCm2}
              onChange={set('headAreaCm2')}
              problem={wrong('/headAreaCm2')}
            />
            <Field label="What you call it" value={filled.name} onChange={set('name')} maxLength={80} />
          </div>
        </details>
        {found.length === 0 ? null : (
          <p className="field-problem" role="alert">
            Not saved yet: {found.length === 1 ? 'one thing is' : `${found.length} things are`} missing or not right, see above.
          </p>
        )}
        <ErrorNotice problems={problems} />
        <div className="actions">
          <Button type="submit" busy={busy}>
            {before === undefined ? 'Put it on the shelf' : 'Save the change'}
          </Button>
        </div>
      </form>
    </Page>
  );
}

function Cartridge(props: {
  readonly filled: Filled;
  readonly set: (key: keyof Filled) => (value: string) => void;
  readonly wrong: (at: string) => string | undefined;
}): JSX.Element {
  const { filled, set, wrong } = props;
  return (
    <fieldset className="stack">
      <legend>
        <strong>The cartridge</strong>
      </legend>
      <p className="small soft">A cartridge is for one session. Note each new one as a needle of its own.</p>
      <Field label="Lot of the cartridge" value={filled.cartridgeLot} onChange={set('cartridgeLot')} maxLength={80} />
      <Field
        label="Needles of the cartridge"
        type="number"
        value={filled.cartridgeNeedleCount}
        onChange={set('cartridgeNeedleCount')}
        problem={wrong('/cartridge')}
      />
      <Field label="Cartridge good until" type="date" value={filled.cartridgeExpiresOn} onChange={set('cartridgeExpiresOn')} />
    </fieldset>
  );
}

function Radio(props: {
  readonly legend: string;
  readonly name: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly problem: string | undefined;
}): JSX.Element {
  return (
    <fieldset className="stack-tight">
      <legend>
        <strong>{props.legend}</strong>
      </legend>
      {props.problem === undefined ? null : <p className="field-problem">{props.problem}</p>}
      <Choices
        name={props.name}
        kind="radio"
        options={props.options}
        chosen={props.value === '' ? [] : [props.value]}
        onChange={([value]) => props.onChange(value ?? '')}
      />
    </fieldset>
  );
}
