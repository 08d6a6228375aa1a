import type { FactId } from '@stria/record';

/**
 * What was published about microneedling of stretch marks: sessions against improvement, series by series, each on its own
 * scale. These are other people, rated by other people; nothing here forecasts a person.
 */
export interface PublishedOutcome {
  readonly id: string;
  /** First author and year, or the name that the series goes by here. */
  readonly label: string;
  readonly sessions: { readonly low: number; readonly mid: number; readonly high: number };
  /** People whose result is told, not all who took part. */
  readonly people: number;
  readonly marks: 'red' | 'white' | 'red and white' | 'not said';
  /** Who rated, on which scale. */
  readonly scale: string;
  readonly finding: string;
  /**
   * Improvement as the graders put it, 0 none to 100 like the skin around, where the finding can be read that way: everybody
   * lay within `whole`; `middle` holds the person in the middle or the mean with its standard deviation. Absent where the scale
   * says something else.
   */
  readonly improvementPercent?: { readonly whole: Range; readonly middle: Range; readonly reading: string };
  readonly sources: readonly FactId[];
}
export interface Range {
  readonly low: number;
  readonly high: number;
}

const quarters = 'The four grades are read as quarters, which is our assumption; the person in the middle lies in this one.';

const outcomes: readonly PublishedOutcome[] = [
  {
    id: 'alster-2020',
    label: 'Alster 2020',
    sessions: { low: 1, mid: 1.8, high: 3 },
    people: 25,
    marks: 'not said',
    scale: 'Blinded doctors, quarters of improvement',
    finding: 'All marks improved by at least half; 28 in 100 people by more than three quarters.',
    improvementPercent: {
      whole: { low: 50, high: 100 },
      middle: { low: 50, high: 75 },
      reading: '72 in 100 people lie between half and three quarters.',
    },
    sources: ['a26', 'a27'],
  },
  {
    id: 'body-series-2023',
    label: 'Series of 32, 2023',
    sessions: { low: 1, mid: 2, high: 3 },
    people: 32,
    marks: 'white',
    scale: 'A doctor, 0 to 10; the people themselves gave 5.3',
    finding: 'On average 5.6 of 10, from 3.5 to 8.',
    improvementPercent: {
      whole: { low: 35, high: 80 },
      middle: { low: 44, high: 68 },
      reading: 'Mean with one standard deviation; the middle of the sessions is ours.',
    },
    sources: ['a13', 'a17'],
  },
  {
    id: 'park-2012',
    label: 'Park 2012 (from memory)',
    sessions: { low: 3, mid: 3, high: 3 },
    people: 16,
    marks: 'not said',
    scale: 'Doctors, grades of response',
    finding: '7 of 16 people had a marked to excellent response.',
    improvementPercent: { whole: { low: 0, high: 100 }, middle: { low: 0, high: 50 }, reading: quarters },
    sources: ['a38'],
  },
  {
    id: 'ali-2017',
    label: 'Ali 2017',
    sessions: { low: 6, mid: 6, high: 6 },
    people: 15,
    marks: 'red and white',
    scale: 'Doctors, four grades of response',
    finding: 'Excellent in 40, marked in 27, moderate in 13, minimal in 20 of 100 people; six sessions or more.',
    improvementPercent: { whole: { low: 0, high: 100 }, middle: { low: 50, high: 75 }, reading: quarters },
    sources: ['a19', 'a21'],
  },
  {
    id: 'naspolini-2019',
    label: 'Naspolini 2019',
    sessions: { low: 5, mid: 5, high: 5 },
    people: 20,
    marks: 'white',
    scale: 'The women themselves: how much the skin bothers them (DLQI, 0 to 30)',
    finding: 'Bother fell from 8.4 to 3.2 after three and 2.6 after five sessions, as much as with a laser.',
    sources: ['a08', 'a09', 'a12'],
  },
  {
    id: 'shiraz-2022',
    label: 'Shiraz 2022',
    sessions: { low: 4, mid: 4, high: 4 },
    people: 40,
    marks: 'white',
    scale: 'Area of the largest mark',
    finding: 'It became smaller, as much as with a laser; by how much was not in the text we read.',
    sources: ['a30', 'a31'],
  },
  {
    id: 'nassar-2016',
    label: 'Nassar 2016',
    sessions: { low: 3, mid: 3, high: 3 },
    people: 40,
    marks: 'not said',
    scale: 'Tissue samples',
    finding: 'More collagen in 90 of 100 needled people, against 50 with the other treatment.',
    sources: ['a24', 'a25'],
  },
  {
    id: 'kaur-2024',
    label: 'Kaur 2024',
    sessions: { low: 3, mid: 3, high: 3 },
    people: 15,
    marks: 'not said',
    scale: 'Satisfaction, at week 20; stretch marks and scars together',
    finding: '73 in 100 people were satisfied.',
    sources: ['a34', 'a35'],
  },
];

/** Every series that was read, by number of sessions. */
export const publishedOutcomes = (): readonly PublishedOutcome[] => outcomes;

/** What has to be said beside any picture of these series. */
export const outcomeCautions: readonly { readonly says: string; readonly sources: readonly FactId[] }[] = [
  {
    says: 'Graders differ: after about two sessions one team saw at least half improvement in everybody, another saw 3.5 to 8 of 10.',
    sources: ['a17', 'a26'],
  },
  { says: 'The series are small, 15 to 40 people, and were rated by eye.', sources: ['a01', 'a19', 'a30'] },
  {
    says: 'All of them used longer needles in a clinic. No trial that we found tested needles for the home on stretch marks.',
    sources: ['b13', 'b06'],
  },
  { says: 'Some people changed little: about one in five in the longest course.', sources: ['a19'] },
];
