import { deviceWords } from '@stria/care';
import type { Antiseptic, Device, needleMaterials, Product, ProductKind } from '@stria/record';
import { dayWithYear } from '../../parts/day-words.ts';

/** What the things of the shelf are called. One table a vocabulary, so that none is left out. */
export const materialWords: Record<(typeof needleMaterials)[number], string> = {
  'stainless-steel': 'Stainless steel',
  titanium: 'Titanium',
  other: 'Something else',
  unknown: 'Not known',
};

export const productKindWords: Record<ProductKind, string> = {
  saline: 'Saline (salt water)',
  hydrogel: 'Plain hydrogel',
  moisturiser: 'Moisturiser',
  sunscreen: 'Sunscreen',
  oil: 'Oil',
  cream: 'Cream',
  serum: 'Serum',
  retinoid: 'Retinoid (retinol, tretinoin, adapalene)',
  acid: 'Acid or peel',
  'vitamin-c': 'Vitamin C',
  peroxide: 'Benzoyl peroxide',
  'numbing-cream': 'Numbing cream',
  'make-up': 'Make-up',
  perfumed: 'Something perfumed',
  other: 'Something else',
};

export const useWords = { needle: 'needles', skin: 'skin', surface: 'surfaces' } as const;

export const deviceName = (device: Device): string =>
  device.name ?? `${deviceWords[device.device]}, ${device.needleLengthMm} mm`;

export const usesWords = (uses: number): string =>
  uses === 0 ? 'not used yet' : uses === 1 ? 'used once' : `used ${uses} times`;

/** What stands under a name in a list: everything that was noted, in a few words. */
export const deviceWordsShort = (device: Device, uses: number): string =>
  [
    device.name === undefined ? undefined : `${deviceWords[device.device]}, ${device.needleLengthMm} mm`,
    device.needleCount === undefined ? undefined : `${device.needleCount} needles`,
    usesWords(uses),
    device.expiresOn === undefined ? undefined : `good until ${dayWithYear(device.expiresOn)}`,
  ]
    .filter((w) => w !== undefined)
    .join(' · ');

export const antisepticWords = (antiseptic: Antiseptic): string =>
  [
    antiseptic.concentrationPercent === undefined
      ? antiseptic.agent
      : `${antiseptic.agent}, ${antiseptic.concentrationPercent} %`,
    `for ${antiseptic.meantFor.map((m) => useWords[m]).join(' and ')}`,
    antiseptic.expiresOn === undefined ? undefined : `good until ${dayWithYear(antiseptic.expiresOn)}`,
  ]
    .filter((w) => w !== undefined)
    .join(' · ');

export const productWords = (product: Product): string =>
  [
    productKindWords[product.kind],
    product.sterile ? 'sterile' : 'not sterile',
    product.expiresOn === undefined ? undefined : `good until ${dayWithYear(product.expiresOn)}`,
  ]
    .filter((w) => w !== undefined)
    .join(' · ');
