import { type Device, day } from '@stria/record';
import { describe, expect, it } from 'vitest';
import { checkAntiseptic, checkDevice, checkDeviceFor } from './index.ts';

const today = day('2026-04-12');
const roller: Device = {
  device: 'roller',
  needleLengthMm: 0.25,
  needleCount: 192,
  material: 'stainless-steel',
  usedByAnotherPerson: false,
  usesBefore: 0,
};
const codes = (device: Parameters<typeof checkDevice>[0], history?: Parameters<typeof checkDevice>[2]) =>
  checkDevice(device, today, history).map((p) => `${p.code} ${p.at}`);
const known = { uses: 0, bent: false, retired: false };

describe('a needle of the shelf', () => {
  it('may be used when nothing speaks against it', () => {
    expect(codes(roller)).toEqual([]);
    expect(codes({ ...roller, expiresOn: today }, { ...known, uses: 3 })).toEqual([]);
  });

  it('without a length is refused by the name of the field', () => {
    expect(codes({ ...roller, needleLengthMm: undefined })).toEqual(['care.device-field-missing /needleLengthMm']);
    expect(codes({}).map((c) => c.split(' ')[1])).toEqual([
      '/device',
      '/needleLengthMm',
      '/material',
      '/usedByAnotherPerson',
      '/usesBefore',
    ]);
  });

  it('is refused after another person, four uses, its date, a bend, or the bin', () => {
    expect(codes({ ...roller, usedByAnotherPerson: true })).toEqual([
      'care.needle-used-by-another-person /usedByAnotherPerson',
    ]);
    expect(codes(roller, { ...known, uses: 4 })).toEqual(['care.needle-worn /usesBefore']);
    expect(codes({ ...roller, expiresOn: day('2026-04-11') })).toEqual(['care.device-expired /expiresOn']);
    expect(codes(roller, { ...known, bent: true })).toEqual(['care.needle-bent ']);
    expect(codes(roller, { ...known, retired: true })).toEqual(['care.device-retired ']);
  });

  it('of a pen is a cartridge: one session, and its own date', () => {
    const pen: Device = { ...roller, device: 'pen', cartridge: { expiresOn: day('2026-04-11') } };
    expect(codes(pen, { ...known, uses: 1 })).toEqual(['care.cartridge-used /cartridge', 'care.device-expired /expiresOn']);
  });
});

describe('a needle in a session', () => {
  const needs = { setting: 'home', device: 'roller', needleLengthMm: 0.25, passesPerDirection: 3 } as const;
  const found = (device: Partial<Device>, more: object = {}) =>
    checkDeviceFor({ ...roller, ...device }, { ...needs, ...more }).map((p) => p.code);
  it('is of the kind that the answers name, and no longer than what was asked about', () => {
    expect(found({})).toEqual([]);
    expect(found({ needleLengthMm: 0.2 })).toEqual([]);
    expect(found({ device: 'stamp' })).toEqual(['care.device-of-another-kind']);
    expect(found({ needleLengthMm: 0.3 })).toEqual(['care.needle-longer-than-planned']);
  });

  it('at home stays under the cap of the intensity, in a clinic the clinician decides', () => {
    expect(found({ needleLengthMm: 1.5 }, { needleLengthMm: 1.5 })).toEqual(['care.intensity-over-home-cap']);
    expect(found({ needleLengthMm: 1.5 }, { needleLengthMm: 1.5, setting: 'professional' })).toEqual([]);
    const dense = checkDeviceFor({ ...roller, needleLengthMm: 0.5, needleCount: 540 }, { ...needs, needleLengthMm: 0.5 });
    expect(dense[0]?.mend).toContain('plan 2 in each direction');
  });
});

describe('an antiseptic of the shelf', () => {
  const alcohol = { name: 'Alcohol', agent: 'isopropyl alcohol', concentrationPercent: 70, meantFor: ['needle' as const] };
  const found = (more: object, of: Parameters<typeof checkAntiseptic>[1] = 'needle') =>
    checkAntiseptic({ ...alcohol, ...more }, of, today).map((p) => p.code);
  it('fits the thing, is in date and strong enough', () => {
    expect(found({})).toEqual([]);
    expect(found({}, 'needle-after')).toEqual([]);
    expect(found({}, 'skin')).toEqual(['care.antiseptic-not-for-this']);
    expect(found({ expiresOn: day('2026-04-11') })).toEqual(['care.disinfectant-expired']);
    expect(found({ concentrationPercent: 50 })).toEqual(['care.disinfectant-strength']);
    expect(found({ concentrationPercent: undefined })).toEqual(['care.disinfectant-strength']);
  });
});
