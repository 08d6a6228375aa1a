import { type JSX, type ReactNode, useEffect, useRef } from 'react';
import { Link, useLocation } from 'react-router';
import { Icon } from './icon.tsx';

/**
 * One screen: its title is the page's only h1, the document's title, and where the focus goes when the screen comes, so
 * that a screen reader reads it and the next Tab starts from there.
 */
export function Page(props: {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly back?: { readonly to: string; readonly label?: string } | undefined;
  /** Above the title: progress, where one is. */
  readonly above?: ReactNode;
  readonly wide?: boolean;
  readonly children: ReactNode;
}): JSX.Element {
  const heading = useRef<HTMLHeadingElement>(null);
  const { key } = useLocation();
  const { title } = props;
  useEffect(() => {
    document.title = `${title} · stria`;
  }, [title]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new place or a new title is a new screen
  useEffect(() => {
    // The first screen of a visit keeps the browser's own focus, so that Tab meets the skip link first.
    if (key !== 'default') heading.current?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, [key, title]);
  return (
    <div className={props.wide === true ? 'page page-wide' : 'page'}>
      <div className="page-head">
        {props.back === undefined ? null : (
          <Link to={props.back.to} className="back no-print">
            <Icon name="back" /> {props.back.label ?? 'Back'}
          </Link>
        )}
        {props.above}
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {props.lead === undefined ? null : <div className="lead">{props.lead}</div>}
      </div>
      {props.children}
    </div>
  );
}
