import { hasSides } from '@stria/care';
import { type Side, sides, type Zone, zoneNames } from '@stria/record';
import { type JSX, useId } from 'react';
import { Card } from '../../parts/card.tsx';
import { Choices } from '../../parts/choice.tsx';
import { photoZones, type Where, whereOf } from './where.ts';

const sideWords: Record<Side, string> = { left: 'Left', right: 'Right', both: 'Both', middle: 'Middle' };

/** Which part of the body, which side, and whether it is a place that is left untreated. */
export function WhereCard(props: {
  readonly where: Where | undefined;
  readonly onChange: (where: Where) => void;
}): JSX.Element {
  const id = useId();
  const { where } = props;
  return (
    <Card title="Where are the marks?">
      <div className="field">
        <label htmlFor={id}>Part of the body</label>
        <select
          id={id}
          value={where?.zone ?? ''}
          onChange={(event) => props.onChange(whereOf(event.currentTarget.value as Zone, undefined, where?.control))}
        >
          <option value="" disabled>
            Choose a part of the body
          </option>
          {photoZones.map((zone) => (
            <option key={zone} value={zone}>
              {zoneNames[zone].charAt(0).toUpperCase() + zoneNames[zone].slice(1)}
            </option>
          ))}
        </select>
      </div>
      {where !== undefined && hasSides(where.zone) ? (
        <fieldset className="photo-sides stack-tight">
          <legend>Which side?</legend>
          <Choices
            name="side"
            kind="radio"
            options={sides.map((side) => ({ value: side, label: sideWords[side] }))}
            chosen={where.side === undefined ? [] : [where.side]}
            onChange={([side]) => props.onChange(whereOf(where.zone, side as Side, where.control))}
          />
        </fieldset>
      ) : null}
      {where === undefined ? null : (
        <label className="photo-check">
          <input
            type="checkbox"
            checked={where.control === true}
            onChange={(event) => props.onChange(whereOf(where.zone, where.side, event.currentTarget.checked))}
          />
          <span>I do not treat this place. I photograph it to compare with.</span>
        </label>
      )}
    </Card>
  );
}
