import type { JSX, ReactNode } from 'react';

/** A table that may be wider than a phone: it scrolls in its own box, which the keyboard can reach. */
export function TableBox(props: { readonly name: string; readonly children: ReactNode }): JSX.Element {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to be reached by the keyboard
    <section className="scroll" aria-label={props.name} tabIndex={0}>
      {props.children}
    </section>
  );
}
