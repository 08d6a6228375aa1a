import type { CheckInReport, SymptomCode } from '@stria/record';
import { type JSX, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { keep, useAct, useKeep, useNow } from '../../keep/index.ts';
import { Button, ButtonLink } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { Choices } from '../../parts/choice.tsx';
import { Field } from '../../parts/field.tsx';
import { ErrorNotice } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { hoursSince } from '../agenda.ts';
import { sinceWords } from '../slot-words.ts';
import { symptomWords } from '../symptom-words.ts';
import { hoursOf, useWhen, WhenQuestion } from './report-when.tsx';
import { graded, severityWords, symptomGroups, trendWords } from './symptoms.ts';

type Symptom = CheckInReport['symptoms'][number];
type Told = Readonly<Partial<Record<SymptomCode, { readonly severity?: number; readonly trend?: Symptom['trend'] }>>>;

/** The check-in itself: what is there, how strong, which way it goes, and the temperature where it was taken. */
export function Report(): JSX.Element {
  const { session: id } = useParams();
  const { state } = useKeep();
  const nowMs = useNow(60_000);
  const navigate = useNavigate();
  const { busy, problems, run } = useAct();
  const [told, setTold] = useState<Told>({});
  const [temperature, setTemperature] = useState('');
  const [tried, setTried] = useState(false);
  const session = state.sessions.find((s) => s.id === id);
  const [when, setWhen] = useWhen(session);
  if (session?.needledAt === undefined || session.started === undefined) {
    return (
      <Page title="There is no such session" lead="A check-in belongs to a session in which the skin was needled.">
        <div className="actions">
          <ButtonLink to="/check-in">Back to check-ins</ButtonLink>
        </div>
      </Page>
    );
  }
  const temperatureC = Number(temperature.trim().replace(',', '.'));
  const odd = temperature.trim() !== '' && !(temperatureC >= 30 && temperatureC <= 45);
  const hours = hoursOf(when, session, nowMs);
  const vague = (Object.keys(told) as SymptomCode[]).filter(
    (c) => told[c]?.trend === undefined || (graded.has(c) && told[c]?.severity === undefined),
  );
  const save = async () => {
    setTried(true);
    if (odd || vague.length > 0 || !hours.ok) return;
    const answers = state.answers?.body;
    const setting = session.started?.setting ?? answers?.setting;
    const report: CheckInReport = {
      hoursSinceSession: hours.value,
      ...(setting === undefined ? {} : { setting }),
      ...(session.started === undefined ? {} : { needleLengthMm: session.started.needleLengthMm }),
      ...(answers?.skinType === undefined ? {} : { skinType: answers.skinType }),
      ...(temperature.trim() === '' ? {} : { temperatureC }),
      symptoms: symptomsOf(told),
    };
    let entryId = '';
    const saved = await run(async () => {
      const entry = await keep.append('check-in', { session: session.id, report });
      if (entry.ok) entryId = entry.value.id;
      return entry;
    });
    if (saved) await navigate(`/check-in/${entryId}`, { replace: true });
  };
  return (
    <Page
      title="What do you notice?"
      back={{ to: '/check-in', label: 'Check-in' }}
      lead={`${sinceWords(hoursSince(session, nowMs))} after session ${session.started.n}. Tick what is there. If nothing is, leave all empty.`}
    >
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <WhenQuestion
          when={when}
          onChange={setWhen}
          nowMs={nowMs}
          problem={tried && !hours.ok ? hours.problems[0]?.says : undefined}
        />
        {symptomGroups.map((group) => (
          <Card key={group.title} title={group.title}>
            <fieldset>
              <legend className="hidden-text">{group.title}</legend>
              <Choices
                name={group.title}
                kind="checkbox"
                options={group.codes.map((code) => ({ value: code, label: symptomWords[code] }))}
                chosen={group.codes.filter((code) => told[code] !== undefined)}
                onChange={(chosen) => setTold(retell(told, group.codes, chosen))}
                more={(code) => (
                  <Detail
                    code={code as SymptomCode}
                    told={told}
                    onTold={setTold}
                    missing={tried && vague.includes(code as SymptomCode)}
                  />
                )}
              />
            </fieldset>
          </Card>
        ))}
        <Card title="Temperature">
          <Field
            label="If you took it"
            help="You may leave this empty. Take it if you feel hot, cold or ill."
            type="number"
            unit="°C"
            min={30}
            max={45}
            step={0.1}
            value={temperature}
            onChange={setTemperature}
            problem={tried && odd ? 'Write a temperature from 30 to 45 °C, or leave it empty.' : undefined}
          />
        </Card>
        {tried && vague.length > 0 ? (
          <p className="field-problem" role="alert">
            Say how strong it is and which way it goes: {vague.map((c) => symptomWords[c]).join(', ')}.
          </p>
        ) : null}
        <ErrorNotice problems={problems} kept="What you ticked is still on this page." />
        <div className="actions">
          <Button type="submit" busy={busy}>
            {Object.keys(told).length === 0 ? 'Nothing of these: save' : 'Save and see what it means'}
          </Button>
        </div>
      </form>
    </Page>
  );
}

function Detail(props: {
  readonly code: SymptomCode;
  readonly told: Told;
  readonly onTold: (told: Told) => void;
  readonly missing: boolean;
}): JSX.Element {
  const { code, told, onTold } = props;
  const detail = told[code] ?? {};
  return (
    <div className="symptom-detail">
      {props.missing ? <p className="field-problem">Choose one in each row.</p> : null}
      {graded.has(code) ? (
        <Segments
          name={`${code}-severity`}
          label={`How strong: ${symptomWords[code]}`}
          options={Object.entries(severityWords).map(([value, label]) => ({ value, label }))}
          chosen={detail.severity === undefined ? undefined : String(detail.severity)}
          onChange={(value) => onTold({ ...told, [code]: { ...detail, severity: Number(value) } })}
        />
      ) : null}
      <Segments
        name={`${code}-trend`}
        label={`Which way it goes: ${symptomWords[code]}`}
        options={Object.entries(trendWords).map(([value, label]) => ({ value, label }))}
        chosen={detail.trend}
        onChange={(value) => onTold({ ...told, [code]: { ...detail, trend: value as Symptom['trend'] } })}
      />
    </div>
  );
}

/** A row of small radio buttons, for a grade. */
function Segments(props: {
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly chosen: string | undefined;
  readonly onChange: (value: string) => void;
}): JSX.Element {
  return (
    <fieldset>
      <legend className="hidden-text">{props.label}</legend>
      <div className="segments">
        {props.options.map((o) => (
          <label key={o.value} className="segment">
            <input
              type="radio"
              name={props.name}
              value={o.value}
              checked={props.chosen === o.value}
              onChange={() => props.onChange(o.value)}
            />
            <span>{o.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function retell(told: Told, group: readonly SymptomCode[], chosen: readonly string[]): Told {
  const others = Object.entries(told).filter(([code]) => !group.includes(code as SymptomCode));
  return Object.fromEntries([...others, ...chosen.map((code) => [code, told[code as SymptomCode] ?? {}])]) as Told;
}

function symptomsOf(told: Told): Symptom[] {
  return (Object.entries(told) as [SymptomCode, NonNullable<Told[SymptomCode]>][]).map(([code, { severity, trend }]) => ({
    code,
    ...(severity === undefined ? {} : { severity }),
    ...(trend === undefined ? {} : { trend }),
  }));
}
