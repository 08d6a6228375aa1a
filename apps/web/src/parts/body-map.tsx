import type { Zone } from '@stria/record';
import { type JSX, useState } from 'react';
import { outline, type Shape, shapes, type View } from './body-shapes.ts';

/**
 * The map by touch or mouse. It says nothing that the list beside it does not say, and the list is the way for keyboard
 * and screen reader, so the drawing itself is hidden from them.
 */
export function BodyMap(props: {
  readonly chosen: readonly Zone[];
  readonly refused: ReadonlySet<Zone>;
  readonly onPick: (zone: Zone) => void;
}): JSX.Element {
  const [view, setView] = useState<View>('front');
  const stateOf = (zone: Zone): string =>
    props.refused.has(zone) ? 'zone zone-refused' : props.chosen.includes(zone) ? 'zone zone-chosen' : 'zone';
  return (
    <div className="body-map">
      <div className="body-map-views">
        {(['front', 'back'] as const).map((v) => (
          <button key={v} type="button" className="body-map-view" aria-pressed={v === view} onClick={() => setView(v)}>
            {v === 'front' ? 'Front' : 'Back'}
          </button>
        ))}
      </div>
      <svg viewBox="0 0 200 430" aria-hidden="true" className="body">
        <defs>
          <pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <line x1="0" y1="0" x2="0" y2="5" className="hatch" />
          </pattern>
        </defs>
        {outline.map((piece) => (
          <Twice key={piece.d} mirrored={piece.mirrored} d={piece.d} className="outline" />
        ))}
        {shapes[view].map((shape: Shape) => (
          <Twice
            key={`${shape.zone}${shape.d}`}
            mirrored={shape.mirrored}
            d={shape.d}
            className={stateOf(shape.zone)}
            onPick={() => props.onPick(shape.zone)}
          />
        ))}
      </svg>
    </div>
  );
}

function Twice(props: {
  readonly d: string;
  readonly mirrored: boolean;
  readonly className: string;
  readonly onPick?: () => void;
}): JSX.Element {
  const shape = { d: props.d, className: props.className, onClick: props.onPick };
  return (
    <>
      <path {...shape} />
      {props.mirrored ? <path {...shape} transform="translate(200 0) scale(-1 1)" /> : null}
    </>
  );
}
