import { addDays, bodySchemas, day, ENTRY_VERSION, type Entry, type EntryKind, entryKinds } from '@stria/record';
import fc from 'fast-check';

/**
 * Any valid record, for property tests: the arbitraries are read off the schemas themselves, so that a kind of entry or a
 * field that is added tomorrow is tested tomorrow.
 */
interface Def {
  readonly type: string;
  readonly [key: string]: unknown;
}
const defOf = (schema: unknown): Def => (schema as { _zod: { def: Def } })._zod.def;

export const anyDay = fc.integer({ min: 0, max: 40_000 }).map((n) => addDays(day('1990-01-01'), n));
export const anyInstant = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((d) => d.toISOString());
export const anyUuid = fc.uuid({ version: 7 });
const anyHex = fc.stringMatching(/^[0-9a-f]{64}$/);

/** The arbitrary of a schema; throws on a schema type that it has not met, so that nothing is left out in silence. */
export function arbitraryOf(schema: unknown): fc.Arbitrary<unknown> {
  const def = defOf(schema);
  switch (def.type) {
    case 'object':
      return objectOf(def.shape as Record<string, unknown>);
    case 'optional':
    case 'nullable':
      return def.type === 'nullable' ? fc.option(arbitraryOf(def.innerType), { nil: null }) : arbitraryOf(def.innerType);
    case 'array':
      return fc.array(arbitraryOf(def.element), { minLength: limits(def).min ?? 0, maxLength: 4 });
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries as Record<string, unknown>));
    case 'literal':
      return fc.constantFrom(...(def.values as unknown[]));
    case 'union':
      return fc.oneof(...(def.options as unknown[]).map(arbitraryOf));
    case 'pipe':
      return arbitraryOf(def.in);
    case 'boolean':
      return fc.boolean();
    case 'string':
      return stringOf(def);
    case 'number':
      return numberOf(def);
    case 'custom':
      return anyDay;
    case 'record':
      return fc.dictionary(
        fc.string({ minLength: 1, maxLength: 8 }).filter((k) => k !== '__proto__'),
        fc.jsonValue({ maxDepth: 2 }),
        { maxKeys: 3, noNullPrototype: true },
      );
    default:
      throw new Error(`no arbitrary for a schema of type ${def.type}`);
  }
}

const envelope = fc.record({ id: anyUuid, at: anyInstant, offsetMinutes: fc.integer({ min: -840, max: 840 }) });

/** An entry of a kind in a given chart. */
export const anyEntryOf = (kind: EntryKind, record: string): fc.Arbitrary<Entry> =>
  fc
    .tuple(envelope, arbitraryOf(bodySchemas[kind]))
    .map(([e, body]) => plain({ v: ENTRY_VERSION, ...e, record, by: { role: 'person' }, kind, body }) as Entry);

/** A chart of up to `max` entries of all kinds. */
export const anyRecord = (max = 12): fc.Arbitrary<Entry[]> =>
  anyUuid.chain((record) =>
    fc.uniqueArray(
      fc.constantFrom(...entryKinds).chain((kind) => anyEntryOf(kind, record)),
      { selector: (e) => e.id, minLength: 1, maxLength: max },
    ),
  );

/** What JSON can hold: no -0, no undefined. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

function objectOf(shape: Record<string, unknown>): fc.Arbitrary<unknown> {
  const keys = Object.entries(shape);
  const required = keys.filter(([, s]) => defOf(s).type !== 'optional').map(([k]) => k);
  return fc.record(Object.fromEntries(keys.map(([k, s]) => [k, arbitraryOf(s)])), {
    requiredKeys: required,
    noNullPrototype: true,
  });
}

interface Limits {
  min?: number | undefined;
  max?: number | undefined;
  exclusive?: boolean;
  pattern?: RegExp;
  whole?: boolean;
}

function limits(def: Def): Limits {
  const found: Limits = { whole: def.format === 'safeint' };
  for (const check of (def.checks as unknown[] | undefined) ?? []) {
    const c = defOf(check) as Def & {
      check: string;
      value?: number;
      minimum?: number;
      maximum?: number;
      inclusive?: boolean;
      pattern?: RegExp;
      format?: string;
    };
    if (c.check === 'greater_than') Object.assign(found, { min: c.value, exclusive: c.inclusive === false });
    if (c.check === 'less_than') found.max = c.value;
    if (c.check === 'min_length') found.min = c.minimum;
    if (c.check === 'max_length') found.max = c.maximum;
    if (c.pattern) found.pattern = c.pattern;
    if (c.check === 'number_format') found.whole = true;
  }
  return found;
}

function numberOf(def: Def): fc.Arbitrary<number> {
  const { min = -1e6, max = 1e6, exclusive = false, whole = false } = limits(def);
  if (whole) return fc.integer({ min: Math.ceil(min), max: Math.min(max, 1e6) });
  return fc.double({ min, max, minExcluded: exclusive, noNaN: true, noDefaultInfinity: true });
}

function stringOf(def: Def): fc.Arbitrary<string> {
  const { min = 0, max = 60, pattern } = limits(def);
  if (!pattern)
    return fc.string({ minLength: min, maxLength: Math.min(max, 60), unit: 'grapheme' }).filter((s) => s.length <= max);
  if (pattern.source.includes('{64}')) return anyHex;
  if (pattern.source.includes('Z$')) return anyInstant;
  return pattern.source.startsWith('^[0-9a-f]{8}-') ? anyUuid : fc.stringMatching(pattern);
}
