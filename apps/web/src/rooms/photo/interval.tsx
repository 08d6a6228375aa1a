import type { Estimate } from '@stria/record';
import { type JSX, useId } from 'react';

const WIDTH = 320;
const HEIGHT = 96;
const AXIS_Y = 52;
const PAD = 16;
/** Twice the standard deviation holds about 95 of 100 repetitions. */
const SPAN_SD = 1.96;

/** The difference as a dot with its error, and the zone inside which a difference is not called a change. */
export function IntervalPicture(props: { readonly delta: Estimate; readonly smallestRealChange: number }): JSX.Element {
  const { delta, smallestRealChange } = props;
  const title = useId();
  const reach = 1.15 * Math.max(smallestRealChange, Math.abs(delta.value) + SPAN_SD * delta.sd);
  const x = (v: number) => WIDTH / 2 + (v / reach) * (WIDTH / 2 - PAD);
  const [low, high] = [x(delta.value - SPAN_SD * delta.sd), x(delta.value + SPAN_SD * delta.sd)];
  const [bandFrom, bandTo] = [x(-smallestRealChange), x(smallestRealChange)];
  return (
    <svg className="interval" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-labelledby={title}>
      <title id={title}>
        {`Difference ${signed(delta.value)}, error ${(SPAN_SD * delta.sd).toFixed(2)} to either side. Anything between ${signed(-smallestRealChange)} and ${signed(smallestRealChange)} is within the error.`}
      </title>
      <rect className="interval-band" x={bandFrom} y={AXIS_Y - 16} width={bandTo - bandFrom} height={32} rx={6} />
      <path
        className="interval-axis"
        d={`M${PAD / 2} ${AXIS_Y}H${WIDTH - PAD / 2}M${WIDTH / 2} ${AXIS_Y - 22}V${AXIS_Y + 22}`}
      />
      <path className="interval-error" d={`M${low} ${AXIS_Y}H${high}M${low} ${AXIS_Y - 7}v14M${high} ${AXIS_Y - 7}v14`} />
      <circle className="interval-dot" cx={x(delta.value)} cy={AXIS_Y} r={6} />
      <text x={PAD / 2} y={16}>
        stand out less
      </text>
      <text x={WIDTH - PAD / 2} y={16} textAnchor="end">
        stand out more
      </text>
      <text x={WIDTH / 2} y={HEIGHT - 4} textAnchor="middle">
        within the error
      </text>
    </svg>
  );
}

export const signed = (v: number): string => `${v > 0 ? '+' : v < 0 ? '−' : ''}${Math.abs(v).toFixed(2)}`;
