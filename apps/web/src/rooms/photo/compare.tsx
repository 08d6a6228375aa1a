import { change } from '@stria/imaging';
import type { Day } from '@stria/record';
import { type JSX, useId } from 'react';
import { useSearchParams } from 'react-router';
import { keep, useAct, useKeep } from '../../keep/index.ts';
import { Button, ButtonLink } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { dayWithYear } from '../../parts/day-words.ts';
import { ErrorNotice } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { ComparePictures } from './compare-pictures.tsx';
import { useKeptBack } from './kept-back.tsx';
import { PairFigures, PairVerdict } from './pair-verdict.tsx';
import './photo.css';
import { capital } from './photo-list.tsx';
import { botherOf, comparisonOf, measurementOf, type Photo, type Place, pairOf, placesOf } from './place.ts';

/** Two photos of one place: the verdict in one sentence, its error, and the photos themselves. */
export default function Compare(): JSX.Element {
  const { state } = useKeep();
  const [asked, setAsked] = useSearchParams();
  const keptBack = useKeptBack();
  const shown = state.photos.filter((p) => keptBack?.(p.body.zone) === false);
  const places = placesOf(shown).filter((p) => p.photos.length > 1);
  const chosen = choose(places, asked.get('baseline'), asked.get('followup'));
  const go = (baseline: string, followup: string) => setAsked({ baseline, followup }, { replace: true });
  return (
    <Page title="Compare two photos" wide back={{ to: '/photos', label: 'Photos' }}>
      {keptBack === undefined ? null : chosen === undefined ? (
        <Card title="Two photos of the same place are needed">
          <p>Take a photo now and another one later, the same way. The first one is your baseline.</p>
          <div className="actions">
            <ButtonLink to="/photos/new">Add a photo</ButtonLink>
          </div>
        </Card>
      ) : (
        <>
          <Chooser places={places} chosen={chosen} onChoose={go} />
          <Pair key={`${chosen.baseline.id} ${chosen.followup.id}`} {...chosen} />
        </>
      )}
    </Page>
  );
}

interface Chosen {
  readonly place: Place;
  readonly baseline: Photo;
  readonly followup: Photo;
}

/** The two photos that the address names, where they are two of one place; else the first pair there is. */
function choose(places: readonly Place[], baselineId: string | null, followupId: string | null): Chosen | undefined {
  for (const place of places) {
    const baseline = place.photos.find((p) => p.id === baselineId);
    const followup = place.photos.find((p) => p.id === followupId);
    if (baseline !== undefined && followup !== undefined && baseline !== followup) return { place, baseline, followup };
  }
  const place = places.at(-1);
  const pair = place === undefined ? undefined : pairOf(place);
  return place === undefined || pair === undefined ? undefined : { place, ...pair };
}

function Chooser(props: {
  readonly places: readonly Place[];
  readonly chosen: Chosen;
  readonly onChoose: (baseline: string, followup: string) => void;
}): JSX.Element {
  const { places, chosen, onChoose } = props;
  const id = useId();
  const { photos } = chosen.place;
  return (
    <div className="compare-chooser">
      {places.length < 2 ? (
        <p className="compare-place">{capital(chosen.place.name)}</p>
      ) : (
        <Select
          id={`${id}-place`}
          label="Place"
          value={chosen.place.key}
          options={places.map((p) => ({ value: p.key, name: capital(p.name) }))}
          onChange={(key) => {
            const place = places.find((p) => p.key === key);
            const pair = place === undefined ? undefined : pairOf(place);
            if (pair !== undefined) onChoose(pair.baseline.id, pair.followup.id);
          }}
        />
      )}
      <Select
        id={`${id}-first`}
        label="First photo"
        value={chosen.baseline.id}
        options={photos.filter((p) => p !== chosen.followup).map(optionOf)}
        onChange={(first) => onChoose(first, chosen.followup.id)}
      />
      <Select
        id={`${id}-later`}
        label="Later photo"
        value={chosen.followup.id}
        options={photos.filter((p) => p !== chosen.baseline).map(optionOf)}
        onChange={(later) => onChoose(chosen.baseline.id, later)}
      />
    </div>
  );
}

