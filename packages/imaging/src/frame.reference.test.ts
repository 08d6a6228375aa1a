import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { referencePath } from '../../../tools/reference.ts';
import { frameSizes, frames } from './frame.ts';

const files = { large: referencePath('peers/frame.json'), small: referencePath('peers/frame-small.json') };

describe('the printed frame', () => {
  for (const size of frameSizes) {
    it.skipIf(!files[size])(`is drawn to the tenth of a millimetre as published, ${size}`, () => {
      const published = JSON.parse(readFileSync(files[size] as string, 'utf8'));
      const ours = frames[size];
      expect(ours.name).toBe(published.name);
      expect(ours.outer).toEqual(published.outer);
      expect(ours.window).toEqual(published.window);
      expect(ours.markerCells).toBe(published.markerCells);
      expect({ srgb: ours.paper }).toEqual(published.paper);
      expect({ srgb: ours.ink }).toEqual(published.ink);
      expect(ours.markers).toEqual(published.markers);
      expect(ours.patches).toEqual(published.patches);
    });
  }

  it('has markers that cannot be taken for one another, turned or not', () => {
    const turn = (b: string) => [...b].map((_, i) => b[(3 - (i % 4)) * 4 + Math.floor(i / 4)]).join('');
    const all = frameSizes.flatMap((s) => frames[s].markers.map((m) => m.bits.join('')));
    for (const [i, a] of all.entries()) {
      for (const [j, b] of all.entries()) {
        for (let t = 0, turned = b; t < 4; t++, turned = turn(turned)) {
          if (i === j && t === 0) continue;
          expect([...a].filter((v, k) => v !== turned[k]).length, `${i} ${j} turned ${t}`).toBeGreaterThanOrEqual(3);
        }
      }
    }
  });
});
