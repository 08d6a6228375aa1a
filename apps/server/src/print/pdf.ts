import { buffer } from 'node:stream/consumers';
import type { Block, Page } from '@stria/report';
import PDFDocument from 'pdfkit';
import type { PrintedPhoto } from './photo.ts';
import { type Line, newType, type Setter, type Type, type Weight } from './type.ts';

/**
 * A page of blocks as a PDF: A4, tagged (headings, lists, tables and figures are named as such, for those who have it read
 * aloud), fonts embedded. The same page and photos give the same bytes.
 */
const PAGE = { widthPt: 595.28, heightPt: 841.89, marginPt: 56, footPt: 36 } as const;
const TEXT_WIDTH = PAGE.widthPt - 2 * PAGE.marginPt;
const BOTTOM = PAGE.heightPt - PAGE.marginPt - PAGE.footPt;
const LEADING = 1.42;
const ink = { text: '#1b1b1f', quiet: '#55555c', rule: '#c8c8ce' } as const;

interface Look {
  readonly sizePt: number;
  readonly weight: Weight;
  readonly beforePt: number;
  readonly afterPt: number;
  readonly colour: string;
}
const body: Look = { sizePt: 10, weight: 'regular', beforePt: 0, afterPt: 6, colour: ink.text };
const looks = {
  heading1: { ...body, sizePt: 20, weight: 'strong', afterPt: 8 },
  heading2: { ...body, sizePt: 14, weight: 'strong', beforePt: 14, afterPt: 5 },
  heading3: { ...body, sizePt: 11, weight: 'strong', beforePt: 8, afterPt: 3 },
  body,
  strong: { ...body, weight: 'strong' },
  small: { ...body, sizePt: 8.5, colour: ink.quiet },
  cell: { ...body, sizePt: 9, afterPt: 0 },
  cellHead: { ...body, sizePt: 9, weight: 'strong', afterPt: 0 },
} as const satisfies Record<string, Look>;

/** Photos by the id of their entry; a photo that is not at hand is said to be missing. */
export type Photos = ReadonlyMap<string, PrintedPhoto>;

export async function writePdf(page: Page, photos: Photos): Promise<{ bytes: Buffer; pages: number }> {
  const made = new Date(`${page.writtenOn}T00:00:00Z`);
  const document = new PDFDocument({
    size: [PAGE.widthPt, PAGE.heightPt],
    margin: 0,
    pdfVersion: '1.7',
    tagged: true,
    lang: page.language,
    displayTitle: true,
    bufferPages: true,
    info: { Title: `stria: ${page.title}`, Producer: 'stria', Creator: 'stria', CreationDate: made, ModDate: made },
  });
  const bytes = buffer(document as unknown as NodeJS.ReadableStream & AsyncIterable<Uint8Array>);
  const pen = newPen(document);
  page.blocks.forEach((block, i) => {
    // A heading stays with its photo: it never stands alone at the foot of a page.
    if (block.type === 'heading' && page.blocks[i + 1]?.type === 'photo')
      room(pen, PHOTO_MAX.heightPt + 4 * heightOf(looks.heading2));
    draw[block.type](pen, block as never, photos);
  });
  const pages = foot(document, pen, page.title);
  pen.root.end();
  document.end();
  return { bytes: await bytes, pages };
}

interface Pen {
  readonly document: PDFKit.PDFDocument;
  readonly type: Type;
  readonly root: PDFKit.PDFStructureElement;
  /** Where the next line begins, from the top of the page. */
  y: number;
}

function newPen(document: PDFKit.PDFDocument): Pen {
  const root = document.struct('Document');
  document.addStructure(root);
  return { document, type: newType(document as unknown as Setter), root, y: PAGE.marginPt };
}

/** Makes sure that so much room is left on the page, else begins the next one. */
function room(pen: Pen, heightPt: number): void {
  if (pen.y + heightPt <= BOTTOM) return;
  pen.document.addPage();
  pen.y = PAGE.marginPt;
}

const heightOf = (look: Look): number => look.sizePt * LEADING;

/** Lines of text from (x, y) on, in one element of the structure for each page that they reach. */
function write(
  pen: Pen,
  parent: PDFKit.PDFStructureElement,
  tag: string,
  text: string,
  look: Look,
  xPt: number,
  widthPt: number,
): void {
  const set = pen.type.lines(text, look.weight, look.sizePt, widthPt);
  const element = pen.document.struct(tag);
  parent.add(element);
  pen.y += look.beforePt;
  for (let from = 0; from < set.length; ) {
    room(pen, heightOf(look));
    const fits = Math.max(1, Math.floor((BOTTOM - pen.y) / heightOf(look)));
    const part = set.slice(from, from + fits);
    const top = pen.y;
    element.add(pen.document.markStructureContent(tag));
    writeLines(pen, part, look, xPt, top);
    pen.document.endMarkedContent();
    pen.y += part.length * heightOf(look);
    from += part.length;
  }
  element.end();
  pen.y += look.afterPt;
}