const optionOf = (photo: Photo) => ({
  value: photo.id,
  // The day is what tells them apart; longer words would be cut off on a phone.
  name:
    photo.body.purpose === 'extra'
      ? `${dayWithYear(photo.body.takenOn as Day)}, extra`
      : dayWithYear(photo.body.takenOn as Day),
});

function Select(props: {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly name: string }[];
  readonly onChange: (value: string) => void;
}): JSX.Element {
  return (
    <div className="field">
      <label htmlFor={props.id}>{props.label}</label>
      <select id={props.id} value={props.value} onChange={(event) => props.onChange(event.currentTarget.value)}>
        {props.options.map((o) => (
          <option key={o.value} value={o.value}>
            {o.name}
          </option>
        ))}
      </select>
    </div>
  );
}

function Pair({ baseline, followup }: Chosen): JSX.Element {
  const { state } = useKeep();
  const compared = comparisonOf(state, baseline.id, followup.id);
  const first = measurementOf(state, baseline.id);
  const second = measurementOf(state, followup.id);
  return (
    <div className="compare-columns">
      <div className="compare-head">
        {compared === undefined ? (
          <NotCompared baseline={baseline} followup={followup} />
        ) : (
          <PairVerdict compared={compared} baseline={baseline} followup={followup} />
        )}
      </div>
      <div className="compare-pictures">
        <ComparePictures baseline={baseline} followup={followup} masks={[first?.body.mask, second?.body.mask]} />
      </div>
      <div className="compare-rest stack">
        {compared === undefined ? null : <PairFigures comparison={compared.body.comparison} />}
        <Bothers baseline={baseline} followup={followup} />
      </div>
    </div>
  );
}

/** What is missing before the two can be compared, or the button that compares them. */
function NotCompared({ baseline, followup }: Pick<Chosen, 'baseline' | 'followup'>): JSX.Element {
  const { state } = useKeep();
  const { busy, problems, run } = useAct();
  const [first, second] = [measurementOf(state, baseline.id), measurementOf(state, followup.id)];
  const unpainted = [...(first === undefined ? [baseline] : []), ...(second === undefined ? [followup] : [])];
  if (first === undefined || second === undefined) {
    return (
      <Card title="The marks are not painted on both photos yet" main>
        <p>To compare them, stria has to know where the marks are in each.</p>
        <div className="actions">
          {unpainted.map((photo) => (
            <ButtonLink key={photo.id} to={`/photos/${photo.id}/paint`}>
              Paint the photo of {dayWithYear(photo.body.takenOn as Day)}
            </ButtonLink>
          ))}
        </div>
      </Card>
    );
  }
  const compare = () =>
    run(() =>
      keep.append('measurement', {
        of: 'pair',
        baseline: baseline.id,
        followup: followup.id,
        comparison: change(first.body.examination, second.body.examination),
      }),
    );
  return (
    <Card title="Both photos are measured" main>
      <p>stria says “changed” only when the difference is larger than what the same marks, photographed twice, would show.</p>
      <ErrorNotice problems={problems} />
      <div className="actions">
        <Button busy={busy} onPress={() => void compare()}>
          Compare the two
        </Button>
      </div>
    </Card>
  );
}

/** What the person felt on both days, beside the photos and never mixed with them. Source: a09. */
function Bothers({ baseline, followup }: Pick<Chosen, 'baseline' | 'followup'>): JSX.Element | null {
  const { state } = useKeep();
  const [first, second] = [botherOf(state, baseline), botherOf(state, followup)];
  if (first === undefined && second === undefined) return null;
  return (
    <Card title="How much the marks bothered you">
      <dl className="figures">
        {(
          [
            ['First photo', first],
            ['Later photo', second],
          ] as const
        ).map(([name, bother]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{bother === undefined ? 'not said' : `${bother.body.score} of 10`}</dd>
          </div>
        ))}
      </dl>
      <p className="small soft">This is what you felt. It stands beside what the photos say and is never mixed with it.</p>
    </Card>
  );
}
