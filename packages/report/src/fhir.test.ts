import { ENTRY_VERSION, type Entry, fold } from '@stria/record';
import { describe, expect, it } from 'vitest';
import { type Resource, toFhir } from './fhir.ts';

const record = '0190a6c2-7d3e-7000-8000-000000000001';
const idOf = (n: number) => `0190a6c2-7d3e-7000-8000-${String(n).padStart(12, '0')}`;
const entry = (kind: string, body: unknown, n: number): Entry =>
  ({
    v: ENTRY_VERSION,
    id: idOf(n),
    record,
    at: '2026-03-02T10:00:00.000Z',
    offsetMinutes: 60,
    by: { role: 'person' },
    kind,
    body,
  }) as unknown as Entry;

const roller = {
  device: 'roller',
  needleLengthMm: 0.25,
  needleCount: 192,
  material: 'stainless-steel',
  lot: 'LOT-7',
  expiresOn: '2027-01-31',
  usedByAnotherPerson: false,
  usesBefore: 1,
};
const answers = {
  asOf: '2026-03-02',
  setting: 'home',
  ageYears: 30,
  pregnancy: 'no',
  skinType: 'II',
  zones: ['hip'],
  marks: { stage: 'rubra', causes: ['corticosteroid-cream'] },
  signs: [],
  conditions: [],
  medicines: [{ kind: 'corticosteroid-cream-on-zone', status: 'current' }],
  zoneFindings: [],
  recentProcedures: [],
  allergies: [],
  needle: { device: 'roller', lengthMm: 0.25 },
};
const bundleOf = (...entries: Entry[]) => toFhir([fold(entries)], '2026-03-03T00:00:00.000Z');
const of = (resources: ReturnType<typeof bundleOf>, type: string): Resource[] =>
  resources.entry.map((e) => e.resource).filter((r) => r.resourceType === type);
const person = entry('person', { alias: 'Ida', invented: true }, 1);

describe('a chart as FHIR', () => {
  it('has absolute, unique addresses, and every reference lands in the bundle', () => {
    const bundle = bundleOf(person, entry('device', roller, 2), entry('answers', answers, 3));
    const urls = bundle.entry.map((e) => e.fullUrl);
    expect(new Set(urls).size).toBe(urls.length);
    for (const url of urls) expect(url).toMatch(/^https:\/\/stria\.invalid\/fhir\/\w+\/[A-Za-z0-9\-.]{1,64}$/);
    const references = [...JSON.stringify(bundle).matchAll(/"reference":"([^"]+)"/g)].map((m) => m[1]);
    expect(references.length).toBeGreaterThan(3);
    for (const r of references) expect(urls).toContain(`https://stria.invalid/fhir/${r}`);
  });

  it('names the lot, the date, the length and the uses of a roller', () => {
    const [device] = of(bundleOf(person, entry('device', roller, 2)), 'Device');
    expect(device).toMatchObject({ lotNumber: 'LOT-7', expirationDate: '2027-01-31', status: 'active' });
    const text = JSON.stringify(device);
    expect(text).toContain('"value":0.25,"unit":"mm","system":"http://unitsofmeasure.org","code":"mm"');
    expect(text).toContain('"code":"uses"}]},"valueQuantity":[{"value":1,');
  });

  it('takes the lot of a pen from its cartridge, and says when a device was put away', () => {
    const pen = { ...roller, device: 'pen', cartridge: { lot: 'C-1' } };
    const away = entry('device-retired', { device: idOf(2), on: '2026-03-02', way: 'sharps-bin' }, 4);
    expect(of(bundleOf(person, entry('device', pen, 2), away), 'Device')[0]).toMatchObject({
      lotNumber: 'C-1',
      status: 'inactive',
    });
  });

  it('codes marks that came with steroids apart, as something nobody has confirmed', () => {
    const [condition] = of(bundleOf(person, entry('answers', answers, 3)), 'Condition');
    const codes = [...JSON.stringify(condition?.code).matchAll(/"code":"([^"]+)"/g)].map((m) => m[1]);
    expect(codes).toEqual(['L90.6', '201066002', '403648001']);
    expect(JSON.stringify(condition?.verificationStatus)).toContain('unconfirmed');
    const plain = { ...answers, marks: { causes: ['unknown'] } };
    const [other] = of(bundleOf(person, entry('answers', plain, 3)), 'Condition');
    expect(JSON.stringify(other)).not.toContain('403648001');
    expect(JSON.stringify(other)).toContain('not known');
  });

  it('raises a flag for each reason that speaks against needling, and none for a notice', () => {
    const flags = of(bundleOf(person, entry('answers', answers, 3)), 'Flag');
    const codes = flags.map((f) => (f.code as { coding: { code: string }[] }).coding[0]?.code);
    expect(codes).toContain('consult-missing');
    expect(codes.some((c) => c?.includes('corticosteroid-cream'))).toBe(true);
    for (const f of flags) expect(JSON.stringify(f.category)).not.toContain('notice');
  });

  it('holds no empty list, no null and no empty text', () => {
    const bundle = bundleOf(person, entry('device', roller, 2), entry('answers', { asOf: '2026-03-02', setting: 'home' }, 3));
    const walk = (v: unknown): void => {
      expect(v === null || v === '' || v === undefined).toBe(false);
      if (Array.isArray(v)) expect(v.length).toBeGreaterThan(0);
      if (typeof v === 'object' && v !== null) for (const inner of Object.values(v)) walk(inner);
    };
    walk(bundle);
  });
});
