import type { PersonId, Problem } from '@stria/record';
import { type JSX, useEffect, useState } from 'react';
import { type HostChart, keep, useAct, useKeep } from '../../keep/index.ts';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { Choices, type Option } from '../../parts/choice.tsx';
import { Field } from '../../parts/field.tsx';
import { ErrorNotice } from '../../parts/notice.tsx';

/** Who the chart is for: the charts of this device, those that the host keeps, and a new one. */
export function Charts(): JSX.Element {
  const { charts, record, host } = useKeep();
  const { problems, run } = useAct();
  const [wanted, setWanted] = useState<string>();
  const remote = useHostCharts(host === 'there', charts.length);
  const here = new Set<string>(charts.map((c) => c.id));
  const options: Option[] = [
    ...charts.map((c) => ({ value: c.id, label: c.alias, hint: hintOf(c.invented, `${c.entries} entries on this device`) })),
    ...remote.charts
      .filter((c) => !here.has(c.id))
      .map((c) => ({ value: c.id, label: c.alias, hint: hintOf(c.invented, 'kept on the server, not on this device yet') })),
  ];
  const chosen = wanted ?? record;
  const choose = async (id: string) => {
    setWanted(id);
    await run(() => keep.choose(id as PersonId));
    setWanted(undefined);
  };
  return (
    <Card title="Who is this chart for?">
      {options.length === 0 ? <p>There is no chart on this device yet.</p> : null}
      {options.length === 0 ? null : (
        <fieldset>
          <legend className="hidden-text">Choose a chart</legend>
          <Choices
            name="chart"
            kind="radio"
            options={options}
            chosen={chosen === undefined ? [] : [chosen]}
            onChange={([id]) => id !== undefined && void choose(id)}
          />
        </fieldset>
      )}
      <ErrorNotice problems={[...problems, ...remote.problems]} />
      <NewChart />
    </Card>
  );
}

const hintOf = (invented: boolean, words: string): string => (invented ? `Invented person of the demo, ${words}` : words);

function NewChart(): JSX.Element {
  const [name, setName] = useState('');
  const { busy, problems, run } = useAct();
  const begin = async () => {
    if (await run(() => keep.begin(name.trim()))) setName('');
  };
  return (
    <details className="more">
      <summary>Begin another chart</summary>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') void begin();
        }}
      >
        <Field
          label="A name for the chart"
          help="Any name will do; it need not be a real one. It is shown on this device and in what you print."
          value={name}
          onChange={setName}
          maxLength={80}
        />
        <ErrorNotice problems={problems} />
        <Button type="submit" look="quiet" busy={busy} waitsFor={name.trim() === '' ? 'Write a name first.' : undefined}>
          Begin this chart
        </Button>
      </form>
    </details>
  );
}

/** Charts that the host keeps, asked once it is known to be there. */
function useHostCharts(
  hostIsThere: boolean,
  chartsHere: number,
): { charts: readonly HostChart[]; problems: readonly Problem[] } {
  const [charts, setCharts] = useState<readonly HostChart[]>([]);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when a chart was added here
  useEffect(() => {
    if (!hostIsThere) return;
    let gone = false;
    void keep.hostCharts().then((answer) => {
      if (gone) return;
      setCharts(answer.ok ? answer.value : []);
      setProblems(answer.ok ? [] : answer.problems);
    });
    return () => {
      gone = true;
    };
  }, [hostIsThere, chartsHere]);
  return { charts, problems };
}
