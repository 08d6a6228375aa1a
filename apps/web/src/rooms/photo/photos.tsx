import type { EntryOf } from '@stria/record';
import { zoneNames } from '@stria/record';
import type { JSX } from 'react';
import { useBlobUrl, useKeep } from '../../keep/index.ts';
import { dayWithYear } from '../../parts/day-words.ts';
import { Page } from '../../parts/page.tsx';

/** The photos of the chart, newest first. */
export default function Photos(): JSX.Element {
  const { state } = useKeep();
  return (
    <Page title="Photos" lead="Photos stay on this device unless you copy them yourself.">
      {state.photos.length === 0 ? <p>There are no photos yet.</p> : null}
      <ul className="plain">
        {[...state.photos].reverse().map((photo) => (
          <li key={photo.id}>
            <Photo photo={photo} />
          </li>
        ))}
      </ul>
    </Page>
  );
}

function Photo({ photo }: { readonly photo: EntryOf<'photo'> }): JSX.Element {
  const url = useBlobUrl(photo.body.original);
  return (
    <figure className="figure">
      {url?.ok === true ? <img src={url.value} alt="" width="320" /> : null}
      <figcaption>
        {zoneNames[photo.body.zone]}, {dayWithYear(photo.body.takenOn)}
      </figcaption>
    </figure>
  );
}