function writeLines(pen: Pen, set: readonly Line[], look: Look, xPt: number, yPt: number): void {
  pen.document.fontSize(look.sizePt).fillColor(look.colour);
  set.forEach((line, i) => {
    let x = xPt;
    for (const run of line) {
      pen.document
        .font(run.font)
        .fontSize(look.sizePt)
        .text(run.text, x, yPt + i * heightOf(look), { lineBreak: false });
      x += pen.type.width([run], look.sizePt);
    }
  });
}

type Draw = { readonly [T in Block['type']]: (pen: Pen, block: Extract<Block, { type: T }>, photos: Photos) => void };

const draw: Draw = {
  heading: (pen, { level, text }) => {
    const look = looks[`heading${level}`];
    room(pen, look.beforePt + heightOf(look) + 3 * heightOf(body)); // a heading never stands alone at the foot of a page
    write(pen, pen.root, `H${level}`, text, look, PAGE.marginPt, TEXT_WIDTH);
  },
  paragraph: (pen, { text, weight }) => write(pen, pen.root, 'P', text, looks[weight ?? 'body'], PAGE.marginPt, TEXT_WIDTH),
  list: (pen, { items }) => {
    const list = pen.document.struct('L');
    pen.root.add(list);
    for (const text of items) {
      const item = pen.document.struct('LI');
      list.add(item);
      room(pen, heightOf(body));
      const top = pen.y;
      write(pen, item, 'Lbl', '•', { ...body, afterPt: 0 }, PAGE.marginPt + 4, 10);
      pen.y = top;
      write(pen, item, 'LBody', text, { ...body, afterPt: 3 }, PAGE.marginPt + 16, TEXT_WIDTH - 16);
      item.end();
    }
    list.end();
    pen.y += 4;
  },
  table: drawTable,
  photo: drawPhoto,
  lines: (pen, { label, count }) => {
    write(pen, pen.root, 'P', label, { ...body, afterPt: 2 }, PAGE.marginPt, TEXT_WIDTH);
    for (let i = 0; i < count; i++) {
      room(pen, 24);
      pen.y += 22;
      rule(pen, PAGE.marginPt, pen.y, TEXT_WIDTH);
    }
    pen.y += 10;
  },
};

/** A line on the paper that nothing reads aloud. */
function rule(pen: Pen, xPt: number, yPt: number, widthPt: number): void {
  pen.document.markContent('Artifact', { type: 'Layout' });
  pen.document
    .moveTo(xPt, yPt)
    .lineTo(xPt + widthPt, yPt)
    .lineWidth(0.5)
    .strokeColor(ink.rule)
    .stroke();
  pen.document.endMarkedContent();
}

function drawTable(pen: Pen, { caption, head, rows }: Extract<Block, { type: 'table' }>): void {
  const widths = columnWidths(pen, head, rows);
  room(pen, heightOf(body) + 4 * heightOf(looks.cell));
  const table = pen.document.struct('Table');
  pen.root.add(table);
  write(pen, table, 'Caption', caption, { ...looks.strong, beforePt: 4, afterPt: 3 }, PAGE.marginPt, TEXT_WIDTH);
  drawRow(pen, table, head, widths, 'TH');
  for (const row of rows) {
    if (pen.y + rowHeight(pen, row, widths, looks.cell) > BOTTOM) repeatHead(pen, head, widths);
    drawRow(pen, table, row, widths, 'TD');
  }
  table.end();
  pen.y += 8;
}

const CELL_GAP = 8;

/** Columns as wide as their content asks, narrow ones first, never narrower than their longest word where that fits. */
function columnWidths(pen: Pen, head: readonly string[], rows: readonly (readonly string[])[]): number[] {
  const free = TEXT_WIDTH - CELL_GAP * (head.length - 1);
  const cells = head.map((h, i) => [h, ...rows.map((r) => r[i] ?? '')]);
  const measure = (text: string) => {
    const set = pen.type.lines(text, 'strong', looks.cell.sizePt, Number.POSITIVE_INFINITY);
    return Math.max(...set.map((line) => pen.type.width(line, looks.cell.sizePt)));
  };
  const least = cells.map((column) => Math.max(...column.flatMap((text) => text.split(/\s+/).map(measure))) + 2);
  const most = cells.map((column) => Math.max(...column.map(measure)) + 2);
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
  if (sum(most) <= free) return most;
  if (sum(least) >= free) return least.map((w) => (w / sum(least)) * free);
  const widths = [...least];
  const narrowFirst = most.map((_, i) => i).sort((a, b) => (most[a] as number) - (most[b] as number));
  let left = free;
  narrowFirst.forEach((column, i) => {
    const others = sum(narrowFirst.slice(i + 1).map((c) => least[c] as number));
    const share = left / (narrowFirst.length - i);
    widths[column] = Math.max(least[column] as number, Math.min(most[column] as number, share, left - others));
    left -= widths[column] as number;
  });
  return widths;
}

