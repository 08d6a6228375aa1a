import type { Day } from '@stria/record';
import { type JSX, useEffect, useState } from 'react';
import { keep, useAct, useKeep } from '../../keep/index.ts';
import { Button, ButtonLink } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { dayWithYear } from '../../parts/day-words.ts';
import { ErrorNotice } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { BotherQuestion } from './bother-question.tsx';
import { Findings } from './findings.tsx';
import { paintingRoom, readPainting } from './painting.ts';
import { capital } from './photo-list.tsx';
import { ChartPhoto, useOverlay } from './picture.tsx';
import { botherOf, measurementOf, type Photo, pairOf, placeKey, placeName, placesOf, purposeWords } from './place.ts';

/** One photo: the picture, what it says, and what can be done with it next. */
export function OnePhoto({ photo }: { readonly photo: Photo }): JSX.Element {
  const { state } = useKeep();
  const measurement = measurementOf(state, photo.id);
  const [marksShown, setMarksShown] = useState(false);
  const overlay = useOverlay(measurement?.body.mask);
  const begun = useBegunPainting(photo);
  const place = placeName(photo.body);
  const on = dayWithYear(photo.body.takenOn as Day);
  return (
    <Page
      title={`${capital(place)}, ${on}`}
      wide
      back={{ to: '/photos', label: 'Photos' }}
      lead={<span className="tag">{purposeWords[photo.body.purpose]}</span>}
    >
      <div className="photo-columns">
        <figure className="figure photo-figure">
          <ChartPhoto
            photo={photo}
            label={`Photo of the ${place}, ${on}${marksShown ? ', painted marks shown' : ''}`}
            over={marksShown ? overlay : undefined}
          />
          {measurement === undefined ? null : (
            <label className="photo-check">
              <input type="checkbox" checked={marksShown} onChange={(event) => setMarksShown(event.currentTarget.checked)} />
              <span>Show the painted marks</span>
            </label>
          )}
          <figcaption>The photo as it was taken. Nothing in it is corrected or made prettier.</figcaption>
        </figure>
        <div className="stack">
          {measurement === undefined ? (
            <Card title={begun ? 'Go on painting' : 'Paint the marks'} main>
              <p>
                {begun
                  ? 'What you painted so far is kept on this device.'
                  : 'Show stria which parts are marks. Then it can measure how much they stand out from the skin around them.'}
              </p>
              <div className="actions">
                <ButtonLink to={`/photos/${photo.id}/paint`}>{begun ? 'Go on painting' : 'Paint the marks'}</ButtonLink>
              </div>
            </Card>
          ) : (
            <Card title="What this photo says" main>
              <Findings examination={measurement.body.examination} />
            </Card>
          )}
          <NextSteps photo={photo} begun={begun} />
          <Bother photo={photo} />
          <About photo={photo} />
        </div>
      </div>
    </Page>
  );
}

function NextSteps({ photo, begun }: { readonly photo: Photo; readonly begun: boolean }): JSX.Element | null {
  const { state } = useKeep();
  const measurement = measurementOf(state, photo.id);
  const place = placesOf(state.photos).find((p) => p.key === placeKey(photo.body));
  const pair = place === undefined ? undefined : pairOf(place);
  const [baseline, followup] =
    pair === undefined ? [] : pair.baseline.id === photo.id ? [pair.baseline, pair.followup] : [pair.baseline, photo];
  const problems = measurement?.body.examination.problems.map((p) => p.code) ?? [];
  if (measurement === undefined && baseline === undefined) return null;
  const scaleLink = problems.includes('frame-missing') ? (
    <ButtonLink look={problems.includes('scale-missing') ? 'main' : 'quiet'} to={`/photos/${photo.id}/scale`}>
      {photo.body.scalePxPerMm === undefined ? 'Give a length in the photo' : 'Change the length you gave'}
    </ButtonLink>
  ) : null;
  const look = problems.includes('scale-missing') ? 'quiet' : 'main';
  return (
    <Card title="Next">
      <div className="actions">
        {look === 'quiet' ? scaleLink : null}
        {baseline === undefined || followup === undefined ? (
          <ButtonLink look={look} to="/photos/new">
            Add a later photo
          </ButtonLink>
        ) : (
          <ButtonLink look={look} to={`/compare?baseline=${baseline.id}&followup=${followup.id}`}>
            Compare
          </ButtonLink>
        )}
        {measurement === undefined ? null : (
          <ButtonLink look="quiet" to={`/photos/${photo.id}/paint`}>
            {begun ? 'Go on painting' : 'Change the painting'}
          </ButtonLink>
        )}
        {look === 'main' ? scaleLink : null}
      </div>
    </Card>
  );
}

/** How much the marks bothered the person that day; asked here where it was left out. */
function Bother({ photo }: { readonly photo: Photo }): JSX.Element {
  const bother = botherOf(useKeep().state, photo);
  const [score, setScore] = useState<number>();
  const { busy, problems, run } = useAct();
  if (bother !== undefined) {
    return (
      <Card title="How much the marks bothered you">
        <p>
          <strong>{bother.body.score}</strong> of 10 on {dayWithYear(bother.body.on as Day)}. This is what you felt; the photo
          is measured apart from it.
        </p>
      </Card>
    );
  }
  const save = () => run(async () => keep.append('bother', { score: score ?? 0, on: photo.body.takenOn, photo: photo.id }));
  return (
    <details className="more card">
      <summary>How much did the marks bother you that day?</summary>
      <div className="stack">
        <BotherQuestion score={score} onChange={setScore} />
        <ErrorNotice problems={problems} />
        <div className="actions">
          <Button
            look="quiet"
            busy={busy}
            waitsFor={score === undefined ? 'Choose a number first.' : undefined}
            onPress={() => void save()}
          >
            Keep this number
          </Button>
        </div>
      </div>
    </details>
  );
}

function About({ photo }: { readonly photo: Photo }): JSX.Element {
  const { original, widthPx, heightPx, orientation, colourSpace, checkBarMm, scalePxPerMm } = photo.body;
  const rows: readonly (readonly [string, string])[] = [
    ['Size', `${widthPx} × ${heightPx} pixels, ${(original.bytes / 1_000_000).toFixed(1)} MB`],
    ['File', `${original.mediaType}, as taken; place, time and owner left out`],
    ['Turned', `EXIF orientation ${orientation}`],
    ['Colour profile of the file', colourSpace],
    ['Measured bar', checkBarMm === undefined ? '50 mm taken as right' : `${checkBarMm} mm`],
    ['Length given by hand', scalePxPerMm === undefined ? 'none' : `${scalePxPerMm.toFixed(2)} pixels a millimetre`],
    ['SHA-256', original.sha256],
  ];
  return (
    <details className="more">
      <summary>About this photo</summary>
      <dl className="photo-facts">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** True where this device keeps strokes on the photo that have not been measured yet. */
function useBegunPainting(photo: Photo): boolean {
  const [begun, setBegun] = useState(false);
  useEffect(() => {
    void keep.readDraft(paintingRoom(photo.id)).then((draft) => {
      const painting = readPainting(draft);
      setBegun(painting.ok && (painting.value?.strokes.length ?? 0) > 0);
    });
  }, [photo.id]);
  return begun;
}
