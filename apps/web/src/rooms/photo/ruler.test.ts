import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LEAST_RULER_PX, readLength, readRuler } from './ruler.ts';

const codeOf = (answer: ReturnType<typeof readRuler>) => (answer.ok ? undefined : answer.problems[0]?.code);

describe('a scale by hand', () => {
  it('is the pixels between two points over the millimetres between them, in any direction', () => {
    expect(
      readRuler(
        [
          { x: 10, y: 10 },
          { x: 310, y: 410 },
        ],
        25,
      ),
    ).toEqual({ ok: true, value: 20 });
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 6.28, noNaN: true }),
        fc.double({ min: 1, max: 60, noNaN: true }),
        (angle, pxPerMm) => {
          const length = LEAST_RULER_PX * 2;
          const end = { x: 50 + length * Math.cos(angle), y: 50 + length * Math.sin(angle) };
          const read = readRuler([{ x: 50, y: 50 }, end], length / pxPerMm);
          expect(read.ok && read.value).toBeCloseTo(pxPerMm, 9);
        },
      ),
    );
  });

  it('is refused, each time with its own reason, for one point, points too close, or a length that cannot be', () => {
    expect(codeOf(readRuler([{ x: 1, y: 1 }], 20))).toBe('web.ruler-points-missing');
    expect(
      codeOf(
        readRuler(
          [
            { x: 1, y: 1 },
            { x: 60, y: 60 },
          ],
          20,
        ),
      ),
    ).toBe('web.ruler-too-short');
    for (const mm of [0, -3, Number.NaN, 501]) {
      expect(
        codeOf(
          readRuler(
            [
              { x: 1, y: 1 },
              { x: 600, y: 60 },
            ],
            mm,
          ),
        ),
        String(mm),
      ).toBe('web.ruler-length-invalid');
    }
  });

  it('reads a length with a point or a comma, and nothing else', () => {
    expect([readLength(' 49.5 '), readLength('49,5'), readLength('50')]).toEqual([49.5, 49.5, 50]);
    expect([readLength(''), readLength('5 cm'), readLength('-5'), readLength('1e3')]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
