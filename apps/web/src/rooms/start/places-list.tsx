import { hasSides, isNoGo, zonePermission } from '@stria/care';
import { placeName, type Setting, type Zone, zoneNames, zones } from '@stria/record';
import type { Place } from '@stria/record/body';
import { type JSX, useState } from 'react';

const groups: readonly { readonly name: string; readonly zones: readonly Zone[] }[] = [
  { name: 'Belly, waist and hips', zones: ['abdomen-upper', 'abdomen-lower', 'flank', 'hip', 'buttock'] },
  { name: 'Legs', zones: ['thigh-outer', 'thigh-inner', 'thigh-front', 'thigh-back', 'knee', 'calf'] },
  { name: 'Back', zones: ['lower-back', 'upper-back'] },
  { name: 'Chest, shoulders and arms', zones: ['breast', 'chest', 'shoulder', 'upper-arm', 'forearm'] },
];

const WIDE = '(min-width: 52rem)';
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The same places as boxes to tick: the way for keyboard and screen reader, and for who prefers words. */
export function PlacesList(props: {
  readonly setting: Setting;
  readonly chosen: readonly Place[];
  readonly onPick: (place: Place) => void;
}): JSX.Element {
  const [open, setOpen] = useState(() => matchMedia(WIDE).matches);
  return (
    <details className="more places-list" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Choose from a list</summary>
      {groups.map((group) => (
        <section key={group.name}>
          <h2>{group.name}</h2>
          {group.zones.map((zone) => (
            <PlaceRow key={zone} zone={zone} {...props} />
          ))}
        </section>
      ))}
    </details>
  );
}

function PlaceRow(props: {
  readonly zone: Zone;
  readonly setting: Setting;
  readonly chosen: readonly Place[];
  readonly onPick: (place: Place) => void;
}): JSX.Element {
  const { zone, chosen } = props;
  const permission = zonePermission(zone, props.setting);
  const sides = hasSides(zone) ? (['left', 'right'] as const) : (['middle'] as const);
  return (
    <div className="place-row">
      <span>{capital(zoneNames[zone])}</span>
      <span className="segments">
        {sides.map((side) => (
          <label key={side} className="segment">
            <input
              type="checkbox"
              aria-label={capital(placeName(zone, side))}
              checked={chosen.some((p) => p.zone === zone && p.side === side)}
              onChange={() => props.onPick({ zone, side })}
            />
            {side === 'middle' ? 'Yes' : capital(side)}
          </label>
        ))}
      </span>
      {permission.permission === 'ask-first' ? <span className="choice-hint small soft">{permission.says}</span> : null}
    </div>
  );
}

/** What cannot be chosen, and why: each name answers beside the map, as a tap on the map does. */
export function RefusedPlaces(props: { readonly setting: Setting; readonly onAsk: (zone: Zone) => void }): JSX.Element {
  const refused = zones.filter(isNoGo);
  return (
    <details className="more">
      <summary>Places where needles never go ({refused.length})</summary>
      <ul className="plain refused">
        {refused.map((zone) => (
          <li key={zone}>
            <button type="button" className="link-button" onClick={() => props.onAsk(zone)}>
              {capital(zoneNames[zone])}
            </button>
            <span className="small soft">{zonePermission(zone, props.setting).says}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
