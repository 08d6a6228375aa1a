import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { answer, begin, heading, press, visit } from '../person.ts';
import { stage } from './stage.ts';

const here = stage();
const where = 'Where are the marks that you think of needling?';
/** Written down here once more, apart from the product: what nobody may needle. */
const noGo = [
  'face',
  'eyelid',
  'lips',
  'scalp',
  'neck',
  'armpit',
  'groin',
  'genitals',
  'nipple-areola',
  'navel',
  'hand',
  'foot',
];

async function atTheMap(viewport = { width: 360, height: 740 }): Promise<Page> {
  const page = await here.visitor({ viewport });
  await begin(page, here.address);
  await answer(page, 'How old are you?', ['27']);
  await answer(page, 'Are you pregnant or nursing?', ['No, or it cannot apply']);
  await heading(page, where).waitFor();
  await page.locator('svg.body').waitFor();
  return page;
}

/** What the list says is chosen: the labels of its ticked boxes. */
const ticked = (page: Page) =>
  page
    .locator('.places-list input')
    .evaluateAll((all) => all.flatMap((b) => ((b as HTMLInputElement).checked ? [b.getAttribute('aria-label') ?? ''] : [])));
/** What the map shows as chosen. */
const drawn = (page: Page) =>
  page
    .locator('svg.body .zone-chosen')
    .evaluateAll((all) => all.map((p) => `${p.getAttribute('data-side')} ${p.getAttribute('data-zone')}`));

/** Every second pixel of the window that belongs to a region and to nothing above it, well inside; the map is scrolled there. */
const pixelsOf = (page: Page, zone: string, side: string) =>
  page.evaluate(
    ([z, s]) => {
      const path = document.querySelector<SVGGeometryElement>(`svg.body [data-zone="${z}"][data-side="${s}"]`);
      if (!path) throw new Error(`no region ${z} ${s}`);
      path.scrollIntoView({ block: 'center' });
      const box = path.getBoundingClientRect();
      const mine = new Set<string>();
      const [left, top] = [2 * Math.ceil(box.left / 2), 2 * Math.ceil(box.top / 2)];
      for (let y = top; y < box.bottom; y += 2)
        for (let x = left; x < box.right; x += 2) if (document.elementFromPoint(x, y) === path) mine.add(`${x} ${y}`);
      const inner = (x: number, y: number) =>
        [
          [2, 0],
          [-2, 0],
          [0, 2],
          [0, -2],
        ].every(([dx = 0, dy = 0]) => mine.has(`${x + dx} ${y + dy}`));
      return [...mine].map((p) => p.split(' ').map(Number) as [number, number]).filter(([x, y]) => inner(x, y));
    },
    [zone, side] as const,
  );

async function tap(page: Page, zone: string, side: string): Promise<void> {
  const pixels = await pixelsOf(page, zone, side);
  const [x, y] = pixels[Math.floor(pixels.length / 2)] ?? [];
  if (x === undefined || y === undefined) throw new Error(`nothing of ${side} ${zone} can be hit`);
  await page.mouse.click(x, y);
}

/** Somebody who is seen from the front has the left hip on the right of the picture. */
const leansTo = (page: Page, zone: string, side: string) =>
  page.locator(`svg.body [data-zone="${zone}"][data-side="${side}"]`).evaluate((path) => {
    const [region, whole] = [path.getBoundingClientRect(), path.closest('svg')?.getBoundingClientRect()];
    if (!whole) throw new Error('no map');
    return region.left + region.width / 2 > whole.left + whole.width / 2
      ? 'right half of the picture'
      : 'left half of the picture';
  });

const view = (page: Page, name: 'Front' | 'Back') => page.getByRole('button', { name, exact: true }).click();

