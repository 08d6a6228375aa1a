import ts from 'typescript';

/**
 * What the product never says of itself: a promise that marks go, that something is harmless or proven, and words that shame
 * a body. Allowed: the word denied in its own clause before it is said ("does not remove"), and quotations, which carry a mark
 * of their own (<q>, typographic quotation marks in a document, the title of a source, a founding text named as such).
 */
export interface Banned {
  readonly word: string;
  readonly pattern: RegExp;
  /** Sentences that have to be caught. */
  readonly caught: readonly string[];
  /** Sentences with the same word that have to pass. */
  readonly passes: readonly string[];
}

const marks = `(?:stretch ?marks?|marks?|striae|stria|scars?|lines|them|it all)`;
const few = String.raw`(?:[\w’'…-]+ ){0,4}`;
const take = `(?:products?|methods?|needling|microneedling|needles?|rollers?|rolling|sessions?|courses?|treatments?|creams?|oils?|serums?|laser|stria|apps?|we)`;

export const bannedWords: readonly Banned[] = [
  {
    word: 'removes',
    pattern: new RegExp(
      String.raw`\bremov(?:e|es|ed|ing|al of|als of) ${few}${marks}\b|\b${marks} (?:[\w’'-]+ ){0,3}removed\b|\bmark removal\b`,
      'i',
    ),
    caught: [
      'Removes stretch marks in weeks.',
      'It removes your old white marks.',
      'Your marks are removed.',
      'The removal of all marks takes months.',
      'Stretch mark removal at home',
    ],
    passes: ['It does not remove stretch marks.', 'Remove the roller from its pack.', 'No method removes them.'],
  },
  {
    word: 'eliminates',
    pattern: /\beliminat(?:e|es|ed|ing|ion)\b/i,
    caught: ['Eliminates the colour difference.', 'The pigment difference is eliminated.'],
    passes: ['Nothing eliminates them.', 'The colour was not eliminated.'],
  },
  {
    word: 'cures',
    pattern: /\b(?:cure|cures|cured|curing|curative)\b/i,
    caught: ['It cures scars.', 'A cure for stretch marks.'],
    passes: ['It does not diagnose, treat, cure or prevent any disease.', 'There is no cure.'],
  },
  {
    word: 'heals',
    pattern: new RegExp(
      String.raw`\b${take} (?:[\w’'-]+ ){0,3}(?:heals?|healed)\b|\bheal(?:s|ed|ing)? (?:your |the |these |those |old )+${marks}\b|\bheal(?:s|ed|ing)? your skin\b|\bhealing (?:roller|cream|oil|serum|device|product)\b|\bself-healing\b`,
      'i',
    ),
    caught: [
      'stria heals.',
      'We heal your skin.',
      'Needling gently heals the skin.',
      'It heals the marks.',
      'A healing serum.',
    ],
    passes: [
      'The body heals.',
      'Wounds heal slowly in diabetes.',
      'stria does not heal anything.',
      'A wound that heals badly.',
    ],
  },
  {
    word: 'faster healing',
    pattern:
      /\b(?:faster|quicker|better|speedy|rapid|improved) (?:healing|recovery)\b|\b(?:heals?|healed|recovers?) (?:faster|quicker|better|in no time)\b|\b(?:speeds?|boosts?|shortens?|accelerates?) (?:up )?(?:the |your )?(?:healing|recovery)\b/i,
    caught: ['Faster healing.', 'The skin heals faster with it.', 'It speeds up your healing.', 'Collagen shortens healing.'],
    passes: ['Nobody has shown faster healing.', 'Oil does not speed healing.', 'Healing takes days.'],
  },
  {
    word: 'guaranteed',
    pattern: /\bguarant(?:ee|ees|eed|eeing)\b/i,
    caught: ['Results guaranteed.', 'We guarantee a change.'],
    passes: ['Nothing is guaranteed.', 'This is no guarantee.'],
  },
  {
    word: 'safe',
    pattern:
      /\b(?:safe|safer|safest|safely|harmless|risk-free|foolproof)\b|\b(?:without|with no|no) (?:any )?(?:risks?|side effects?)\b/i,
    caught: [
      'This is safe.',
      'A safe start.',
      'Needle safely at home.',
      'Safer than a laser.',
      'It is harmless.',
      'Risk-free.',
      'Without any risk.',
      'It has no side effects.',
    ],
    passes: ['Nothing here says that needling is safe.', 'It is not harmless.', 'Never called safe.', 'Questions of safety.'],
  },
  {
    word: 'clinically proven',
    pattern:
      /\b(?:clinically|scientifically|medically|doctor)[- ](?:proven|approved|tested)\b|\bproven (?:to|results?|effect)\b|\b(?:dermatologist|doctor)[- ](?:approved|recommended)\b/i,
    caught: ['Clinically proven.', 'Scientifically proven method.', 'Proven to work.', 'Dermatologist-approved.'],
    passes: ['It is not clinically proven.', 'Nothing here is proven to work.'],
  },
  {
    word: 'medical grade',
    pattern: /\b(?:medical|clinical|professional|hospital)[- ]grade\b/i,
    caught: ['A medical-grade roller.', 'Medical grade steel'],
    passes: ['It is not medical grade.'],
  },
  {
    word: 'perfect',
    pattern: /\b(?:im)?perfect(?:ly|ion|ions|ed)?\b/i,
    caught: ['Perfect skin.', 'Works perfectly.', 'Hide each imperfection.'],
    passes: ['No photo is perfect.'],
  },
  {
    word: 'flaw',
    pattern: /\bflaw(?:s|ed|less|lessly)?\b/i,
    caught: ['Hide your flaws.', 'Flawless skin'],
    passes: ['A mark is not a flaw.'],
  },
  {
    word: 'ugly',
    pattern: /\b(?:ugly|uglier|ugliest|unsightly|hideous|disfigur\w+|unattractive|embarrassing)\b/i,
    caught: ['Ugly marks', 'Unsightly lines', 'These embarrassing marks'],
    passes: ['Marks are not ugly.'],
  },
  {
    word: 'defect',
    pattern: /\b(?:defects?|defective|blemish(?:es|ed)?)\b/i,
    caught: ['A skin defect', 'Cover the blemishes'],
    passes: ['A mark is no defect.'],
  },
  {
    word: 'better skin',
    pattern:
      /\b(?:better|beautiful|younger|smoother|new|brand-new) (?:looking )?skin\b|\bskin (?:becomes|gets|looks|is) (?:better|younger|like new)\b/i,
    caught: ['You get better skin.', 'Your skin gets better.', 'Beautiful skin in weeks'],
    passes: ['It does not make better skin.'],
  },
  {
    word: 'disappear',
    pattern: new RegExp(
      String.raw`\b${marks} (?:[\w’'-]+ ){0,3}(?:disappears?|vanish(?:es)?|are gone|be gone|go away)\b|\bget(?:s|ting)? rid of\b|\berases? (?:your |the )?${marks}\b|\b(?:scar|mark|stretch mark)-free\b`,
      'i',
    ),
    caught: ['The marks will disappear.', 'Get rid of marks.', 'Erase your stretch marks', 'Scar-free in weeks'],
    passes: ['Marks do not disappear.', 'They do not vanish.', 'Erase the chart.'],
  },
];

