import { concernOf, screen } from '@stria/care';
import { type Answers, type Comparison, day, type Entry, fold } from '@stria/record';
import { fact } from '@stria/record/evidence';
import { describe, expect, it } from 'vitest';
import {
  consultSheet,
  expectations,
  NOT_ANSWERED,
  type Page,
  progress,
  reportPage,
  sayAnswers,
  sayComparison,
  sayEstimate,
  sayExamination,
} from './index.ts';

const id = (n: number) => `0190a6c2-7d3e-7000-8000-0000000000${String(n).padStart(2, '0')}`;
const entry = (n: number, at: string, kind: string, body: unknown) =>
  ({
    v: 2,
    id: id(n),
    record: id(0),
    at: `${at}T10:00:00.000Z`,
    offsetMinutes: 0,
    by: { role: 'person' },
    kind,
    body,
  }) as unknown as Entry;
const photo = (n: number, on: string) =>
  entry(n, on, 'photo', {
    original: { sha256: 'a'.repeat(64), bytes: 10, mediaType: 'image/jpeg' },
    widthPx: 100,
    heightPx: 100,
    orientation: 1,
    colourSpace: 'srgb',
    takenOn: on,
    zone: 'hip',
    purpose: n === 1 ? 'baseline' : 'follow-up',
  });
const estimate = (value: number, sd = 0.3) => ({ value, sd });
const comparison = (verdict: Comparison['verdict'], delta: number, followup = 6 + delta): Comparison => ({
  method: 'test',
  comparable: true,
  problems: [],
  registration: null,
  change: {
    contrastDeltaE00: {
      baseline: estimate(6),
      followup: estimate(followup),
      delta: estimate(delta, 0.4),
      smallestRealChange: 0.9,
    },
    widthMm: null,
    areaMm2: null,
    textureRatio: null,
  },
  verdict,
});
const pair = (n: number, at: string, followup: number, c: Comparison) =>
  entry(n, at, 'measurement', { of: 'pair', baseline: id(1), followup: id(followup), comparison: c });
const bother = (n: number, on: string, score: number) => entry(n, on, 'bother', { score, on });
const answers: Answers = {
  asOf: day('2026-03-10'),
  setting: 'home',
  ageYears: 19,
  pregnancy: 'no',
  skinType: 'V',
  zones: ['hip', 'armpit'],
  marks: { stage: 'unsure', widestMm: 12, causes: ['unknown'] },
  signs: [],
  conditions: ['cold-sores'],
  medicines: [{ kind: 'isotretinoin', status: 'stopped', lastTaken: day('2025-12-01') }],
  zoneFindings: [],
  recentProcedures: [],
  needle: { device: 'roller', lengthMm: 0.25 },
};
const textOf = (page: Page): string =>
  page.blocks
    .map((b) =>
      'text' in b ? b.text : 'items' in b ? b.items.join('\n') : 'rows' in b ? b.rows.flat().join('\n') : JSON.stringify(b),
    )
    .join('\n');

describe('what to expect', () => {
  const e = expectations();
  it('is a picture whose every point has a range inside its axes, words and sources that exist', () => {
    expect(e.points.length).toBeGreaterThanOrEqual(4);
    for (const p of e.points) {
      expect(
        p.sessions.low >= e.x.min && p.sessions.high <= e.x.max && p.whole.low >= e.y.min && p.whole.high <= e.y.max,
        p.id,
      ).toBe(true);
      expect(p.says).toContain(`${p.people} people`);
    }
    for (const s of [...e.points, ...e.table.rows, ...e.sentences])
      for (const source of s.sources) expect(fact(source), source).toBeDefined();
  });
  it('says as a table what it shows, and those series too that fit no picture', () => {
    expect(e.table.rows.length).toBeGreaterThan(e.points.length);
    for (const row of e.table.rows) expect(row.cells.length).toBe(e.table.head.length);
  });
  it('says that marks do not disappear, that graders differ, and that it forecasts nobody', () => {
    const said = e.sentences.map((s) => s.says).join(' ');
    for (const words of ['do not disappear', 'does not mean gone', 'Graders differ', 'does not say what will happen to you'])
      expect(said).toContain(words);
  });
});

