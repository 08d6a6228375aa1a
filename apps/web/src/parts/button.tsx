import { type JSX, type ReactNode, useId } from 'react';
import { Link } from 'react-router';

type Look = 'main' | 'quiet' | 'stop';
const looks: Record<Look, string> = { main: 'button', quiet: 'button button-quiet', stop: 'button button-stop' };

/**
 * A button. One that must wait stays in the tab order and says why (`waitsFor`): a dead grey button that explains nothing
 * is worse than none.
 */
export function Button(props: {
  readonly children: ReactNode;
  readonly onPress?: () => unknown;
  readonly look?: Look;
  readonly type?: 'button' | 'submit';
  readonly busy?: boolean;
  /** Why it cannot be pressed yet; undefined when it can. */
  readonly waitsFor?: string | undefined;
}): JSX.Element {
  const reason = useId();
  const blocked = props.waitsFor !== undefined || props.busy === true;
  const button = (
    <button
      type={props.type ?? 'button'}
      className={looks[props.look ?? 'main']}
      aria-disabled={blocked ? true : undefined}
      aria-describedby={props.waitsFor === undefined ? undefined : reason}
      onClick={(event) => {
        if (blocked) event.preventDefault();
        else props.onPress?.();
      }}
    >
      {props.children}
    </button>
  );
  if (props.waitsFor === undefined) return button;
  return (
    <div className="button-with-reason">
      {button}
      <p id={reason} className="button-reason">
        {props.waitsFor}
      </p>
    </div>
  );
}

/** A link that looks like a button: it goes somewhere, it changes nothing. */
export function ButtonLink(props: { readonly to: string; readonly children: ReactNode; readonly look?: Look }): JSX.Element {
  return (
    <Link to={props.to} className={looks[props.look ?? 'main']}>
      {props.children}
    </Link>
  );
}
