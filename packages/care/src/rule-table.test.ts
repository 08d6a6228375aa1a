import { type Answers, type Day, type Setting, settings, type Zone } from '@stria/record';
import { describe, expect, it } from 'vitest';
import { aftercare, builtInPack, type Level, screen, zonePermission } from './index.ts';

/** Rows of the design that other tests meet in general only, typed again one by one, so that each stands or falls by itself. */
const healthy = (setting: Setting): Answers => ({
  asOf: '2026-03-10' as Day,
  setting,
  ageYears: 30,
  pregnancy: 'no',
  skinType: 'II',
  zones: ['thigh-outer'],
  marks: { stage: 'alba', widestMm: 4, onsetMonthsAgo: 60, fastGrowing: false, causes: ['growth'] },
  signs: [],
  conditions: [],
  medicines: [],
  zoneFindings: [],
  recentProcedures: [],
  allergies: [],
  needle: { device: 'roller', lengthMm: setting === 'home' ? 0.25 : 1.5 },
});
const levelOf = (answers: Answers, code: string): Level | undefined =>
  screen(answers).reasons.find((r) => r.code === code)?.level;

const missing: readonly [code: string, key: keyof Answers][] = [
  ['age-years-missing', 'ageYears'],
  ['pregnancy-missing', 'pregnancy'],
  ['skin-type-missing', 'skinType'],
  ['zones-missing', 'zones'],
  ['marks-missing', 'marks'],
  ['signs-missing', 'signs'],
  ['conditions-missing', 'conditions'],
  ['medicines-missing', 'medicines'],
  ['zone-findings-missing', 'zoneFindings'],
  ['recent-procedures-missing', 'recentProcedures'],
  ['allergies-missing', 'allergies'],
  ['needle-missing', 'needle'],
];
describe('an answer that is missing', () => {
  it.each(missing)('%s asks first, at home and in a clinic', (code, key) => {
    for (const setting of settings) {
      const { [key]: _left, ...rest } = healthy(setting);
      expect(levelOf(rest as Answers, code), setting).toBe('ask-first');
      expect(levelOf(healthy(setting), code), setting).toBeUndefined();
    }
  });
});

const risks: readonly [code: string, more: Partial<Answers>, home: Level, clinic: Level][] = [
  ['cause-corticosteroid-tablet', { marks: { causes: ['corticosteroid-tablet'] } }, 'ask-first', 'ask-first'],
  ['cause-corticosteroid-cream', { marks: { causes: ['corticosteroid-cream'] } }, 'ask-first', 'ask-first'],
  ['cause-corticosteroid-inhaled', { marks: { causes: ['corticosteroid-inhaled'] } }, 'ask-first', 'ask-first'],
  ['zone-chest', { zones: ['chest'] }, 'ask-first', 'ask-first'],
  ['zone-shoulder', { zones: ['shoulder'] }, 'ask-first', 'ask-first'],
  ['zone-upper-back', { zones: ['upper-back'] }, 'ask-first', 'ask-first'],
  ['consult-advised-against', { consult: { on: '2026-03-01' as Day, outcome: 'advised-against' } }, 'do-not', 'do-not'],
];
describe('a risk', () => {
  it.each(risks)('%s has its level', (code, more, home, clinic) => {
    expect(levelOf({ ...healthy('home'), ...more }, code)).toBe(home);
    expect(levelOf({ ...healthy('professional'), ...more }, code)).toBe(clinic);
  });
});

const waits: readonly [code: string, kind: 'chemical-peel' | 'surgery', lastDay: string, over: string][] = [
  ['chemical-peel-recent', 'chemical-peel', '2025-12-11', '2025-12-10'],
  ['surgery-recent', 'surgery', '2025-12-11', '2025-12-10'],
];
describe('a wait of three months', () => {
  it.each(waits)('%s holds to the day before it ends', (code, kind, lastDay, over) => {
    for (const setting of settings) {
      const done = (on: string): Answers => ({ ...healthy(setting), recentProcedures: [{ kind, on: on as Day }] });
      expect(levelOf(done(lastDay), code)).toBe('wait');
      expect(levelOf(done(over), code)).toBeUndefined();
    }
  });
});

const refused: readonly [code: string, zone: Zone][] = [
  ['zone-not-allowed-face', 'face'],
  ['zone-not-allowed-eyelid', 'eyelid'],
  ['zone-not-allowed-lips', 'lips'],
  ['zone-not-allowed-scalp', 'scalp'],
  ['zone-not-allowed-neck', 'neck'],
  ['zone-not-allowed-armpit', 'armpit'],
  ['zone-not-allowed-groin', 'groin'],
  ['zone-not-allowed-genitals', 'genitals'],
  ['zone-not-allowed-nipple-areola', 'nipple-areola'],
  ['zone-not-allowed-navel', 'navel'],
  ['zone-not-allowed-hand', 'hand'],
  ['zone-not-allowed-foot', 'foot'],
];
describe('a no-go zone', () => {
  it.each(refused)('%s is refused on the map and ends alone in do-not', (code, zone) => {
    for (const setting of settings) {
      expect(zonePermission(zone, setting)).toMatchObject({ permission: 'refused', code });
      const verdict = screen({ ...healthy(setting), zones: [zone] });
      expect(verdict.decision).toBe('do-not');
      expect(verdict.reasons.map((r) => r.code)).toContain(code);
    }
  });
});

const items: readonly [id: string, fromHours: number][] = [
  ['cool-saline', 0],
  ['sterile-hydrogel', 0],
  ['bland-moisturiser', 24],
  ['mineral-sunscreen', 24],
  ['make-up', 72],
  ['sport', 72],
  ['pool-sea-sauna', 72],
  ['wraps', 72],
  ['oil', 72],
  ['sun', 168],
  ['retinoid-acid', 168],
  ['perfume', 168],
  ['scrub-shaving', 168],
  ['numbing-cream', 168],
];
const phases: readonly [id: string, fromHours: number][] = [
  ['first-day', 0],
  ['open', 24],
  ['first-week', 72],
  ['after', 168],
];
describe('the days after, in the built-in pack', () => {
  it('have these items and no others', () => {
    expect(builtInPack.aftercare.items.map((i) => i.id)).toEqual(items.map(([id]) => id));
  });
  it.each(items)('%s begins or ends at its hour', (id, fromHours) => {
    expect(builtInPack.aftercare.items.find((i) => i.id === id)?.fromHours).toBe(fromHours);
  });
  it.each(phases)('the phase %s begins at its hour', (id, fromHours) => {
    expect(aftercare(fromHours).phase.id).toBe(id);
    if (fromHours > 0) expect(aftercare(fromHours - 0.01).phase.id).not.toBe(id);
  });
});

const packZones: readonly [code: string, setting: Setting, longestMm: number, passes: number, fewestDays: number][] = [
  ['pack-home-0.5mm', 'home', 0.5, 4, 28],
  ['pack-professional-2mm', 'professional', 2, 15, 14],
  ['pack-professional-1mm', 'professional', 1, 15, 14],
];
describe('the zones of the built-in pack', () => {
  it.each(packZones)('%s: needle, passes and interval at their limits', (_code, setting, longestMm, passes, fewestDays) => {
    const row = builtInPack.zones.find((z) => z.setting === setting && z.needleLengthMmMax === longestMm);
    expect([row?.passesPerDirectionMax, row?.intervalDaysMin, row?.intervalDays]).toEqual([passes, fewestDays, 28]);
  });
});
