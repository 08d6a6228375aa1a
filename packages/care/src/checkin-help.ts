import type { SourceId, SymptomCode } from '@stria/record';
import type { Advice } from './checkin.ts';

/**
 * When to get help after needling, as lists that can be read in one breath. The same triage as `advise`, for somebody who has
 * no time for questions; the test beside it holds the two together.
 */
export interface HelpSign {
  readonly says: string;
  /** The symptom codes that the sentence covers. */
  readonly codes: readonly (SymptomCode | 'fever')[];
  readonly sources: readonly SourceId[];
}
export interface HelpList {
  readonly advice: Extract<Advice, 'emergency' | 'doctor-same-day' | 'doctor-24h'>;
  readonly title: string;
  readonly signs: readonly HelpSign[];
}

export const helpLists: readonly HelpList[] = [
  {
    advice: 'emergency',
    title: 'Call your emergency number now if there is',
    signs: [
      {
        says: 'Trouble breathing, or swelling of face, lips or tongue',
        codes: ['wheeze', 'swelling-face-or-lips'],
        sources: ['c19', 'c20'],
      },
      {
        says: 'Fainting, a seizure or an irregular heartbeat',
        codes: ['faint', 'seizure', 'irregular-heartbeat'],
        sources: ['c19', 'c20'],
      },
      { says: 'A temperature of 38 °C or more', codes: ['fever'], sources: ['e18'] },
      { says: 'Redness that spreads fast beyond the needled skin', codes: ['redness-spreading'], sources: ['e18'] },
      {
        says: 'Confusion, a racing pulse at rest, or vomiting',
        codes: ['confusion', 'fast-pulse', 'vomiting'],
        sources: ['e18'],
      },
    ],
  },
  {
    advice: 'doctor-same-day',
    title: 'See a doctor today if there is',
    signs: [
      { says: 'Pus, or a yellow crust', codes: ['pus'], sources: ['e19'] },
      { says: 'A red line that leads away from the place', codes: ['red-streaks'], sources: ['e21'] },
      { says: 'Redness that creeps outwards, even slowly', codes: ['redness-spreading'], sources: ['e19', 'e20'] },
      {
        says: 'Skin that gets hotter, more swollen or more painful after the first day. On brown or black skin redness may be hard to see: heat and pain count as much',
        codes: ['redness', 'heat', 'swelling', 'pain'],
        sources: ['e19', 'e20'],
      },
      { says: 'Shivering, or swollen glands nearby', codes: ['shivering', 'swollen-glands'], sources: ['e19', 'e21'] },
    ],
  },
  {
    advice: 'doctor-24h',
    title: 'See a doctor within 24 hours if there is',
    signs: [
      { says: 'Blisters, or a group of small ones. Do not touch them', codes: ['blisters'], sources: ['e24', 'e25'] },
      {
        says: 'Strong pain that grows, or strong bleeding half a day later',
        codes: ['pain', 'bleeding'],
        sources: ['convention'],
      },
    ],
  },
];

/** What a pack of numbers cannot say: which number it is. Source: convention. */
export const emergencyNumber = {
  says: 'Your emergency number: 112 in Europe, 999 in the United Kingdom, 911 in North America. Elsewhere: the one of the place where you are.',
  sources: ['convention'],
} as const satisfies { says: string; sources: readonly SourceId[] };
