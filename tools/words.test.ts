import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { screen } from '@stria/care';
import { type Answers, day, fold, parseEntryLines } from '@stria/record';
import { consultSheet, reportPage } from '@stria/report';
import { describe, expect, it } from 'vitest';
import { checkout, modules } from './structure.ts';
import { bannedWords, jsonStrings, passages, said, sentences, stringsOf } from './words.ts';

/** Where a text promises or shames: “place [word]: sentence”, so that a failure says what to write anew. */
const offences = (texts: readonly { readonly at: string; readonly text: string }[]): string[] =>
  texts.flatMap(({ at, text }) => sentences(text).flatMap((s) => said(s).map((word) => `${at} [${word}]: ${s}`)));

function files(folder: string, ending: RegExp): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (['node_modules', 'dist', '.git', '.stria', 'evidence-cache'].includes(name)) return [];
    if (statSync(path).isDirectory()) return files(path, ending);
    return ending.test(name) ? [path] : [];
  });
}

const read = (path: string) => ({ at: relative(checkout, path), text: readFileSync(path, 'utf8') });
const pagesOf = (paths: readonly string[], quoted: (text: string) => string) =>
  paths.map(read).flatMap(({ at, text }) => passages(quoted(text)).map((passage) => ({ at, text: passage })));
const json = (path: string) => jsonStrings(JSON.parse(readFileSync(join(checkout, path), 'utf8')), path);
const evidence = join('docs', 'evidence');

describe('the words of the product', () => {
  it('promise nothing and shame nobody, in every string of every room', () => {
    const texts = modules().flatMap((m) => stringsOf(m.path, m.text).map((text) => ({ at: m.path, text })));
    expect(texts.length).toBeGreaterThan(4000);
    expect(offences(texts)).toEqual([]);
  });

  it('promise nothing and shame nobody in what is no program: the built-in pack, the facts, the page that is loaded first', () => {
    const pack = json('packages/care/src/built-in-pack.json');
    const facts = json('packages/record/src/evidence/facts.json');
    expect(pack.length).toBeGreaterThan(150);
    expect(facts.length).toBeGreaterThan(1500);
    const page = ['apps/web/index.html', 'package.json', 'apps/web/public/app.webmanifest'].map((p) => read(join(checkout, p)));
    expect(offences([...pack, ...facts, ...page])).toEqual([]);
  });

  it('promise nothing and shame nobody, in every document', () => {
    const texts = files(checkout, /\.(md|html)$/).filter((f) => !f.includes(evidence));
    expect(texts.length).toBeGreaterThanOrEqual(15);
    // Words between typographic quotation marks are named, not said: a document has to be able to list what it will not say.
    expect(offences(pagesOf(texts, (text) => text.replaceAll(/“[^”]*”/g, '')))).toEqual([]);
  });

  it('promise nothing and shame nobody on the pages of the sources, whose own titles may stand', () => {
    const pages = files(join(checkout, evidence), /\.md$/);
    expect(pages.length).toBeGreaterThan(150);
    const titles = json('packages/record/src/evidence/sources.json').filter(({ at }) => at.endsWith('/title'));
    const untitled = (text: string) => titles.reduce((rest, title) => rest.replaceAll(title.text, ''), text);
    expect(offences(pagesOf(pages, untitled))).toEqual([]);
  });

  it('promise nothing and shame nobody in the reports and doctor’s sheets that the invented people would print', () => {
    const charts = files(join(checkout, 'scenarios'), /record\.jsonl$/);
    expect(charts.length).toBeGreaterThanOrEqual(5);
    const writtenOn = day('2026-12-01');
    const texts = charts.flatMap((path) => {
      const entries = parseEntryLines(readFileSync(path, 'utf8'));
      if (!entries.ok) throw new Error(`${path} cannot be read`);
      const state = fold(entries.value);
      const answers: Answers | undefined = state.answers?.body;
      const sheet = answers === undefined ? [] : [consultSheet(answers, screen(answers), { writtenOn })];
      return [reportPage(state, { writtenOn }), ...sheet].flatMap((page) => jsonStrings(page, relative(checkout, path)));
    });
    expect(texts.length).toBeGreaterThan(300);
    expect(offences(texts)).toEqual([]);
  });
});

describe('the reader of words', () => {
  it('keeps the points of a list and the fields of a table apart', () => {
    const page = 'It does not\nremove marks.\n\n- no needles\n- removes marks\n\n| never | removes marks |';
    expect(passages(page).flatMap(sentences).flatMap(said)).toEqual(['removes', 'removes']);
  });

  it.each(bannedWords.flatMap(({ word, caught }) => caught.map((sentence) => [word, sentence] as const)))(
    'catches “%s” in: %s',
    (word, sentence) => {
      expect(said(sentence)).toContain(word);
    },
  );

  it.each(bannedWords.flatMap(({ word, passes }) => passes.map((sentence) => [word, sentence] as const)))(
    'lets “%s” pass in: %s',
    (_word, sentence) => {
      expect(said(sentence)).toEqual([]);
    },
  );

  it.each([
    ['a denial of something else', 'It is no cream, but it removes marks.', ['removes']],
    ['a denial in the clause before', 'Nothing hurts: it removes your marks.', ['removes']],
    ['a denial after the word', 'It cures scars, not wrinkles.', ['cures']],
    ['a denial that is none', 'It not only fades, it removes marks.', ['removes']],
    ['a denial far away', 'Not many people who came to us in the first of those long years say it is ugly.', ['ugly']],
  ])('is not led astray by %s', (_what, sentence, words) => {
    expect(said(sentence)).toEqual(words);
  });

  it('reads an element as a whole, joined text as one, and passes over what is quoted', () => {
    const of = (text: string) => stringsOf('x.tsx', text).flatMap(sentences).flatMap(said);
    expect(of('const a = <p>It does <strong>not</strong> remove marks.</p>;')).toEqual([]);
    expect(of('const a = <p>It removes <strong>your marks</strong>.</p>;')).toContain('removes');
    expect(of("const a = 'It removes ' + 'your marks.';")).toEqual(['removes']);
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the gap of a template is what is read here
    expect(of('const a = `It removes ${few} marks.`;')).toEqual(['removes']);
    expect(of('const a = <p>They write <q>removes marks</q>.</p>;')).toEqual([]);
    expect(of("const a = 'Founding text A: it removes the marks.';")).toEqual([]);
    expect(of("const a = 'Text A: it removes the marks.';")).toEqual(['removes']);
    expect(of('const a = <Card title="Flawless" />;')).toEqual(['flaw']);
  });
});