describe('progress', () => {
  const at = (...entries: Entry[]) => progress(fold(entries));
  it('asks for a first photo, then for a later one', () => {
    expect(at().kind).toBe('no-photo');
    expect(at(photo(1, '2026-01-01'))).toMatchObject({ kind: 'baseline-only', verdictFrom: '2026-03-26' });
  });
  it('is too early before 12 weeks, whatever the photos say', () => {
    const early = at(photo(1, '2026-01-01'), photo(2, '2026-01-22'), pair(3, '2026-01-22', 2, comparison('less-visible', -2)));
    expect(early.kind).toBe('too-early');
    expect(early.verdict).toBeUndefined();
    expect(early.sentence).toContain('26 March 2026');
  });
  const later = [photo(1, '2026-01-01'), photo(2, '2026-04-01'), photo(4, '2026-05-01')];
  it('wants two later photo days', () => {
    expect(at(...later, pair(3, '2026-04-01', 2, comparison('less-visible', -2))).kind).toBe('one-day-only');
  });
  it('then gives the verdict of the newest photo, and worse is possible', () => {
    const worse = at(
      ...later,
      pair(3, '2026-04-01', 2, comparison('less-visible', -2)),
      pair(5, '2026-05-01', 4, comparison('more-visible', 2)),
    );
    expect(worse).toMatchObject({ kind: 'verdict', verdict: 'more-visible' });
    expect(worse.comparison?.sentences.join(' ')).toContain('show both photos to a doctor');
  });
  it('counts the 12 weeks from the first session where there was one', () => {
    const pass = entry(6, '2026-02-01', 'session', {
      session: id(6),
      event: { step: 'passes-done', zone: 'hip', direction: 1, passes: 1 },
    });
    expect(at(photo(1, '2026-01-01'), pass).verdictFrom).toBe('2026-04-26');
  });
  it('shows bother beside the verdict and never merges the two', () => {
    const both = at(
      ...later,
      pair(3, '2026-04-01', 2, comparison('no-change-detected', 0.1)),
      pair(5, '2026-05-01', 4, comparison('no-change-detected', 0.1)),
      bother(7, '2026-01-01', 8),
      bother(8, '2026-05-01', 5),
    );
    expect(both.verdict).toBe('no-change-detected');
    expect(both.bother).toMatchObject({ first: 8, latest: 5 });
    expect(both.sentence).not.toMatch(/8|5 of 10/);
  });
});

describe('a comparison in words', () => {
  it('names every figure with its error and the smallest real change', () => {
    const { headline, sentences } = sayComparison(comparison('less-visible', -2));
    expect(headline).toBe('The marks stand out less than before.');
    expect(sentences[0]).toBe(
      'Contrast of the marks to the skin around: 6.0 ± 0.3 ΔE00 before, 4.0 ± 0.3 ΔE00 after; the difference is more than 0.9, the smallest real change.',
    );
    expect(sentences).toContain('Less visible does not mean gone.');
  });
  it('calls a contrast below the error not measurable, and not gone', () => {
    expect(sayComparison(comparison('less-visible', -5.5)).sentences.join(' ')).toContain(
      'no longer measurable. That does not mean gone.',
    );
  });
  it('never says changed below the smallest real change', () => {
    expect(sayComparison(comparison('no-change-detected', -0.5)).sentences[0]).toContain('within 0.9');
  });
  it('keeps a digit that shows', () => expect(sayEstimate({ value: 0.04, sd: 0.02 }, 1)).toBe('0.04 ± 0.02'));
  it('says of a photo without a frame why its error is wider', () => {
    const empty = {
      areaFraction: null,
      deltaL: null,
      deltaA: null,
      deltaB: null,
      widthMm: null,
      areaMm2: null,
      lengthMm: null,
      textureRatio: null,
    };
    const said = sayExamination({
      method: 't',
      usable: false,
      problems: [{ code: 'frame-missing', says: 'No frame.', mend: 'Print one.' }],
      scale: null,
      colour: null,
      marks: { ...empty, confidence: 1, stage: null, contrastDeltaE00: estimate(5) },
      adjacentSkin: null,
    });
    expect(said.headline).toContain('not fit to be compared');
    expect(said.sentences).toEqual([
      'Contrast of the marks to the skin around: 5.0 ± 0.3 ΔE00.',
      'The colours are not calibrated: no frame was in view, so the error is wider.',
      'No frame. Print one.',
    ]);
  });
});