function drawRow(
  pen: Pen,
  table: PDFKit.PDFStructureElement,
  cells: readonly string[],
  widths: readonly number[],
  tag: 'TH' | 'TD',
): void {
  const look = tag === 'TH' ? looks.cellHead : looks.cell;
  const set = cells.map((text, i) => pen.type.lines(text, look.weight, look.sizePt, widths[i] as number));
  const height = rowHeight(pen, cells, widths, look);
  // A row taller than a page is cut at its foot: no text of ours comes near that.
  room(pen, height);
  const row = pen.document.struct('TR');
  table.add(row);
  let x: number = PAGE.marginPt;
  set.forEach((cellLines, i) => {
    const cell = pen.document.struct(tag);
    row.add(cell);
    cell.add(pen.document.markStructureContent(tag));
    writeLines(pen, cellLines, look, x, pen.y + 3);
    pen.document.endMarkedContent();
    cell.end();
    x += (widths[i] as number) + CELL_GAP;
  });
  row.end();
  pen.y += height;
  rule(pen, PAGE.marginPt, pen.y, TEXT_WIDTH);
}

const rowHeight = (pen: Pen, cells: readonly string[], widths: readonly number[], look: Look): number =>
  Math.max(...cells.map((text, i) => pen.type.lines(text, look.weight, look.sizePt, widths[i] as number).length)) *
    heightOf(look) +
  6;

/** On a new page the head of the table stands again, for the eye alone: read aloud it is the same table still. */
function repeatHead(pen: Pen, head: readonly string[], widths: readonly number[]): void {
  pen.document.addPage();
  pen.y = PAGE.marginPt;
  pen.document.markContent('Artifact', { type: 'Pagination' });
  let x: number = PAGE.marginPt;
  head.forEach((text, i) => {
    const look = looks.cellHead;
    writeLines(pen, pen.type.lines(text, look.weight, look.sizePt, widths[i] as number), look, x, pen.y + 3);
    x += (widths[i] as number) + CELL_GAP;
  });
  pen.document.endMarkedContent();
  pen.y += rowHeight(pen, head, widths, looks.cellHead);
  rule(pen, PAGE.marginPt, pen.y, TEXT_WIDTH);
}

const PHOTO_MAX = { widthPt: 260, heightPt: 220 } as const;

function drawPhoto(pen: Pen, { photo, caption }: Extract<Block, { type: 'photo' }>, photos: Photos): void {
  const found = photos.get(photo);
  if (!found) {
    write(pen, pen.root, 'P', `${caption}: the photo itself is not in this archive.`, body, PAGE.marginPt, TEXT_WIDTH);
    return;
  }
  const scale = Math.min(PHOTO_MAX.widthPt / found.widthPx, PHOTO_MAX.heightPt / found.heightPx);
  const height = found.heightPx * scale;
  room(pen, height + 2 * heightOf(body) + 12);
  pen.y += 6;
  const figure = pen.document.struct('Figure', { alt: `Photo: ${caption}` });
  pen.root.add(figure);
  figure.add(pen.document.markStructureContent('Figure'));
  pen.document.image(found.jpeg, PAGE.marginPt, pen.y, { width: found.widthPx * scale, height });
  pen.document.endMarkedContent();
  figure.end();
  pen.y += height + 4;
  write(pen, pen.root, 'Caption', caption, looks.small, PAGE.marginPt, TEXT_WIDTH);
}

/** Page numbers, which nothing reads aloud; returns how many pages there are. */
function foot(document: PDFKit.PDFDocument, pen: Pen, title: string): number {
  const { count } = document.bufferedPageRange();
  for (let i = 0; i < count; i++) {
    document.switchToPage(i);
    document.markContent('Artifact', { type: 'Pagination' });
    const line = pen.type.lines(`${title}, page ${i + 1} of ${count}`, 'regular', looks.small.sizePt, TEXT_WIDTH);
    writeLines(pen, line, looks.small, PAGE.marginPt, PAGE.heightPt - PAGE.marginPt);
    document.endMarkedContent();
  }
  return count;
}
