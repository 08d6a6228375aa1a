import { type DiarySign, diaryBands, diaryGrades, diarySignNames, diarySigns, placeIn, usualAt } from '@stria/care';
import type { Irritation } from '@stria/record';
import type { JSX } from 'react';

type Page = Omit<Irritation, 'session'>;

/** Drawing box in its own units; the style gives it its size. */
const box = { width: 320, height: 150, left: 28, right: 10, top: 12, bottom: 26 } as const;
const SHOWN_HOURS = 72;
const hourMarks = [0, 24, 48, 72] as const;

/** Four small pictures, one a sign: the usual range as an area, each page as a mark on it; a mark above has another shape. */
export function DiaryChart({ pages }: { readonly pages: readonly Page[] }): JSX.Element {
  const span = Math.max(SHOWN_HOURS, ...pages.map((p) => p.hoursSinceSession));
  return (
    <div className="diary-charts">
      {diarySigns.map((sign) => (
        <SignChart key={sign} sign={sign} pages={pages} spanHours={span} />
      ))}
      <p className="diary-key small">
        <svg viewBox="0 0 76 16" aria-hidden="true">
          <rect x="0" y="2" width="16" height="12" className="diary-band" />
          <circle cx="34" cy="8" r="5" className="diary-mark" />
          <path d="M60 1l8 7-8 7-8-7z" className="diary-mark-above" />
        </svg>
        Area: usual at that hour. Dot: inside or below. Diamond: above.
      </p>
    </div>
  );
}

function SignChart(props: {
  readonly sign: DiarySign;
  readonly pages: readonly Page[];
  readonly spanHours: number;
}): JSX.Element {
  const { sign, pages, spanHours } = props;
  const x = (hours: number) => box.left + (hours / spanHours) * (box.width - box.left - box.right);
  const y = (grade: number) => box.height - box.bottom - (grade / 4) * (box.height - box.top - box.bottom);
  const hours = diaryBands[sign].points.map((p) => p.atHours).filter((h) => h < spanHours);
  const edge = [...hours, spanHours].map((h) => ({ h, ...usualAt(sign, h) }));
  const upper = edge.map((p) => `${x(p.h)} ${y(p.high)}`);
  const lower = edge.map((p) => `${x(p.h)} ${y(p.low)}`).reverse();
  const line = pages.map((p) => `${x(p.hoursSinceSession)} ${y(p[sign])}`);
  return (
    <figure className="diary-chart">
      <figcaption>{diarySignNames[sign]}</figcaption>
      <svg viewBox={`0 0 ${box.width} ${box.height}`} role="img" aria-label={inWords(sign, pages)}>
        <path d={`M${upper.join('L')}L${lower.join('L')}z`} className="diary-band" />
        {[0, 1, 2, 3, 4].map((g) => (
          <g key={g}>
            <line x1={box.left} x2={box.width - box.right} y1={y(g)} y2={y(g)} className="diary-grid" />
            <text x={box.left - 8} y={y(g) + 4} textAnchor="end">
              {g}
            </text>
          </g>
        ))}
        {hourMarks.map((h) => (
          <text
            key={h}
            x={x(h)}
            y={box.height - 8}
            textAnchor={h === SHOWN_HOURS && spanHours === SHOWN_HOURS ? 'end' : 'middle'}
          >
            {h} h
          </text>
        ))}
        {line.length < 2 ? null : <path d={`M${line.join('L')}`} className="diary-line" />}
        {pages.map((p) => {
          const [cx, cy] = [x(p.hoursSinceSession), y(p[sign])];
          return placeIn(usualAt(sign, p.hoursSinceSession), p[sign]) === 'above' ? (
            <path key={p.hoursSinceSession} d={`M${cx} ${cy - 9}l9 9-9 9-9-9z`} className="diary-mark-above" />
          ) : (
            <circle key={p.hoursSinceSession} cx={cx} cy={cy} r="6" className="diary-mark" />
          );
        })}
      </svg>
    </figure>
  );
}

const inWords = (sign: DiarySign, pages: readonly Page[]): string =>
  `${diarySignNames[sign]}: ${pages.map((p) => `${p[sign]} after ${p.hoursSinceSession} hours, ${placeWords[placeIn(usualAt(sign, p.hoursSinceSession), p[sign])]}`).join('; ')}.`;

const placeWords = { below: 'below the usual', inside: 'usual', above: 'above the usual' } as const;

/** The same in figures, with the usual range of each hour. */
export function DiaryTable({ pages }: { readonly pages: readonly Page[] }): JSX.Element {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways has to be reachable by keyboard
    <section className="scroll" tabIndex={0} aria-label="Irritation diary as a table">
      <table>
        <thead>
          <tr>
            <th scope="col">After</th>
            {diarySigns.map((s) => (
              <th key={s} scope="col">
                {diarySignNames[s]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {pages.map((p) => (
            <tr key={p.hoursSinceSession}>
              <th scope="row">{p.hoursSinceSession} h</th>
              {diarySigns.map((s) => {
                const range = usualAt(s, p.hoursSinceSession);
                return (
                  <td key={s}>
                    {p[s]} {diaryGrades[p[s]]}
                    <br />
                    <span className="soft">
                      {placeWords[placeIn(range, p[s])]} ({Math.floor(range.low)} to {Math.ceil(range.high)})
                    </span>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
