import { type Body, compareDays, type Day, type Problem, parseDay } from '@stria/record';
import { type JSX, useEffect, useMemo, useState } from 'react';
import { today, useKeep } from '../../keep/index.ts';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { Choices } from '../../parts/choice.tsx';
import { dayWithYear } from '../../parts/day-words.ts';
import { Field } from '../../parts/field.tsx';
import { ErrorNotice, Notice } from '../../parts/notice.tsx';
import { BotherQuestion } from './bother-question.tsx';
import type { AboutPhoto, ChosenPhoto } from './intake.ts';
import { UprightPhoto } from './picture.tsx';
import { type Photo, placeName, purposeOfNext, purposeWords } from './place.ts';
import { readLength } from './ruler.ts';
import type { Where } from './where.ts';

/** The bar that is printed beside the frame. A print more than a tenth off is refused by imaging; here it is said at once. */
const BAR_MM = { printed: 50, least: 45, most: 55 } as const;

/** The photo before it is kept, and the few things that only the person knows. */
export function ReviewPhoto(props: {
  readonly chosen: ChosenPhoto;
  readonly where: Where;
  readonly busy: boolean;
  readonly problems: readonly Problem[];
  readonly onKeep: (about: Omit<AboutPhoto, keyof Where>) => void;
  readonly onLeave: () => void;
}): JSX.Element {
  const { chosen, where } = props;
  const { state } = useKeep();
  const now = today();
  const [dayText, setDayText] = useState<string>(firstDay(chosen.file.takenOn, now));
  const [barText, setBarText] = useState(() => barOf(state.photos));
  const [purpose, setPurpose] = useState<Body<'photo'>['purpose']>(() => purposeOfNext(state.photos, where));
  const [bother, setBother] = useState<number>();
  const takenOn = parseDay(dayText);
  const dayProblem =
    takenOn === undefined
      ? 'Write the day the photo was taken.'
      : compareDays(takenOn, now) > 0
        ? 'This day lies in the future.'
        : undefined;
  const bar = readBar(barText);
  const url = useUrl(chosen);
  const twin = state.photos.find((p) => looksSame(p, chosen));
  const keepIt = () => {
    if (takenOn === undefined || dayProblem !== undefined || bar.problem !== undefined) return;
    props.onKeep({
      takenOn,
      purpose,
      ...(bar.mm === undefined ? {} : { checkBarMm: bar.mm }),
      ...(bother === undefined ? {} : { bother }),
    });
  };
  return (
    <Card title="Is this the photo?" main>
      {url === undefined ? null : (
        <UprightPhoto photo={chosen.file} url={url} label={`The chosen photo of the ${placeName(where)}`} />
      )}
      <p className="small soft">
        Only the picture is kept. Whatever the phone wrote into the file besides (place, time, owner) is left out.
      </p>
      {twin === undefined ? null : (
        <Notice tone="wait" title="This looks like a photo that is in the chart already">
          <p>That one was taken on {dayWithYear(twin.body.takenOn as Day)}. Two copies of one photo can show no change.</p>
        </Notice>
      )}
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          keepIt();
        }}
      >
        <Field
          label="Taken on"
          type="date"
          max={now}
          help={chosen.file.takenOn === undefined ? undefined : 'The camera wrote this day. Change it if it is wrong.'}
          value={dayText}
          onChange={setDayText}
          problem={dayProblem}
        />
        {purpose === 'baseline' ? (
          <p>
            <span className="tag">{purposeWords.baseline}</span> The first photo of this place. Later ones are compared with it.
          </p>
        ) : (
          <fieldset className="stack-tight">
            <legend>What is this photo for?</legend>
            <Choices
              name="purpose"
              kind="radio"
              options={[
                { value: 'follow-up', label: 'A later photo', hint: 'to compare with the first one' },
                { value: 'extra', label: 'An extra photo', hint: 'of the same sitting, or just to keep' },
              ]}
              chosen={[purpose]}
              onChange={([next]) => setPurpose(next === 'extra' ? 'extra' : 'follow-up')}
            />
          </fieldset>
        )}
        <div className="photo-bar">
          <Field
            label="The 50 mm bar beside the frame measures"
            unit="mm"
            help="Only with a printed frame. Leave it empty if you did not measure it: 50 is then taken as right."
            value={barText}
            onChange={setBarText}
            problem={bar.problem}
          />
        </div>
        <BotherQuestion score={bother} onChange={setBother} />
        <ErrorNotice
          problems={props.problems}
          kept="This photo was not kept. Everything that was saved before is still on this device."
        />
        <div className="actions">
          <Button type="submit" busy={props.busy} waitsFor={dayProblem ?? bar.problem}>
            Keep this photo
          </Button>
          <Button look="quiet" onPress={props.onLeave}>
            Do not keep it
          </Button>
        </div>
        <p role="status" className="soft">
          {props.busy ? 'Keeping the photo…' : ''}
        </p>
      </form>
    </Card>
  );
}

/** The day that stands there first: the camera's, unless its clock is ahead of today. */
function firstDay(fromFile: Day | undefined, now: Day): Day {
  return fromFile === undefined || compareDays(fromFile, now) > 0 ? now : fromFile;
}

/** One print serves many photos: the newest measured bar stands there first. */
const barOf = (photos: readonly Photo[]): string => {
  const mm = photos.findLast((p) => p.body.checkBarMm !== undefined)?.body.checkBarMm;
  return mm === undefined ? '' : String(mm);
};

function readBar(text: string): { readonly mm?: number; readonly problem?: string } {
  if (text.trim() === '') return {};
  const mm = readLength(text);
  if (mm === undefined) return { problem: 'Write millimetres, such as 49.5, or leave it empty.' };
  if (mm < BAR_MM.least || mm > BAR_MM.most) {
    return { problem: 'A bar this far from 50 mm means the print is not at 100 %. Print the frame again, or measure again.' };
  }
  return { mm };
}

/** The same number of bytes and the same size in pixels: two shots of one camera almost never share both. */
const looksSame = ({ body }: Photo, { file, bytes }: ChosenPhoto): boolean =>
  body.original.bytes === bytes.byteLength && body.widthPx === file.widthPx && body.heightPx === file.heightPx;

function useUrl(chosen: ChosenPhoto): string | undefined {
  const blob = useMemo(() => new Blob([chosen.bytes], { type: chosen.file.mediaType }), [chosen]);
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(blob);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  return url;
}
