import type { JSX, ReactNode } from 'react';

/** One matter on the screen, with its heading. `main` marks the one that matters now. */
export function Card(props: {
  readonly title?: string;
  readonly eyebrow?: string;
  readonly main?: boolean;
  readonly children: ReactNode;
}): JSX.Element {
  return (
    <section className={props.main === true ? 'card card-main' : 'card'}>
      {props.title === undefined ? null : (
        <div>
          {props.eyebrow === undefined ? null : <p className="eyebrow">{props.eyebrow}</p>}
          <h2>{props.title}</h2>
        </div>
      )}
      {props.children}
    </section>
  );
}
