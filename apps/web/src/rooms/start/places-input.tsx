import { hasSides, type ZonePermission, zonePermission } from '@stria/care';
import { placeName, type Setting, type Zone, zoneNames } from '@stria/record';
import type { Place } from '@stria/record/body';
import { type JSX, useState } from 'react';
import { BodyMap } from '../../parts/body-map.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Sources } from '../../parts/sources.tsx';
import { PlacesList, RefusedPlaces } from './places-list.tsx';

/**
 * Places on the body: a map to tap and a list that says the same; whichever is used, both show it. A place that is refused
 * says why and stays unchosen. `one` keeps the newest place only.
 */
export function PlacesInput(props: {
  readonly setting: Setting;
  readonly chosen: readonly Place[];
  readonly onChange: (chosen: readonly Place[]) => void;
  readonly one?: boolean;
}): JSX.Element {
  const { chosen, onChange } = props;
  const [refusal, setRefusal] = useState<ZonePermission>();
  const pick = (place: Place) => {
    const permission = zonePermission(place.zone, props.setting);
    if (permission.permission === 'refused') {
      setRefusal(permission);
      return;
    }
    setRefusal(undefined);
    const others = chosen.filter((p) => p.zone !== place.zone || p.side !== place.side);
    const taken = others.length < chosen.length;
    onChange(taken ? others : props.one === true ? [place] : [...chosen, place]);
  };
  return (
    <div className="places">
      <div className="places-pick">
        <BodyMap
          chosen={chosen}
          isRefused={(zone) => zonePermission(zone, props.setting).permission === 'refused'}
          onPick={pick}
        />
        <div className="places-said" role="status">
          {refusal === undefined ? (
            <Chosen places={chosen} />
          ) : (
            <Notice key={refusal.code} tone="stop" title="This place cannot be chosen">
              <p>{refusal.says}</p>
              <Sources ids={refusal.sources} about={refusal.says} />
            </Notice>
          )}
        </div>
      </div>
      <div>
        <PlacesList setting={props.setting} chosen={chosen} onPick={pick} />
        <RefusedPlaces setting={props.setting} onAsk={(zone: Zone) => setRefusal(zonePermission(zone, props.setting))} />
      </div>
    </div>
  );
}

/** What is chosen, in words; and that left here with right there counts as both, which the map alone would not say. */
function Chosen({ places }: { readonly places: readonly Place[] }): JSX.Element | null {
  if (places.length === 0) return null;
  const zones = [...new Set(places.map((p) => p.zone))];
  const names = zones.map((zone) => {
    const sides = places.filter((p) => p.zone === zone).map((p) => p.side);
    return sides.length === 2 ? `${zoneNames[zone]}, both sides` : placeName(zone, sides[0]);
  });
  return (
    <div className="places-chosen">
      <p>
        <strong>Chosen:</strong> {names.join('; ')}
      </p>
      {isMixed(places) ? <p className="small">Left and right are mixed, so the rules read all of them as both sides.</p> : null}
    </div>
  );
}

function isMixed(places: readonly Place[]): boolean {
  const sided = places.filter((p) => hasSides(p.zone));
  const complete = sided.every((p) => sided.some((q) => q.zone === p.zone && q.side !== p.side));
  return new Set(sided.map((p) => p.side)).size === 2 && !complete;
}
