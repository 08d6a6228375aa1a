import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { dirname } from 'node:path';
import { type FrameGeometry, type FrameSize, frameSizes, frames } from '@stria/imaging';
import { fail, ok, problem, quote, type Result } from '@stria/record';
import PDFDocument from 'pdfkit';
import type { Answer, Command, Input } from './command.ts';
import { makeFolder } from './photo.ts';

/** Landscape, mm. */
const papers = {
  a4: { width: 297, height: 210 },
  letter: { width: 279.4, height: 215.9 },
  a5: { width: 210, height: 148 },
} as const;
type Paper = keyof typeof papers;

/** `stria frame`: the printable frame as a PDF, and where everything lies on it. */
export const frameCommand: Command = {
  name: 'frame',
  summary: 'writes the printable frame that gives photos their scale and colours',
  usage: [
    'stria frame --paper a4|letter|a5 --size large|small --out FILE.pdf',
    '',
    'Print it in colour at 100 % (no "fit to page"), measure the bar of 50 mm, cut along the thin lines: the outer edge and the',
    'window. Prints the geometry as JSON, in millimetres from the outer top-left corner of the frame.',
  ].join('\n'),
  options: { paper: { type: 'string', default: 'a4' }, size: { type: 'string', default: 'large' }, out: { type: 'string' } },
  positionals: 0,
  run,
};

async function run(input: Input): Promise<Result<Answer>> {
  const { paper, size, out } = input.options;
  const wrong = [
    ...(isPaper(paper) ? [] : [invalid('paper', paper, Object.keys(papers))]),
    ...(isSize(size) ? [] : [invalid('size', size, frameSizes)]),
    ...(typeof out === 'string' && out !== ''
      ? []
      : [problem('cli.option-missing', '/out', 'The option --out is missing.', 'Name the file to write: --out frame.pdf.')]),
  ];
  if (!isPaper(paper) || !isSize(size) || typeof out !== 'string' || wrong.length > 0) return fail(...wrong);
  const layout = layOut(paper, frames[size]);
  if (!layout) {
    return fail(
      problem(
        'cli.paper-too-small',
        '/paper',
        `The ${size} frame does not fit on ${paper}.`,
        'Choose larger paper or the small frame.',
      ),
    );
  }
  const folder = await makeFolder(dirname(out));
  if (!folder.ok) return folder;
  try {
    await write(out, frames[size], layout);
  } catch (error) {
    return fail(
      problem(
        'cli.file-unwritable',
        '/out',
        `${quote(out)} cannot be written: ${quote((error as Error).message)}`,
        'Name another file.',
      ),
    );
  }
  return ok({ json: describe(frames[size], paper, layout) });
}

const isPaper = (v: unknown): v is Paper => typeof v === 'string' && Object.hasOwn(papers, v);
const isSize = (v: unknown): v is FrameSize => frameSizes.some((s) => s === v);
const invalid = (name: string, value: unknown, allowed: readonly string[]) =>
  problem(
    'cli.option-invalid',
    `/${name}`,
    `--${name} ${quote(String(value))} is not known.`,
    `Choose one of ${allowed.join(', ')}.`,
  );

interface Layout {
  readonly page: { readonly width: number; readonly height: number };
  /** Outer top-left corner of the frame on the page. */
  readonly at: { readonly x: number; readonly y: number };
  /** Two ends of the check bar on the page. */
  readonly bar: { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number };
}

const BAR_MM = 50;
/** What a printer leaves white at the edge of the paper, and what the bar with its words needs. Source: convention. */
const UNPRINTED_MM = 5;
const BAR_ROOM_MM = 12;

/** The frame in the middle of the page; the bar below it, or upright at its left where there is no room below. */
function layOut(paper: Paper, { outer }: FrameGeometry): Layout | undefined {
  const page = papers[paper];
  const at = { x: (page.width - outer.width) / 2, y: (page.height - outer.height) / 2 };
  if (at.x < UNPRINTED_MM || at.y < UNPRINTED_MM) return undefined;
  if (at.y >= UNPRINTED_MM + BAR_ROOM_MM) {
    const y = at.y + outer.height + BAR_ROOM_MM / 2;
    return { page, at, bar: { x1: (page.width - BAR_MM) / 2, y1: y, x2: (page.width + BAR_MM) / 2, y2: y } };
  }
  const x = at.x - 6;
  if (x < UNPRINTED_MM) return undefined;
  return { page, at, bar: { x1: x, y1: (page.height - BAR_MM) / 2, x2: x, y2: (page.height + BAR_MM) / 2 } };
}

const POINTS_PER_MM = 72 / 25.4;
const CUT_LINE = [150, 150, 150] as const;

