import type { Problem } from '@stria/record';
import type { JSX, ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';

export type Tone = 'info' | 'go' | 'wait' | 'ask' | 'stop';

/** A short message with a colour, an icon and words: never colour alone. */
export function Notice(props: {
  readonly tone: Tone;
  readonly title: string;
  readonly children?: ReactNode;
  /** `alert` only for what happened just now and must be heard. */
  readonly role?: 'status' | 'alert';
}): JSX.Element {
  const icon: IconName = props.tone;
  return (
    <div className={`notice tone-${props.tone}`} role={props.role}>
      <Icon name={icon} />
      <div className="notice-body">
        <p className="notice-title">{props.title}</p>
        {props.children}
      </div>
    </div>
  );
}

const KEPT = 'Everything that was saved before is still on this device.';

/** What went wrong, in the order in which a person needs it: what happened, what was kept, what to do. Nothing when all is well. */
export function ErrorNotice(props: { readonly problems: readonly Problem[]; readonly kept?: string }): JSX.Element | null {
  if (props.problems.length === 0) return null;
  return (
    <Notice tone="stop" role="alert" title={props.problems.length === 1 ? 'That did not work' : 'Some things did not work'}>
      {props.problems.map((p) => (
        <p key={`${p.code}${p.at}`}>
          {p.says} {p.mend}
        </p>
      ))}
      <p className="soft">{props.kept ?? KEPT}</p>
    </Notice>
  );
}
