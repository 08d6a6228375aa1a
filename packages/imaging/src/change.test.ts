import type { Examination } from '@stria/record';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { change } from './change.ts';
import { labOfLinear, linearOfLab, type Triple } from './colour.ts';

const skin = { L: 66, a: 10, b: 16 };

/** An examination in which only contrast and light matter. */
function examined(contrast: number, sd: number, more: Partial<Examination> = {}): Examination {
  const e = (value: number, s = sd) => ({ value, sd: s });
  return {
    method: 'test',
    usable: true,
    problems: [],
    scale: { pxPerMm: 20, tiltDegrees: 0 },
    colour: { residualDeltaE00: 0.5 },
    marks: {
      confidence: 1,
      stage: 'alba',
      areaFraction: e(0.1),
      contrastDeltaE00: e(contrast),
      deltaL: e(5),
      deltaA: e(-2),
      deltaB: e(-1),
      widthMm: e(3, 0.3),
      areaMm2: e(900, 50),
      lengthMm: e(300, 10),
      textureRatio: null,
    },
    adjacentSkin: { L: e(skin.L), a: e(skin.a), b: e(skin.b) },
    ...more,
  };
}

describe('a change between two photos', () => {
  it('is told only above the smallest real change, with its own sign', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.5, max: 9, noNaN: true }), fc.double({ min: -4, max: 4, noNaN: true }), (before, by) => {
        const answer = change(examined(before, 0.2), examined(before + by, 0.2));
        const c = answer.change?.contrastDeltaE00;
        if (!c) throw new Error('comparable photos have a change');
        expect(c.delta.value).toBeCloseTo(by, 9);
        expect(c.smallestRealChange).toBeCloseTo(1.96 * Math.hypot(0.2, 0.2, 0.15), 3);
        const wanted = Math.abs(by) <= c.smallestRealChange ? 'no-change-detected' : by < 0 ? 'less-visible' : 'more-visible';
        expect(answer.verdict).toBe(wanted);
      }),
    );
  });

  it('cannot be told where either photo is not usable, and says which', () => {
    const poor = examined(5, 0.2, { usable: false, problems: [{ code: 'blurred', says: 'soft', mend: 'again' }] });
    for (const [a, b, code] of [
      [poor, examined(5, 0.2), 'baseline-not-usable'],
      [examined(5, 0.2), poor, 'followup-not-usable'],
    ] as const) {
      const answer = change(a, b);
      expect(answer).toMatchObject({ comparable: false, change: null, verdict: 'cannot-tell' });
      expect(answer.problems.map((p) => p.code)).toEqual([code]);
      expect(answer.problems[0]?.says).toMatch(/blurred/);
    }
  });

  it('leaves out what was measured in only one of the two', () => {
    const noScale = examined(5, 0.2);
    const answer = change(examined(5, 0.2), { ...noScale, marks: { ...noScale.marks, widthMm: null } });
    expect(answer.change?.widthMm).toBeNull();
    expect(answer.change?.areaMm2).not.toBeNull();
  });

  it('of uncalibrated photos does not hang on exposure and white balance', () => {
    const mark = { L: skin.L + 5, a: skin.a - 2, b: skin.b - 1 };
    const base = examined(0, 0.4, { colour: null });
    const seenUnder = (gains: Triple): Examination => {
      const under = (lab: typeof skin) =>
        labOfLinear(linearOfLab(lab).map((v, i) => v * (gains[i] as number)) as unknown as Triple);
      const [m, s] = [under(mark), under(skin)];
      const e = (value: number) => ({ value, sd: 0.4 });
      return {
        ...base,
        marks: {
          ...base.marks,
          contrastDeltaE00: e(Math.hypot(m.L - s.L, m.a - s.a, m.b - s.b)),
          deltaL: e(m.L - s.L),
          deltaA: e(m.a - s.a),
          deltaB: e(m.b - s.b),
        },
        adjacentSkin: { L: e(s.L), a: e(s.a), b: e(s.b) },
      };
    };
    const plain = change(seenUnder([1, 1, 1]), seenUnder([1, 1, 1])).change?.contrastDeltaE00?.followup.value as number;
    for (const gains of [
      [0.7, 0.7, 0.7],
      [1.2, 1, 0.85],
      [0.8, 0.95, 1.1],
    ] as const) {
      const followup = change(seenUnder([1, 1, 1]), seenUnder(gains)).change?.contrastDeltaE00?.followup.value as number;
      expect(Math.abs(followup - plain)).toBeLessThan(0.05);
    }
  });
});
