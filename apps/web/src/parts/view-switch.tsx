import type { JSX } from 'react';

/** Two or three ways to look at the same thing, one of them pressed. */
export function ViewSwitch<V extends string>(props: {
  readonly options: readonly V[];
  readonly names: Record<V, string>;
  readonly chosen: V;
  readonly onChoose: (view: V) => void;
}): JSX.Element {
  return (
    <div className="view-switch">
      {props.options.map((v) => (
        <button key={v} type="button" aria-pressed={v === props.chosen} onClick={() => props.onChoose(v)}>
          {props.names[v]}
        </button>
      ))}
    </div>
  );
}
