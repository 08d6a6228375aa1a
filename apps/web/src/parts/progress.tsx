import type { JSX } from 'react';

/** How far along, as words first and a bar beside them. `fraction` 0 to 1. */
export function Progress(props: { readonly words: string; readonly fraction: number }): JSX.Element {
  return (
    <div className="progress">
      <p>{props.words}</p>
      <Bar fraction={props.fraction} />
    </div>
  );
}

/** The bar alone, for screens that say the words elsewhere. */
export function Bar({ fraction }: { readonly fraction: number }): JSX.Element {
  const shown = Math.min(1, Math.max(0, fraction));
  return (
    <div className="progress-track" aria-hidden="true">
      <div
        className="progress-fill"
        ref={(node) => {
          node?.style.setProperty('--fraction', String(shown));
        }}
      />
    </div>
  );
}
