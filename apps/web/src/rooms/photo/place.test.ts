import { day, type EntryOf, fold } from '@stria/record';
import { describe, expect, it } from 'vitest';
import { botherOf, comparisonOf, measurementOf, type Photo, pairOf, placeName, placesOf, purposeOfNext } from './place.ts';

let count = 0;
const envelope = (at: string) => {
  count += 1;
  const id = `00000000-0000-7000-8000-${String(count).padStart(12, '0')}`;
  return { v: 2, id, record: '00000000-0000-7000-8000-00000000aaaa', at, offsetMinutes: 0, by: { role: 'person' } } as const;
};
const blob = { sha256: 'a'.repeat(64), bytes: 10, mediaType: 'image/jpeg' } as const;
const photo = (takenOn: string, body: Partial<Photo['body']> = {}): Photo => ({
  ...envelope(`${takenOn}T10:00:00.000Z`),
  kind: 'photo',
  body: {
    original: blob,
    widthPx: 400,
    heightPx: 300,
    orientation: 1,
    colourSpace: 'srgb',
    takenOn: day(takenOn),
    zone: 'hip',
    side: 'left',
    purpose: 'follow-up',
    ...body,
  },
});
const none = null;
const examination = {
  method: 'test/1',
  usable: false,
  problems: [],
  scale: none,
  colour: none,
  marks: {
    confidence: 0,
    stage: none,
    areaFraction: none,
    contrastDeltaE00: none,
    deltaL: none,
    deltaA: none,
    deltaB: none,
    widthMm: none,
    areaMm2: none,
    lengthMm: none,
    textureRatio: none,
  },
  adjacentSkin: none,
};
const measured = (of: Photo, at: string): EntryOf<'measurement'> => ({
  ...envelope(at),
  kind: 'measurement',
  body: { of: 'photo', photo: of.id, mask: blob, examination },
});
const compared = (a: Photo, b: Photo, at: string): EntryOf<'measurement'> => ({
  ...envelope(at),
  kind: 'measurement',
  body: {
    of: 'pair',
    baseline: a.id,
    followup: b.id,
    comparison: { method: 't', comparable: false, problems: [], registration: none, change: none, verdict: 'cannot-tell' },
  },
});

describe('photos of a place', () => {
  it('stand together by zone, side and whether the place is treated, oldest day first', () => {
    const late = photo('2026-03-01');
    const early = photo('2026-01-01', { purpose: 'baseline' });
    const right = photo('2026-01-02', { side: 'right' });
    const control = photo('2026-01-03', { control: true });
    const places = placesOf([late, early, right, control]);
    expect(places.map((p) => p.photos)).toEqual([[early, late], [right], [control]]);
    expect(places.map((p) => p.name)).toEqual(['left hip', 'right hip', 'left hip, untreated place']);
    expect(placeName({ zone: 'flank', side: 'both' })).toBe('side of the waist, both sides');
  });

  it('begin with a baseline, and every later one is a follow-up', () => {
    const first = photo('2026-01-01', { purpose: 'baseline' });
    expect(purposeOfNext([], first.body)).toBe('baseline');
    expect(purposeOfNext([first], { zone: 'hip', side: 'left' })).toBe('follow-up');
    expect(purposeOfNext([first], { zone: 'hip', side: 'right' })).toBe('baseline');
    expect(purposeOfNext([first], { zone: 'hip', side: 'left', control: true })).toBe('baseline');
  });

  it('are paired as baseline and newest follow-up', () => {
    const first = photo('2026-01-01', { purpose: 'baseline' });
    const second = photo('2026-02-01');
    const extra = photo('2026-02-02', { purpose: 'extra' });
    const pair = (...photos: Photo[]) => placesOf(photos).map(pairOf)[0];
    expect(pair(first, second, extra)).toEqual({ baseline: first, followup: second });
    expect(pair(first, extra)).toEqual({ baseline: first, followup: extra });
    expect(pair(first)).toBeUndefined();
  });

  it('have their newest measurement, and a comparison only while it rests on the newest of both', () => {
    const a = photo('2026-01-01', { purpose: 'baseline' });
    const b = photo('2026-02-01');
    const entries = [
      a,
      b,
      measured(a, '2026-02-01T11:00:00.000Z'),
      measured(b, '2026-02-01T11:01:00.000Z'),
      compared(a, b, '2026-02-01T11:02:00.000Z'),
    ];
    expect(comparisonOf(fold(entries), a.id, b.id)?.id).toBe(entries[4]?.id);
    const again = measured(b, '2026-02-01T12:00:00.000Z');
    expect(measurementOf(fold([...entries, again]), b.id)?.id).toBe(again.id);
    expect(comparisonOf(fold([...entries, again]), a.id, b.id)).toBeUndefined();
  });

  it('have the bother that was asked with them, else that of their day', () => {
    const a = photo('2026-01-01');
    const bother = (score: number, of?: Photo): EntryOf<'bother'> => ({
      ...envelope('2026-01-01T12:00:00.000Z'),
      kind: 'bother',
      body: of === undefined ? { score, on: day('2026-01-01') } : { score, on: day('2026-01-01'), photo: of.id },
    });
    expect(botherOf(fold([a, bother(4, a), bother(7)]), a)?.body.score).toBe(4);
    expect(botherOf(fold([a, bother(7)]), a)?.body.score).toBe(7);
    expect(botherOf(fold([a, bother(7, photo('2026-01-01'))]), a)).toBeUndefined();
  });
});
