import { describe, expect, it } from 'vitest';
import { layTimeline, monthsWords } from './timeline.ts';

describe('the line of when the marks came', () => {
  it('ends today and holds what is known in its order', () => {
    const line = layTimeline(
      { marksFirstSeen: '2024-06', events: [{ cause: 'pregnancy', from: '2023-12', to: '2024-08' }, { cause: 'genetic' }] },
      '2026-03',
    );
    const [bar] = line?.bars ?? [];
    expect(line?.bars.length).toBe(1);
    expect(bar?.from).toBeGreaterThan(0);
    expect(bar?.from).toBeLessThan(line?.seen ?? 0);
    expect(line?.seen).toBeLessThan(bar?.to ?? 0);
    expect(bar?.to).toBeLessThan(1);
    expect(line?.years.map((y) => y.year)).toEqual([2024, 2025, 2026]);
  });

  it('is not drawn where no month is known', () => {
    expect(layTimeline({ events: [{ cause: 'puberty' }] }, '2026-03')).toBeUndefined();
  });

  it('draws a single month as a point, and keeps years apart over decades', () => {
    const line = layTimeline({ events: [{ cause: 'puberty', from: '1985-01' }] }, '2026-03');
    expect(line?.bars[0]).toMatchObject({ point: true });
    expect(line?.years.length).toBeLessThanOrEqual(7);
  });

  it('says spans in months and years', () => {
    expect([0, 1, 7, 12, 25].map(monthsWords)).toEqual([
      'less than a month',
      '1 month',
      '7 months',
      '1 year',
      '2 years and 1 month',
    ]);
  });
});
