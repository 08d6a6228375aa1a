/**
 * The printed frame that a person lays around the marks: eight markers tell where each millimetre of the paper lies in the
 * photo, grey and coloured patches tell the light. Lengths in mm from the outer top-left corner of the printed side, x to the
 * right, y down. The small frame is the large one at 0.6 of the size, for curved places.
 */
export const frameSizes = ['large', 'small'] as const;
export type FrameSize = (typeof frameSizes)[number];

export type Point = readonly [x: number, y: number];
export type Srgb = readonly [r: number, g: number, b: number];

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const sides = ['top', 'bottom', 'left', 'right'] as const;
export type FrameSide = (typeof sides)[number];

export interface Marker {
  readonly id: number;
  readonly place: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** Clockwise from the marker's own top-left. */
  readonly corners: readonly [Point, Point, Point, Point];
  /** Inner 4 x 4 cells, rows from the top, '1' = paper; one cell of ink lies all around. */
  readonly bits: readonly [string, string, string, string];
}

export interface Patch extends Box {
  readonly id: string;
  readonly side: FrameSide;
  readonly colour: PatchColour;
  readonly srgb: Srgb;
  /** Of the greys only. */
  readonly reflectance?: number;
}

export interface FrameGeometry {
  readonly name: string;
  readonly size: FrameSize;
  readonly outer: Box;
  /** Cut out: the skin shows here. */
  readonly window: Box;
  readonly paper: Srgb;
  readonly ink: Srgb;
  /** Cells along a marker's side, the border of ink included. */
  readonly markerCells: number;
  readonly markers: readonly Marker[];
  readonly patches: readonly Patch[];
}

/** Nominal colours of the patches; a home print comes near them, no nearer. Source: convention. */
const colours = {
  grey18: [118, 118, 118],
  grey25: [137, 137, 137],
  grey35: [160, 160, 160],
  grey50: [188, 188, 188],
  black: [52, 52, 52],
  'skin-pale': [230, 198, 178],
  'skin-light': [194, 150, 130],
  'skin-tan': [150, 105, 80],
  'skin-dark': [95, 65, 52],
  red: [175, 54, 60],
  yellow: [220, 190, 60],
  green: [80, 140, 80],
  blue: [70, 90, 150],
  magenta: [180, 90, 140],
} as const satisfies Record<string, Srgb>;
export type PatchColour = keyof typeof colours;

const reflectances: Partial<Record<PatchColour, number>> = { grey18: 0.18, grey25: 0.25, grey35: 0.35, grey50: 0.5 };

/** Inner cells of DICT_4X4_50, ids 0 to 15, row after row; two of them differ in at least 4 cells in any turn. Source: convention (OpenCV). */
const codes = [
  '1011 0101 0011 0010',
  '0000 1111 1001 1010',
  '0011 0011 0010 1101',
  '1001 1001 0100 0110',
  '0101 0100 1001 1110',
  '0111 1001 1100 1101',
  '1001 1110 0010 1110',
  '1100 0100 1111 0010',
  '1111 1110 1101 1010',
  '1100 1111 0101 0110',
  '1111 1001 1001 0001',
  '0001 0001 1010 0111',
  '0000 1110 1011 0111',
  '0010 1010 0000 1111',
  '0010 0100 1011 0001',
  '0010 0110 0011 1110',
] as const;

const places: readonly (readonly [string, number, number])[] = [
  ['top left', 2.5, 2.5],
  ['top right', 167.5, 2.5],
  ['bottom right', 167.5, 117.5],
  ['bottom left', 2.5, 117.5],
  ['top middle', 85, 2.5],
  ['bottom middle', 85, 117.5],
  ['left middle', 2.5, 60],
  ['right middle', 167.5, 60],
];

const acrossMm = [19, 28, 37, 46, 55, 64, 73, 101, 110, 119, 128, 137, 146, 155];
const downMm = [19, 28, 37, 46, 78, 87, 96, 105];
const rows: Record<FrameSide, readonly PatchColour[]> = {
  top: [
    ...(['grey18', 'skin-pale', 'red', 'grey50', 'blue', 'skin-tan', 'yellow'] as const),
    ...(['skin-light', 'green', 'grey25', 'magenta', 'skin-dark', 'black', 'grey35'] as const),
  ],
  bottom: [
    ...(['grey35', 'black', 'skin-light', 'grey18', 'yellow', 'skin-dark', 'magenta'] as const),
    ...(['skin-pale', 'green', 'grey50', 'red', 'skin-tan', 'blue', 'grey25'] as const),
  ],
  left: ['grey18', 'grey50', 'grey35', 'grey25', 'grey50', 'grey18', 'grey25', 'grey35'],
  right: ['grey35', 'grey25', 'grey18', 'grey50', 'grey25', 'grey35', 'grey50', 'grey18'],
};

export const frames: Record<FrameSize, FrameGeometry> = {
  large: draw('large', 'stria-frame-1', 1, 0),
  small: draw('small', 'stria-frame-2', 0.6, 8),
};

/** Lays the table out at a size; `firstId` is the id of the marker at the top left. */
function draw(size: FrameSize, name: string, factor: number, firstId: number): FrameGeometry {
  const mm = (v: number) => Math.round(v * factor * 10) / 10;
  const box = (x: number, y: number, width: number, height: number): Box => ({
    x: mm(x),
    y: mm(y),
    width: mm(width),
    height: mm(height),
  });
  const markers = places.map(([place, x, y], i): Marker => {
    const [left, top, right, bottom] = [mm(x), mm(y), mm(x + 12), mm(y + 12)];
    const corners = [
      [left, top],
      [right, top],
      [right, bottom],
      [left, bottom],
    ] as const;
    const bits = (codes[firstId + i] as string).split(' ') as [string, string, string, string];
    return { id: firstId + i, place, x: left, y: top, size: mm(12), corners, bits };
  });
  const patches = sides.flatMap((side) =>
    rows[side].map((colour, i): Patch => {
      const level = side === 'top' || side === 'bottom';
      const along = (level ? acrossMm : downMm)[i] as number;
      const at = level ? box(along, side === 'top' ? 2.5 : 117.5, 8, 12) : box(side === 'left' ? 2.5 : 167.5, along, 12, 8);
      const reflectance = reflectances[colour];
      return { id: `${side}-${i + 1}`, side, colour, ...at, srgb: colours[colour], ...(reflectance ? { reflectance } : {}) };
    }),
  );
  return {
    name,
    size,
    outer: box(0, 0, 182, 132),
    window: box(17, 17, 148, 98),
    paper: [240, 240, 240],
    ink: [36, 36, 36],
    markerCells: 6,
    markers,
    patches,
  };
}