describe('places where needles never go', () => {
  it('S-19 a tap on the face or an armpit chooses nothing and says why, with a source', async () => {
    const page = await atTheMap();
    for (const [zone, side, name] of [
      ['face', 'middle', 'face'],
      ['armpit', 'left', 'armpit'],
      ['armpit', 'right', 'armpit'],
    ] as const) {
      await tap(page, zone, side);
      const said = page.getByRole('status').filter({ hasText: 'This place cannot be chosen' });
      await said.waitFor();
      expect(await said.textContent()).toContain(`No needles on the ${name}`);
      if (!(await said.locator('details').evaluate((d) => (d as HTMLDetailsElement).open)))
        await said.getByText('Why?').click();
      await said.getByRole('link', { name: 'Read more' }).first().waitFor();
      expect(await said.locator('li').textContent()).toContain('ounding text');
      expect(await ticked(page)).toEqual([]);
    }
    await press(page, 'Go on');
    await page.getByRole('alert').getByText('Choose at least one place.').waitFor();
  });

  it('S-19 in the list, too, none of them can be ticked, and each gives its reason', async () => {
    const page = await atTheMap();
    await page.getByText('Choose from a list').click();
    const offered = await page
      .locator('.places-list input')
      .evaluateAll((all) => all.map((b) => b.getAttribute('aria-label') ?? ''));
    expect(offered.length).toBeGreaterThan(25);
    expect(offered.filter((o) => /face|eyelid|lips|scalp|neck|armpit|groin|genital|navel|hand|foot/i.test(o))).toEqual([]);
    await page.getByText(/^Places where needles never go/).click();
    for (const name of ['Face', 'Armpit', 'Eyelid', 'Groin']) {
      await press(page, name);
      const said = page.getByRole('status').filter({ hasText: `No needles on the ${name.toLowerCase()}` });
      const why = said.locator('details.sources');
      if ((await why.getAttribute('open')) === null) await why.locator('summary').click();
      await why.getByRole('listitem').first().waitFor();
      expect(await ticked(page)).toEqual([]);
    }
  });

  it('S-19 is refused in a clinic as at home', async () => {
    const page = await atTheMap();
    await page.goto(`${here.address}/#/start/questions/setting`);
    await answer(page, 'Where would the needling be done?', ['In a clinic, by a professional']);
    await visit(page, here.address, '/start/questions/zones', where);
    await tap(page, 'face', 'middle');
    await page.getByText('This place cannot be chosen').waitFor();
    expect(await ticked(page)).toEqual([]);
  });

  it('S-20 of 1 000 random points none is accepted inside a no-go region, front and back', async () => {
    const page = await atTheMap({ width: 1280, height: 1000 });
    let seed = 20_260_302;
    const next = () => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed / 2_147_483_648;
    };
    let accepted = 0;
    let refused = 0;
    for (const side of ['Front', 'Back'] as const) {
      let before: string | undefined;
      await view(page, side);
      await page.locator('svg.body').evaluate((svg) => svg.scrollIntoView({ block: 'center' }));
      const box = await page.locator('svg.body').boundingBox();
      if (box === null) throw new Error('no map');
      for (let i = 0; i < 500; i += 1) {
        const [x, y] = [Math.round(box.x + next() * box.width), Math.round(box.y + next() * box.height)];
        await page.mouse.click(x, y);
        const { forbidden, after } = await page.evaluate(
          ([px, py, names]) => {
            const svg = document.querySelector<SVGSVGElement>('svg.body');
            const matrix = svg?.getScreenCTM()?.inverse();
            if (!svg || !matrix) throw new Error('no map');
            const point = new DOMPoint(px, py).matrixTransform(matrix);
            const shapes = [...svg.querySelectorAll<SVGGeometryElement>('[data-zone]')];
            const boxes = [...document.querySelectorAll<HTMLInputElement>('.places-list input')];
            return {
              forbidden: shapes.some((p) => names.includes(p.dataset.zone ?? '') && p.isPointInFill(point)),
              // The list, and the map where it shows more than the list could.
              after: [
                ...boxes.filter((b) => b.checked).map((b) => b.getAttribute('aria-label')),
                ...shapes.filter((p) => p.classList.contains('zone-chosen')).map((p) => `${p.dataset.side} ${p.dataset.zone}`),
              ].join(),
            };
          },
          [x, y, noGo] as const,
        );
        if (before !== undefined && after !== before) accepted += 1;
        if (forbidden && before !== undefined) {
          refused += 1;
          expect(after, `${side} ${x} ${y}`).toBe(before);
        }
        before = after;
      }
    }
    expect(accepted).toBeGreaterThan(250);
    expect(refused).toBeGreaterThan(50);
  });

  it('S-20 the breast is a ring: its shape leaves the nipple disc out, and a tap there chooses nothing', async () => {
    const page = await atTheMap();
    for (const side of ['left', 'right'] as const) {
      const inRing = await page.evaluate((s) => {
        const shape = (zone: string) =>
          document.querySelector<SVGGeometryElement>(`svg.body [data-zone="${zone}"][data-side="${s}"]`);
        const [ring, disc] = [shape('breast'), shape('nipple-areola')];
        if (!ring || !disc) throw new Error('no breast');
        const [around, within] = [ring.getBBox(), disc.getBBox()];
        if (within.x < around.x || within.x + within.width > around.x + around.width)
          throw new Error('the disc lies beside the ring');
        let inside = 0;
        for (let i = 0; i < 400; i += 1) {
          const [a, r] = [i * 2.399963, Math.sqrt(i / 400) * 0.97];
          const point = new DOMPoint(
            within.x + within.width / 2 + (Math.cos(a) * r * within.width) / 2,
            within.y + within.height / 2 + (Math.sin(a) * r * within.height) / 2,
          );
          if (ring.isPointInFill(point)) inside += 1;
        }
        return inside;
      }, side);
      expect(inRing).toBe(0);
      await tap(page, 'nipple-areola', side);
      await page.getByText('This place cannot be chosen').waitFor();
      expect(await ticked(page)).toEqual([]);
      await tap(page, 'breast', side);
      expect(await drawn(page)).toContain(`${side} breast`);
      await tap(page, 'breast', side);
    }
  });

  it('S-20 on a phone every region that may be chosen is at least 24 by 24 pixels, what lies on top taken off', async () => {
    const page = await atTheMap();
    let measured = 0;
    for (const side of ['Front', 'Back'] as const) {
      await view(page, side);
      const all = await page
        .locator('svg.body .zone')
        .evaluateAll((paths) =>
          paths.map((p) => [p.getAttribute('data-zone') ?? '', p.getAttribute('data-side') ?? ''] as const),
        );
      for (const [zone, s] of all) {
        const pixels = await pixelsOf(page, zone, s);
        const [xs, ys] = [pixels.map((p) => p[0]), pixels.map((p) => p[1])];
        // A rim of two to four pixels was left out on every side.
        expect(Math.max(...xs) - Math.min(...xs) + 4, `${s} ${zone}, wide`).toBeGreaterThanOrEqual(24);
        expect(Math.max(...ys) - Math.min(...ys) + 4, `${s} ${zone}, high`).toBeGreaterThanOrEqual(24);
        expect(pixels.length * 4, `${s} ${zone}, area`).toBeGreaterThanOrEqual(24 * 16);
        measured += 1;
      }
    }
    expect(measured).toBeGreaterThan(40);
  });

  it('S-20 the map and the list agree, left is the person’s left, and both sides are kept as both', async () => {
    const page = await atTheMap();
    await tap(page, 'hip', 'left');
    expect(await ticked(page)).toEqual(['Left hip']);
    expect(await leansTo(page, 'hip', 'left')).toBe('right half of the picture');
    await page.getByText('Choose from a list').click();
    await page.getByLabel('Left outer thigh').check();
    expect((await drawn(page)).sort()).toEqual(['left hip', 'left thigh-outer']);
    await view(page, 'Back');
    expect((await drawn(page)).sort()).toEqual(['left hip', 'left thigh-outer']);
    expect(await leansTo(page, 'hip', 'left')).toBe('left half of the picture');
    await tap(page, 'hip', 'right');
    expect((await ticked(page)).sort()).toEqual(['Left hip', 'Left outer thigh', 'Right hip']);
    await page.getByText('Left and right are mixed').waitFor();
    await press(page, 'Go on');
    await heading(page, 'What colour are the marks?').waitFor();
    await visit(page, here.address, '/start/questions/review', 'Look at your answers');
    await page.getByText('hip, outer thigh (both sides)').waitFor();
  });
});
