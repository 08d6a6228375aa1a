import { isNeedled, mayPhotograph } from '@stria/care';
import { placeName } from '@stria/record';
import type { Place } from '@stria/record/body';
import { type JSX, useState } from 'react';
import { useNavigate } from 'react-router';
import { keep, useAct, useKeep } from '../../keep/index.ts';
import { Button } from '../../parts/button.tsx';
import { Field } from '../../parts/field.tsx';
import { ErrorNotice, Notice } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { PlacesInput } from './places-input.tsx';
import { capital } from './places-list.tsx';

/** A mark that is left alone, to compare the needled ones with: where it is, and how the person finds it again. */
export function Control(): JSX.Element {
  const { state } = useKeep();
  const known = state.controlRegion?.body;
  const [place, setPlace] = useState<Place | undefined>(
    known && { zone: known.zone, side: known.side === 'left' || known.side === 'right' ? known.side : 'middle' },
  );
  const [says, setSays] = useState(known?.says ?? '');
  const { busy, problems, run } = useAct();
  const navigate = useNavigate();
  const answers = state.answers?.body;
  const needled = place !== undefined && answers !== undefined && isNeedled(answers, place);
  const waitsFor =
    place === undefined
      ? 'Choose the place first.'
      : needled
        ? 'Choose a place that is left alone.'
        : says.trim() === ''
          ? 'Write how you find the mark again.'
          : undefined;
  const save = async () => {
    if (place === undefined) return;
    const { zone, side } = place;
    const body = { zone, says: says.trim(), ...(side === 'middle' ? {} : { side }) };
    if (await run(() => keep.append('control-region', body))) await navigate('/start');
  };
  return (
    <Page
      title="A mark that is left alone"
      back={{ to: '/start', label: 'May I?' }}
      lead="Marks change on their own, too. One mark without needles shows how much. You may leave this out."
    >
      <PlacesInput
        one
        setting={answers?.setting ?? 'home'}
        chosen={place === undefined ? [] : [place]}
        onChange={([newest]) => setPlace(newest)}
      />
      <div role="status">
        {needled && place !== undefined ? (
          <Notice tone="info" title={`${capital(placeName(place.zone, place.side))} is among the places to be needled`}>
            <p>For a fair comparison, please take a mark somewhere else, or on the other side.</p>
          </Notice>
        ) : null}
        {place !== undefined && !mayPhotograph(place.zone, answers?.ageYears) ? (
          <Notice tone="info" title="No photos of this place">
            <p>Under 18, or where the age is not known, stria keeps no photos of it. Another place can be compared by photo.</p>
          </Notice>
        ) : null}
      </div>
      <Field
        label="How do you find it again?"
        help="For example: the third mark from the navel, about as long as a finger."
        value={says}
        onChange={setSays}
        maxLength={300}
      />
      <ErrorNotice problems={problems} />
      <div className="actions">
        <Button busy={busy} onPress={save} waitsFor={waitsFor}>
          Keep this mark to compare with
        </Button>
      </div>
    </Page>
  );
}
