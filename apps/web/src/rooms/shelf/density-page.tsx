import {
  CHANNEL_DIAMETER_UM,
  CHANNELS_PER_CM2_PER_PASS,
  channelDensity,
  channelsOn,
  intensityOf,
  intensityWords,
  overlapAssumption,
} from '@stria/care';
import { type JSX, useState } from 'react';
import { useSearchParams } from 'react-router';
import { Field } from '../../parts/field.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { Sources } from '../../parts/sources.tsx';
import { numberOf } from './filled.ts';

/** The reckoning in the open: the formula with the person's own numbers in it, its band, and what it does not know. */
export function DensityPage(): JSX.Element {
  const [asked] = useSearchParams();
  const [needles, setNeedles] = useState(asked.get('needles') ?? '192');
  const [passes, setPasses] = useState(asked.get('passes') ?? '12');
  const [length, setLength] = useState(asked.get('length') ?? '0.25');
  const [area, setArea] = useState(asked.get('area') ?? '100');
  const given = { needles: numberOf(needles), passes: numberOf(passes), length: numberOf(length), area: numberOf(area) };
  const within = (n: number | undefined, least: number, most: number) => n !== undefined && n >= least && n <= most;
  const complete =
    within(given.needles, 1, 2000) &&
    within(given.passes, 1, 100) &&
    within(given.length, 0.05, 5) &&
    within(given.area, 1, 5000);
  return (
    <Page
      title="How many channels?"
      back={{ to: '/shelf', label: 'My shelf' }}
      lead="Needles leave tiny channels. How many is reckoned from one count that was published, and only as well as that."
    >
      <Field label="Needles of the head" type="number" value={needles} onChange={setNeedles} min={1} max={2000} />
      <Field
        label="Passes over one place"
        help="All directions together: 3 passes in each of 4 directions are 12."
        type="number"
        value={passes}
        onChange={setPasses}
        min={1}
        max={100}
      />
      <Field label="Needle length" type="number" unit="mm" value={length} onChange={setLength} min={0.05} max={5} />
      <Field
        label="Area"
        help="For a feeling: a postcard (A6) has about 155 cm²."
        type="number"
        unit="cm²"
        value={area}
        onChange={setArea}
        min={1}
        max={5000}
      />
      {complete ? (
        <Reckoned
          needleCount={given.needles ?? 0}
          passes={given.passes ?? 0}
          needleLengthMm={given.length ?? 0}
          areaCm2={given.area ?? 0}
        />
      ) : (
        <p role="status">Fill in all four: needles 1 to 2000, passes 1 to 100, length 0.05 to 5 mm, area 1 to 5000 cm².</p>
      )}
    </Page>
  );
}

function Reckoned(props: {
  readonly needleCount: number;
  readonly passes: number;
  readonly needleLengthMm: number;
  readonly areaCm2: number;
}): JSX.Element {
  const { needleCount, passes, needleLengthMm, areaCm2 } = props;
  const density = channelDensity(props);
  const strength = intensityOf(props);
  const clinic = strength.intensity === 'clinic-only';
  return (
    <>
      <h2>The reckoning</h2>
      <ol className="formula">
        <li>
          250 channels ÷ 15 passes × {passes} passes × {needleCount} ÷ 192 needles
          <output data-result="channels-per-cm2">{number1(density.channelsPerCm2)} channels in 1 cm²</output>
          <span className="soft small">
            {CHANNELS_PER_CM2_PER_PASS.toFixed(1)} for each pass of the roller that was counted. It may be{' '}
            {number1(density.band.low)} to {number1(density.band.high)}.
          </span>
        </li>
        <li>
          {number1(density.channelsPerCm2)} × {areaCm2} cm²
          <output data-result="channels">{whole(channelsOn(density, areaCm2))} channels in all</output>
        </li>
        <li>
          Each {CHANNEL_DIAMETER_UM} µm wide
          <output data-result="share-hit">{percent(density.shareHit)} of the skin is hit</output>
          <span className="soft small">
            Of that, {percent(density.shareHitAgain)} is hit more than once. {overlapAssumption}
          </span>
        </li>
        <li>
          {needleLengthMm} mm × {number1(density.channelsPerCm2)}
          <output data-result="intensity">
            {intensityWords[strength.intensity]}, index {number1(strength.index)}
          </output>
          <span className="soft small">Up to 60 is called mild, up to 200 moderate. These limits are ours (convention).</span>
        </li>
      </ol>
      {clinic ? (
        <Notice tone="stop" title="Not at home">
          <p>{strength.says.join(' ')}</p>
        </Notice>
      ) : null}
      {density.says.map((says) => (
        <Notice key={says} tone="wait" title="Not counted by anybody">
          <p>{says}</p>
        </Notice>
      ))}
      <Sources ids={[...density.sources, ...strength.sources]} about="the reckoning" />
    </>
  );
}

const number1 = (n: number): string => n.toLocaleString('en-GB', { maximumFractionDigits: 1 });
const whole = (n: number): string => n.toLocaleString('en-GB', { maximumFractionDigits: 0 });
const percent = (share: number): string => `${(share * 100).toLocaleString('en-GB', { maximumSignificantDigits: 2 })} %`;
