import type { JSX } from 'react';

/** What the file pickers offer. HEIC is among it so that a person who chooses one is told what to do instead of seeing it greyed out. */
const ACCEPT = 'image/*,.heic,.heif';

/**
 * The camera of the phone or a file that is there already. Two plain file inputs: they work over plain http, without any
 * permission, and on every phone; on a computer both open the file dialog.
 */
export function FileChooser(props: {
  readonly again: boolean;
  readonly busy: boolean;
  readonly onChoose: (file: File) => void;
}): JSX.Element {
  const take = (input: HTMLInputElement) => {
    const file = input.files?.[0];
    // Emptied, so that choosing the same file once more is noticed.
    input.value = '';
    if (file !== undefined) props.onChoose(file);
  };
  return (
    <div className="actions photo-choosers">
      <label className={props.again ? 'button button-quiet' : 'button'}>
        <input
          type="file"
          className="hidden-text"
          accept={ACCEPT}
          capture="environment"
          disabled={props.busy}
          onChange={(event) => take(event.currentTarget)}
        />
        {props.again ? 'Take another photo' : 'Take a photo'}
      </label>
      <label className="button button-quiet">
        <input
          type="file"
          className="hidden-text"
          accept={ACCEPT}
          disabled={props.busy}
          onChange={(event) => take(event.currentTarget)}
        />
        {props.again ? 'Choose another photo' : 'Choose a photo'}
      </label>
    </div>
  );
}