const denial =
  /\b(?:not|never|no|nobody|none|cannot|nothing|neither|nor|without|unlikely|[a-z]+n[’']t|instead of|far from|whether|if)\b/gi;
/** Words that look like a denial and strengthen what follows. */
const falseDenial = /\b(?:not (?:only|just|merely)|no doubt|nothing but|without (?:a )?doubt|no wonder|no matter)\b/gi;
/** So many words may stand between a denial and the word that it denies. */
const REACH_WORDS = 12;

/** The banned words that a sentence says and does not deny. */
export function said(sentence: string): string[] {
  const plain = sentence.replaceAll(/\s+/g, ' ');
  return bannedWords
    .filter(({ pattern }) => pattern.test(plain) && clausesOf(plain).some((clause) => affirms(clause, pattern)))
    .map(({ word }) => word);
}

/** A denial ends where the next clause begins: "It is no cream, but it removes marks" promises. */
const clausesOf = (sentence: string): string[] =>
  sentence.split(/[;:.!?]\s|\s[–—]\s|,? (?:but|yet) |, (?:and |so |then )?(?=(?:it|they|this|that|we|you|stria)\b)/i);

function affirms(clause: string, pattern: RegExp): boolean {
  for (const hit of clause.matchAll(new RegExp(pattern.source, 'gi'))) {
    // A pattern with a gap in it may have swallowed the denial: "marks do not disappear". Its first word is its own.
    const inside = hit[0].split(' ').slice(1, -1).join(' ');
    const before = `${clause.slice(0, hit.index)}${inside}`.replaceAll(falseDenial, ' ');
    const last = [...before.matchAll(denial)].at(-1);
    const between = last === undefined ? '' : before.slice(last.index).trim();
    if (last === undefined || between.split(' ').length > REACH_WORDS) return true;
  }
  return false;
}

/** Text between full stops, without what a founding text says by name: that is quoted, and the ledger answers it. */
export const sentences = (text: string): string[] =>
  text
    .replaceAll(/\s+/g, ' ')
    .replace(/\bFounding texts?(?: [AB])?: .*$/, '')
    .split(/(?<=[.!?;])\s/);

/** Paragraphs, headings, points of a list and fields of a table: no sentence goes from one into the next. */
export const passages = (markdown: string): string[] => markdown.split(/\n\s*\n|\n(?=\s*(?:[-*#|]|\d+\.))|\|/);

const inline = new Set(['strong', 'em', 'b', 'i', 'span', 'Link', 'a', 'abbr', 'small', 'time']);

/**
 * Every text of a source file that could reach a screen: strings, templates, text joined by +, and the text of an element
 * with what stands inline in it as one, so that a <strong> cannot cut a "not" from its verb. What stands in <q> is quoted.
 */
export function stringsOf(path: string, text: string): string[] {
  const found: string[] = [];
  const walk = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
    if (ts.isJsxElement(node) && tag(node) === 'q') return;
    if (ts.isJsxElement(node) || ts.isJsxFragment(node)) {
      if (!(ts.isJsxElement(node) && inline.has(tag(node)))) found.push(ofElement(node));
      else if (!ts.isJsxElement(node.parent) && !ts.isJsxFragment(node.parent)) found.push(ofElement(node));
    }
    if (isJoin(node) && !isJoin(node.parent)) found.push(ofText(node) ?? '');
    else if (!isJoin(node.parent)) {
      const own = ofText(node);
      if (own !== undefined) found.push(own);
    }
    ts.forEachChild(node, walk);
  };
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  walk(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind));
  return found.filter((s) => s.trim() !== '');
}

const tag = (node: ts.JsxElement): string => node.openingElement.tagName.getText();
const isJoin = (node: ts.Node | undefined): boolean =>
  node !== undefined &&
  ts.isBinaryExpression(node) &&
  node.operatorToken.kind === ts.SyntaxKind.PlusToken &&
  ofText(node) !== undefined;

/** A string, a template with gaps, or such joined by +; undefined for everything else. */
function ofText(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node)) return [node.head.text, ...node.templateSpans.map((s) => s.literal.text)].join(' … ');
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.PlusToken) return undefined;
  const [left, right] = [ofText(node.left), ofText(node.right)];
  return left === undefined && right === undefined ? undefined : `${left ?? ' … '}${right ?? ' … '}`;
}

function ofElement(node: ts.JsxElement | ts.JsxFragment): string {
  return node.children
    .map((child) => {
      if (ts.isJsxText(child)) return child.text;
      if (ts.isJsxExpression(child)) return child.expression === undefined ? '' : (ofText(child.expression) ?? ' … ');
      if (ts.isJsxElement(child)) return tag(child) === 'q' ? '' : inline.has(tag(child)) ? ofElement(child) : '. ';
      return ' ';
    })
    .join('');
}

/** Every string value of a JSON document, with its place in it. Keys are names for programs. */
export function jsonStrings(value: unknown, at = ''): { readonly at: string; readonly text: string }[] {
  if (typeof value === 'string') return [{ at, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => jsonStrings(inner, `${at}/${key}`));
}