describe('the sheet for the doctor', () => {
  const verdict = screen(answers);
  const page = consultSheet(answers, verdict, { writtenOn: day('2026-03-11'), alias: 'Ada' });
  const text = textOf(page);
  it('holds every answer, the zones, the device and every reason', () => {
    for (const { id, question, answer } of sayAnswers(answers)) {
      if (id === 'consult') continue;
      expect(text).toContain(question);
      if (answer !== NOT_ANSWERED) expect(text).toContain(answer);
    }
    expect(text).not.toContain('What did the doctor say?');
    const open = (code: string) => concernOf(code) === 'left-open';
    for (const r of verdict.reasons.filter((x) => !open(x.code))) expect(text).toContain(r.says);
    for (const words of [
      'hip',
      'armpit',
      'roller, needles of 0.25 mm',
      'Left open: How many months ago',
      'Cause not known',
      'last on 1 December 2025',
    ])
      expect(text).toContain(words);
  });
  it('asks the doctor what these answers raise, and leaves room for the answer', () => {
    expect(text).toContain('too much cortisol?');
    expect(text).toContain('herpes virus');
    expect(page.blocks.filter((b) => b.type === 'lines').length).toBe(3);
    expect(text).toContain('Not medical advice');
  });
});

describe('the report', () => {
  const state = fold([
    entry(10, '2026-01-01', 'person', { alias: 'Ada', invented: true }),
    entry(11, '2026-03-10', 'answers', answers),
    photo(1, '2026-01-01'),
    photo(2, '2026-05-01'),
    pair(3, '2026-05-01', 2, comparison('less-visible', -6, 0)),
    bother(4, '2026-01-01', 8),
    entry(12, '2026-03-11', 'session', {
      session: id(12),
      event: {
        step: 'started',
        n: 1,
        zones: ['hip'],
        device: 'roller',
        needleLengthMm: 0.25,
        needle: 'new-sealed-sterile',
        usesBefore: 0,
        answers: id(11),
      },
    }),
    entry(13, '2026-03-11', 'session', {
      session: id(12),
      event: { step: 'passes-done', zone: 'hip', direction: 1, passes: 3 },
    }),
    entry(14, '2026-03-12', 'check-in', { session: id(12), report: { hoursSinceSession: 24, symptoms: [{ code: 'pus' }] } }),
  ]);
  const page = reportPage(state, { writtenOn: day('2026-05-02') });
  const text = textOf(page);
  it('says where things stand, what was done, and what each photo says', () => {
    for (const words of [
      'This person is invented',
      '8 of 10',
      'See a doctor today',
      'roller, 0.25 mm',
      'Cause not known',
      'Do not needle',
    ]) {
      if (words !== 'Do not needle') expect(text).toContain(words);
    }
    expect(page.blocks.filter((b) => b.type === 'photo').length).toBe(2);
  });
  it('says of a contrast of nothing that it does not mean gone, and that it is no advice', () => {
    expect(text).toContain('does not mean gone');
    expect(text).toContain('Not medical advice');
  });
  it('of an empty chart is a page all the same', () => {
    expect(textOf(reportPage(fold([]), { writtenOn: day('2026-05-02') }))).toContain('The questions have not been answered.');
  });
});

describe('every string of a page', () => {
  it('promises nothing and shames nobody', () => {
    const banned =
      /\b(removes?|eliminat\w*|cures?|heals?|healing|guarantee\w*|safe(ly)?|clinically proven|medical grade|perfect|flaw|ugly|defect|better skin)\b/i;
    const denied = /\b(not|never|no|nobody|none|without)\b/i;
    const said = [
      ...textOf(consultSheet(answers, screen(answers), { writtenOn: day('2026-03-11') })).split(/[\n.]/),
      ...JSON.stringify(expectations()).split(/[".]/),
      ...JSON.stringify(sayComparison(comparison('less-visible', -2))).split(/[".]/),
    ];
    expect(said.length).toBeGreaterThan(150);
    expect(said.filter((s) => banned.test(s) && !denied.test(s))).toEqual([]);
  });
});
