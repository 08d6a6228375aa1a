import type { Expectations } from '@stria/report';
import type { JSX } from 'react';

const WIDTH = 340;
const HEIGHT = 250;
const FIELD = { left: 38, right: 330, top: 12, bottom: 212 };

/** Sessions to the right, improvement upwards. The same is said in words below, so the drawing itself is skipped by screen readers. */
export function ExpectationChart({ model }: { readonly model: Expectations }): JSX.Element {
  const { x, y } = model;
  const px = (v: number) => FIELD.left + ((v - x.min) / (x.max - x.min)) * (FIELD.right - FIELD.left);
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
      {model.points.map((p, i) => {
        const middle = (p.middle.low + p.middle.high) / 2;
        return (
          <g key={p.id}>
            <line
              x1={px(p.sessions.mid)}
              x2={px(p.sessions.mid)}
              y1={py(p.whole.low)}
              y2={py(p.whole.high)}
              className="chart-whole"
            />
            {p.sessions.low === p.sessions.high ? null : (
              <line x1={px(p.sessions.low)} x2={px(p.sessions.high)} y1={py(middle)} y2={py(middle)} className="chart-span" />
            )}
            <rect
              x={px(p.sessions.mid) - 9}
              width={18}
              y={py(p.middle.high)}
              height={py(p.middle.low) - py(p.middle.high)}
              rx={5}
              className="chart-middle"
            />
            <text x={px(p.sessions.mid)} y={py(middle) + 4} textAnchor="middle" className="chart-number">
              {i + 1}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
