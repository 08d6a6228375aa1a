import type { Day } from '@stria/record';
import type { JSX } from 'react';
import { Link } from 'react-router';
import { useKeep } from '../../keep/index.ts';
import { ButtonLink } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { dayWithYear } from '../../parts/day-words.ts';
import { Page } from '../../parts/page.tsx';
import { KeptBack, useKeptBack } from './kept-back.tsx';
import { Thumbnail } from './picture.tsx';
import { measurementOf, type Photo, type Place, pairOf, placesOf, purposeWords } from './place.ts';

/** All photos by place and day. */
export function PhotoList(): JSX.Element {
  const { state } = useKeep();
  const keptBack = useKeptBack();
  const places = keptBack === undefined ? undefined : placesOf(state.photos);
  return (
    <Page
      title="Photos"
      wide
      lead="Photos of the same place, taken the same way, can be measured and compared. They are kept on this device."
    >
      <div className="actions">
        <ButtonLink to="/photos/new">Add a photo</ButtonLink>
        <ButtonLink to="/photos/frame" look="quiet">
          The frame to print
        </ButtonLink>
      </div>
      {places?.length === 0 ? <Beginning /> : null}
      {places?.map((place) => {
        const zone = place.photos[0]?.body.zone;
        if (zone !== undefined && keptBack?.(zone)) return <KeptBack key={place.key} zone={zone} />;
        return <PlaceCard key={place.key} place={place} />;
      })}
    </Page>
  );
}

/** What a person who has no photo yet has to know, in four steps. */
function Beginning(): JSX.Element {
  return (
    <Card title="No photos yet. This is how it goes">
      <ol className="photo-steps">
        <li>
          <strong>Print the frame</strong> and lay it flat around the marks. It gives the photo its scale and its colours. It
          works without, with a wider error.
        </li>
        <li>
          <strong>Take a photo</strong> now, before anything is done to the skin. That is your baseline.
        </li>
        <li>
          <strong>Paint the marks</strong> with a finger or the mouse. stria measures how much they stand out from the skin
          around them.
        </li>
        <li>
          <strong>Take the same photo later</strong> and compare. stria says “changed” only when the change is larger than its
          own error.
        </li>
      </ol>
      <p className="soft">
        You do not need an answer to “May I?” for this. Photos and notes are open to everybody, also to those who do not needle.
      </p>
    </Card>
  );
}

function PlaceCard({ place }: { readonly place: Place }): JSX.Element {
  const pair = pairOf(place);
  return (
    <Card title={capital(place.name)}>
      <ul className="photo-grid">
        {place.photos.map((photo) => (
          <li key={photo.id}>
            <PhotoTile photo={photo} place={place} />
          </li>
        ))}
      </ul>
      {pair === undefined ? (
        <p className="soft">One photo so far. A second one of this place can be compared with it.</p>
      ) : (
        <div className="actions">
          <ButtonLink look="quiet" to={`/compare?baseline=${pair.baseline.id}&followup=${pair.followup.id}`}>
            Compare first and newest
          </ButtonLink>
        </div>
      )}
    </Card>
  );
}

function PhotoTile({ photo, place }: { readonly photo: Photo; readonly place: Place }): JSX.Element {
  const { state } = useKeep();
  const on = dayWithYear(photo.body.takenOn as Day);
  const measured = measurementOf(state, photo.id) !== undefined;
  return (
    <Link to={`/photos/${photo.id}`} className="photo-tile">
      <Thumbnail photo={photo} label={`Photo of the ${place.name}, ${on}`} />
      <span className="photo-tile-day">{on}</span>
      <span className="small soft">
        {purposeWords[photo.body.purpose]} · {measured ? 'measured' : 'marks not painted yet'}
      </span>
    </Link>
  );
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
