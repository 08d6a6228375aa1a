import { check, isFactId, type ProtocolPack, productKinds, protocolPackSchema, zones } from '@stria/record';
import { fact } from '@stria/record/evidence';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOME_NEEDLE_LENGTH_MM, leastIntervalDays, mostPassesPerDirection } from './bounds.ts';
import { courseDefaults } from './course.ts';
import { builtInPack, checkPack, zoneProtocol } from './protocol.ts';
import { quizItems } from './quiz.ts';
import { isNoGo } from './zones.ts';

const changed = (change: (pack: ProtocolPack) => void): ProtocolPack => {
  const copy = structuredClone(builtInPack) as ProtocolPack;
  change(copy);
  return copy;
};
const codesAt = (pack: ProtocolPack) => checkPack(pack).map((p) => p.at);

describe('the built-in pack', () => {
  it('is a pack, and keeps its own rules', () => {
    const read = check(protocolPackSchema, builtInPack);
    expect(read.ok).toBe(true);
    expect(checkPack(builtInPack)).toEqual([]);
  });

  it('says the same as the rules: needles, rest, passes and times cannot drift apart', () => {
    for (const z of builtInPack.zones) {
      expect(z.intervalDaysMin).toBe(leastIntervalDays[z.setting]);
      expect(z.passesPerDirectionMax).toBeLessThanOrEqual(mostPassesPerDirection[z.setting]);
      if (z.setting !== 'home') continue;
      expect([z.needleLengthMmMax, z.passesPerDirectionMax]).toEqual([HOME_NEEDLE_LENGTH_MM, mostPassesPerDirection.home]);
      expect([z.intervalDays, z.passesPerDirection]).toEqual([courseDefaults.intervalDays, courseDefaults.passesPerDirection]);
    }
    const quizHours = quizItems.find((q) => q.id === 'open-how-long')?.choices.find((c) => c.id === 'three-days')?.says;
    expect(quizHours).toContain(`${builtInPack.openHours} hours`);
    const quizMinutes = quizItems.find((q) => q.id === 'contact-time')?.choices.find((c) => c.id === 'ten-minutes')?.says;
    expect(quizMinutes).toContain(`${builtInPack.hygiene.needle.contactSeconds / 60} minutes`);
  });

  it('names facts that exist, or openly a convention', () => {
    const { zones: z, hygiene, aftercare } = builtInPack;
    const all = [...z, ...Object.values(hygiene), ...aftercare.phases, ...aftercare.items].flatMap((row) => row.sources);
    expect(all.length).toBeGreaterThan(50);
    expect(all.filter((id) => id !== 'convention' && !(isFactId(id) && fact(id)))).toEqual([]);
  });

  it('says of every zone that may be needled how, at home and in a clinic, and of no other', () => {
    for (const zone of zones)
      for (const setting of ['home', 'professional'] as const)
        expect(zoneProtocol(zone, setting) !== undefined, `${zone} ${setting}`).toBe(!isNoGo(zone));
  });

  it('says of every kind of product from when on it may touch needled skin', () => {
    const named = new Set(builtInPack.aftercare.items.flatMap((i) => i.products));
    expect(productKinds.filter((k) => !named.has(k))).toEqual([]);
  });
});

describe('a pack of somebody else', () => {
  it('may be stricter', () => {
    const stricter = changed((p) => {
      for (const z of p.zones) Object.assign(z, { intervalDaysMin: 35, intervalDays: 42, needleLengthMmMax: 0.25 });
      p.hygiene.needle.contactSeconds = 900;
      p.mostNeedleUses = 1;
      for (const i of p.aftercare.items) i.fromHours += 24;
    });
    expect(checkPack(stricter)).toEqual([]);
  });

  it.each([
    [
      'a longer needle at home',
      (p: ProtocolPack) => Object.assign(p.zones[0] ?? {}, { needleLengthMmMax: 0.75 }),
      '/zones/0/needleLengthMmMax',
    ],
    [
      'a longer needle on thin skin',
      (p) => Object.assign(p.zones[2] ?? {}, { needleLengthMmMax: 1.5 }),
      '/zones/2/needleLengthMmMax',
    ],
    ['a shorter interval', (p) => Object.assign(p.zones[0] ?? {}, { intervalDaysMin: 21 }), '/zones/0/intervalDaysMin'],
    [
      'more passes at home',
      (p) => Object.assign(p.zones[0] ?? {}, { passesPerDirectionMax: 5 }),
      '/zones/0/passesPerDirection',
    ],
    ['blood at home', (p) => Object.assign(p.zones[0] ?? {}, { endpoint: 'pinpoint-bleeding' }), '/zones/0/endpoint'],
    ['a serum at home', (p) => p.zones[0]?.glides.push('serum'), '/zones/0/glides'],
    ['a no-go zone', (p) => p.zones[0]?.zones.push('armpit'), '/zones/0/zones/18'],
    [
      'a shorter contact time',
      (p) => Object.assign(p.hygiene.needle, { contactSeconds: 300 }),
      '/hygiene/needle/contactSeconds',
    ],
    [
      'weak alcohol',
      (p) => Object.assign(p.hygiene.needle, { concentrationPercent: 40 }),
      '/hygiene/needle/concentrationPercent',
    ],
    ['skin that closes sooner', (p) => Object.assign(p, { openHours: 48 }), '/openHours'],
    [
      'an earlier moisturiser',
      (p) => Object.assign(p.aftercare.items[2] ?? {}, { fromHours: 6 }),
      '/aftercare/items/2/fromHours',
    ],
    ['a look left out', (p) => p.checkInsAfterHours.splice(1, 1), '/checkInsAfterHours'],
    ['a gap between phases', (p) => Object.assign(p.aftercare.phases[1] ?? {}, { fromHours: 30 }), '/aftercare/phases/1'],
  ] satisfies [string, (p: ProtocolPack) => unknown, string][])('is refused for %s', (_name, change, at) => {
    expect(codesAt(changed((p) => void change(p)))).toContain(at);
  });

  it('cannot let sport, pool or sun in earlier by leaving the item out', () => {
    fc.assert(
      fc.property(fc.constantFrom(...builtInPack.aftercare.items.filter((i) => i.kind === 'avoid').map((i) => i.id)), (id) => {
        const without = changed((p) => Object.assign(p.aftercare, { items: p.aftercare.items.filter((i) => i.id !== id) }));
        expect(codesAt(without)).toContain('/aftercare/items');
      }),
    );
  });
});
