import type { Expectations } from '@stria/report';
import type { JSX } from 'react';

const WIDTH = 340;
const HEIGHT = 250;
const BAR = 16;
const FIELD = { left: 38, right: 330, top: 12, bottom: 212 };

/** Sessions to the right, improvement upwards. The same is said in words below, so the drawing itself is skipped by screen readers. */
export function ExpectationChart({ model }: { readonly model: Expectations }): JSX.Element {
  const { x, y } = model;
  const px = (v: number) => FIELD.left + ((v - x.min) / (x.max - x.min)) * (FIELD.right - FIELD.left);
  const centres = apart(model.points.map((p) => px(p.sessions.mid)));
  const py = (v: number) => FIELD.bottom - ((v - y.min) / (y.max - y.min)) * (FIELD.bottom - FIELD.top);
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="chart" aria-hidden="true">
      {y.ticks.map((t) => (
        <g key={t}>
          <line x1={FIELD.left} x2={FIELD.right} y1={py(t)} y2={py(t)} className="chart-grid" />
          <text x={FIELD.left - 8} y={py(t) + 4} textAnchor="end">
            {t}
          </text>
        </g>
      ))}
      {x.ticks.map((t) => (
        <text key={t} x={px(t)} y={FIELD.bottom + 18} textAnchor="middle">
          {t}
        </text>
      ))}
      <text x={(FIELD.left + FIELD.right) / 2} y={HEIGHT - 4} textAnchor="middle" className="chart-axis">
        {x.label}
      </text>
      {/* Below all bars, so that no dashed line crosses a number. */}
      {model.points.map((p) => {
        const middle = (p.middle.low + p.middle.high) / 2;
        return p.sessions.low === p.sessions.high ? null : (
          <line
            key={p.id}
            x1={px(p.sessions.low)}
            x2={px(p.sessions.high)}
            y1={py(middle)}
            y2={py(middle)}
            className="chart-span"
          />
        );
      })}
      {model.points.map((p, i) => {
        const at = centres[i] ?? px(p.sessions.mid);
        const middle = (p.middle.low + p.middle.high) / 2;
        return (
          <g key={p.id}>
            <line x1={at} x2={at} y1={py(p.whole.low)} y2={py(p.whole.high)} className="chart-whole" />
            <rect
              x={at - BAR / 2}
              width={BAR}
              y={py(p.middle.high)}
              height={py(p.middle.low) - py(p.middle.high)}
              rx={5}
              className="chart-middle"
            />
            <text x={at} y={py(middle) + 4} textAnchor="middle" className="chart-number">
              {i + 1}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

/** Bars that would lie on one another are moved apart by as little as it takes; the dashed line keeps the true place. */
function apart(centres: readonly number[]): number[] {
  const least = BAR + 3;
  const moved = [...centres];
  for (let i = 1; i < moved.length; i += 1) {
    const [before, here] = [moved[i - 1] ?? 0, moved[i] ?? 0];
    const lacking = least - (here - before);
    if (lacking <= 0) continue;
    moved[i - 1] = before - lacking / 2;
    moved[i] = here + lacking / 2;
  }
  return moved;
}
