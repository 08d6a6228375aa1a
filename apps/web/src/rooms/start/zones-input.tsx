import { type Option, type ZonePermission, zonePermission } from '@stria/care';
import type { Setting, Zone } from '@stria/record';
import { type JSX, useState } from 'react';
import { BodyMap } from '../../parts/body-map.tsx';
import { Choices } from '../../parts/choice.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Sources } from '../../parts/sources.tsx';

/** Places on the body: a map to point at and a list that says the same. A place that is refused says why and stays unchosen. */
export function ZonesInput(props: {
  readonly options: readonly Option[];
  readonly setting: Setting;
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}): JSX.Element {
  const { chosen, onChange } = props;
  const [refusal, setRefusal] = useState<ZonePermission>();
  const all = props.options.map((o) => ({ ...o, permission: zonePermission(o.value as Zone, props.setting) }));
  const open = all.filter((o) => o.permission.permission !== 'refused');
  const refused = all.filter((o) => o.permission.permission === 'refused');
  const pick = (zone: Zone) => {
    const permission = zonePermission(zone, props.setting);
    if (permission.permission === 'refused') {
      setRefusal(permission);
      return;
    }
    setRefusal(undefined);
    onChange(chosen.includes(zone) ? chosen.filter((z) => z !== zone) : [...chosen, zone]);
  };
  return (
    <div className="zones-input">
      <BodyMap chosen={chosen as readonly Zone[]} refused={new Set(refused.map((o) => o.value as Zone))} onPick={pick} />
      <div className="stack-tight">
        <div role="status">
          {refusal === undefined ? null : (
            <Notice tone="stop" title="This place cannot be chosen">
              <p>{refusal.says}</p>
              <Sources ids={refusal.sources} about={refusal.says} />
            </Notice>
          )}
        </div>
        <Choices
          name="zones"
          kind="checkbox"
          options={open.map((o) => ({
            value: o.value,
            label: o.label,
            hint: o.permission.permission === 'ask-first' ? o.permission.says : undefined,
          }))}
          chosen={chosen}
          onChange={(zones) => {
            setRefusal(undefined);
            onChange(zones);
          }}
        />
        <details className="more">
          <summary>Places where needles never go ({refused.length})</summary>
          <ul className="plain refused">
            {refused.map((o) => (
              <li key={o.value}>
                <button type="button" className="link-button" onClick={() => setRefusal(o.permission)}>
                  {o.label}
                </button>
                <span className="small soft">{o.permission.says}</span>
              </li>
            ))}
          </ul>
        </details>
      </div>
    </div>
  );
}