async function write(path: string, geometry: FrameGeometry, layout: Layout): Promise<void> {
  const doc = new PDFDocument({
    size: [layout.page.width * POINTS_PER_MM, layout.page.height * POINTS_PER_MM],
    margin: 0,
    // One day for all copies: the same frame is the same file.
    info: { Title: `stria frame, ${geometry.size}`, CreationDate: new Date(Date.UTC(2026, 0, 1)) },
  });
  const file = createWriteStream(path);
  const done = once(file, 'finish');
  doc.pipe(file);
  doc.scale(POINTS_PER_MM);
  drawFrame(doc, geometry, layout);
  drawWords(doc, geometry, layout);
  doc.end();
  await done;
}

type Doc = InstanceType<typeof PDFDocument>;

function drawFrame(doc: Doc, { outer, window, ink, markers, markerCells, patches }: FrameGeometry, { at }: Layout): void {
  doc.save().translate(at.x, at.y);
  doc.lineWidth(0.15).strokeColor([...CUT_LINE]);
  doc.rect(0, 0, outer.width, outer.height).stroke();
  doc.rect(window.x, window.y, window.width, window.height).stroke();
  for (const { x, y, size, bits } of markers) {
    doc
      .rect(x, y, size, size)
      .fillColor([...ink])
      .fill();
    const cell = size / markerCells;
    // White is unprinted paper. Runs along rows and runs along columns overlap, so no hair of ink is left between two cells.
    for (const [r, c, across, down] of runsOf(bits))
      doc.rect(x + (c + 1) * cell, y + (r + 1) * cell, across * cell, down * cell);
    doc.fillColor([255, 255, 255]).fill();
  }
  for (const { x, y, width, height, srgb } of patches)
    doc
      .rect(x, y, width, height)
      .fillColor([...srgb])
      .fill();
  doc.restore();
}

/** Unbroken runs of paper cells: row, column, cells across, cells down. */
function runsOf(bits: readonly string[]): [r: number, c: number, across: number, down: number][] {
  const columns = [0, 1, 2, 3].map((c) => bits.map((row) => row[c]).join(''));
  const runs = (line: string) => [...line.matchAll(/1+/g)].map((m) => [m.index, m[0].length] as const);
  return [
    ...bits.flatMap((row, r) => runs(row).map(([c, n]): [number, number, number, number] => [r, c, n, 1])),
    ...columns.flatMap((column, c) => runs(column).map(([r, n]): [number, number, number, number] => [r, c, 1, n])),
  ];
}

function drawWords(doc: Doc, { window }: FrameGeometry, { at, bar }: Layout): void {
  doc.font('Helvetica').fillColor([60, 60, 60]).strokeColor([60, 60, 60]).lineWidth(0.25);
  const upright = bar.x1 === bar.x2;
  const tick = upright ? ([1.5, 0] as const) : ([0, 1.5] as const);
  doc.moveTo(bar.x1, bar.y1).lineTo(bar.x2, bar.y2).stroke();
  for (const [x, y] of [
    [bar.x1, bar.y1],
    [bar.x2, bar.y2],
  ] as const) {
    doc
      .moveTo(x - tick[0], y - tick[1])
      .lineTo(x + tick[0], y + tick[1])
      .stroke();
  }
  const said = 'This bar is 50 mm long. Measure yours.';
  doc.fontSize(2.6);
  doc.save();
  if (upright) {
    doc
      .rotate(-90, { origin: [bar.x1, bar.y2] })
      .text(said, bar.x1, bar.y2 + 1.4, { width: BAR_MM, align: 'center', lineBreak: false });
  } else {
    doc.text(said, bar.x1, bar.y1 + 1.8, { width: BAR_MM, align: 'center', lineBreak: false });
  }
  doc.restore();
  const lines = [
    'Print in colour at 100 % on matt white paper. Switch off "fit to page".',
    'Measure the bar outside the frame and tell stria what it measures.',
    'Cut along the thin lines: around the outside, and this window.',
    'Lay the frame flat around the marks. Keep fingers and shadows off it.',
  ];
  doc.fontSize(window.width > 100 ? 3.6 : 2.4);
  const step = window.width > 100 ? 7 : 4.8;
  for (const [i, line] of lines.entries()) {
    doc.text(line, at.x + window.x, at.y + window.y + window.height / 2 + (i - 2) * step, {
      width: window.width,
      align: 'center',
      lineBreak: false,
    });
  }
}

function describe(g: FrameGeometry, paper: Paper, { page, at, bar }: Layout) {
  return {
    name: g.name,
    unit: 'mm',
    origin: 'outer top-left corner of the printed side; x to the right, y down',
    outer: g.outer,
    window: g.window,
    paper: { srgb: g.paper },
    ink: { srgb: g.ink },
    dictionary: 'DICT_4X4_50',
    markerCells: g.markerCells,
    bitsMeaning: 'inner 4 x 4 cells, rows top to bottom, 1 = paper, 0 = ink; one cell of ink all around; upright',
    markers: g.markers,
    patches: g.patches,
    page: {
      paper,
      orientation: 'landscape',
      width: page.width,
      height: page.height,
      frameAt: at,
      checkBar: { lengthMm: BAR_MM, ...bar },
    },
  };
}
