import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { checkoutFolder } from '../checkout.ts';

/**
 * Type for a printed page: Noto Sans, embedded, so that the page looks the same everywhere and can be searched and read
 * aloud. The font comes in pieces by script; each run of a text is set in the piece that has its letters.
 */
export type Weight = 'regular' | 'strong';

/** A stretch of text in one piece of the font. */
export interface Run {
  readonly font: string;
  readonly text: string;
}
export type Line = readonly Run[];

/** The part of pdfkit that setting type needs. */
export interface Setter {
  registerFont(name: string, path: string): unknown;
  font(name: string): unknown;
  fontSize(pt: number): unknown;
  widthOfString(text: string): number;
}

const scripts = ['latin', 'latin-ext', 'vietnamese', 'greek', 'greek-ext', 'cyrillic', 'cyrillic-ext', 'devanagari'] as const;
const weights = { regular: 400, strong: 700 } as const satisfies Record<Weight, number>;
/** Stands for a letter that no piece of the font has, such as an emoji in a name. */
const REPLACEMENT = '\uFFFD';

/** Makes the pieces of the font known to a document and returns how to set text with them. */
export function newType(document: Setter) {
  const require = createRequire(join(checkoutFolder(), 'apps/server/package.json'));
  const folder = join(dirname(require.resolve('@fontsource/noto-sans/package.json')), 'files');
  const pieces = new Map<string, ReadonlySet<number>>();
  /** The letters of a piece; it is opened when the first text needs it, for most pages need one piece only. */
  const lettersOf = (script: (typeof scripts)[number], weight: Weight): ReadonlySet<number> => {
    const name = `${weight}-${script}`;
    const known = pieces.get(name);
    if (known) return known;
    document.registerFont(name, join(folder, `noto-sans-${script}-${weights[weight]}-normal.woff`));
    document.font(name);
    const { font } = (document as unknown as { _font: { font: { characterSet: number[] } } })._font;
    const letters = new Set(font.characterSet);
    pieces.set(name, letters);
    return letters;
  };
  const fontOf = (letter: string, weight: Weight): string | undefined => {
    const script = scripts.find((s) => lettersOf(s, weight).has(letter.codePointAt(0) ?? 0));
    return script === undefined ? undefined : `${weight}-${script}`;
  };
  const runs = (text: string, weight: Weight): Run[] => {
    const found: { font: string; text: string }[] = [];
    for (const letter of text) {
      const font = fontOf(letter, weight);
      const last = found.at(-1);
      const [name, shown] = font === undefined ? [`${weight}-latin`, REPLACEMENT] : [font, letter];
      if (last?.font === name) last.text += shown;
      else found.push({ font: name, text: shown });
    }
    return found;
  };
  const width = (line: Line, sizePt: number): number => {
    document.fontSize(sizePt);
    return line.reduce((sum, run) => {
      document.font(run.font);
      return sum + document.widthOfString(run.text);
    }, 0);
  };
  return {
    width,
    lines: (text: string, weight: Weight, sizePt: number, widthPt: number) => lines(text, widthPt, measure(weight, sizePt)),
  };

  function measure(weight: Weight, sizePt: number) {
    return (text: string) => {
      const line = runs(text, weight);
      return { line, widthPt: width(line, sizePt) };
    };
  }
}
export type Type = ReturnType<typeof newType>;

/** Breaks a text into lines of at most that width: between words, and inside a word only where it alone is too wide. */
function lines(text: string, widthPt: number, measure: (text: string) => { line: Line; widthPt: number }): Line[] {
  const set: Line[] = [];
  let current = '';
  const close = () => {
    set.push(measure(current).line);
    current = '';
  };
  for (const paragraph of text.split('\n')) {
    for (const word of paragraph.split(/[ \t\r]+/)) {
      const longer = current === '' ? word : `${current} ${word}`;
      if (measure(longer).widthPt <= widthPt) {
        current = longer;
        continue;
      }
      if (current !== '') close();
      current = '';
      for (const letter of word) {
        if (current !== '' && measure(current + letter).widthPt > widthPt) close();
        current += letter;
      }
    }
    close();
  }
  return set;
}
