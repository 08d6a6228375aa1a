import './body-map.css';
import type { Zone } from '@stria/record';
import { type BodyView, bodyField, bodyOutline, bodyViews, type Place, regionPaths, zoneAt } from '@stria/record/body';
import { type JSX, type MouseEvent, useId, useState } from 'react';
import { ViewSwitch } from './view-switch.tsx';

/**
 * The map by touch or mouse: where the finger falls is asked of the same data that draws it. It says nothing that the list
 * beside it does not say, and the list is the way for keyboard and screen reader, so the drawing is hidden from them.
 */
export function BodyMap(props: {
  readonly chosen: readonly Place[];
  readonly isRefused: (zone: Zone) => boolean;
  readonly onPick: (place: Place) => void;
  /** The side that the map shows first. */
  readonly view?: BodyView;
}): JSX.Element {
  const [view, setView] = useState<BodyView>(props.view ?? 'front');
  const id = useId();
  const pick = (event: MouseEvent<SVGSVGElement>) => {
    const inField = event.currentTarget.getScreenCTM()?.inverse();
    if (inField === undefined) return;
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(inField);
    const place = zoneAt(view, x, y);
    if (place !== undefined) props.onPick(place);
  };
  const isChosen = (region: Place) => props.chosen.some((p) => p.zone === region.zone && p.side === region.side);
  const [first, second] = view === 'front' ? (['right', 'left'] as const) : (['left', 'right'] as const);
  return (
    <div className="body-map">
      <ViewSwitch options={bodyViews} names={viewNames} chosen={view} onChoose={setView} />
      <div className="body-figure" aria-hidden="true">
        <svg
          viewBox={`0 0 ${bodyField.width} ${bodyField.height}`}
          className="body"
          aria-hidden="true"
          data-view={view}
          onClick={pick}
        >
          <defs>
            <pattern id={`${id}-hatch`} width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <rect width="4" height="4" className="hatch-ground" />
              <line x1="0" y1="0" x2="0" y2="4" className="hatch" />
            </pattern>
            <clipPath id={`${id}-outline`}>
              <path d={bodyOutline} />
            </clipPath>
          </defs>
          <g clipPath={`url(#${id}-outline)`}>
            {regionPaths[view].map((region) => {
              const refused = props.isRefused(region.zone);
              return (
                <path
                  key={region.zone + region.side}
                  d={region.path}
                  fillRule="evenodd"
                  data-zone={region.zone}
                  data-side={region.side}
                  className={refused ? 'zone-refused' : isChosen(region) ? 'zone zone-chosen' : 'zone'}
                  fill={refused ? `url(#${id}-hatch)` : undefined}
                />
              );
            })}
          </g>
          <path d={bodyOutline} className="outline" />
          {regionPaths[view].filter(isChosen).map((region) => (
            <path
              key={region.zone + region.side}
              className="zone-tick"
              d={`M${region.at[0] - 4.5} ${region.at[1]}l3.2 3.4 5.8-6.6`}
            />
          ))}
        </svg>
        <p className="body-sides">
          <span>your {first}</span>
          <span>your {second}</span>
        </p>
      </div>
    </div>
  );
}

const viewNames: Record<BodyView, string> = { front: 'Front', back: 'Back' };
