import { type Method, methods } from '@stria/care';
import { addDays, type Day, type EntryOf, type MethodId, type ProductKind, type RecordState, type Zone } from '@stria/record';

/** What a person does now, read from what they began and stopped; and what they put on, day by day. */
export interface Running {
  readonly id: MethodId;
  readonly since: Day;
  readonly zones: readonly Zone[];
  /** What care knows of it. */
  readonly method: Method | undefined;
}

/** Methods that were begun and not stopped since, in the order in which they were begun. */
export function runningMethods(state: RecordState): Running[] {
  const newest = new Map<MethodId, EntryOf<'method'>>();
  for (const entry of state.methods) {
    newest.delete(entry.body.method);
    newest.set(entry.body.method, entry);
  }
  return [...newest.values()]
    .filter((e) => e.body.change === 'begun')
    .map(({ body }) => ({
      id: body.method,
      since: body.on,
      zones: body.zones ?? [],
      method: methods.find((m) => m.id === body.method),
    }));
}

/** What is put on with the fingers, and can be logged with one tap. */
export const logged = {
  moisturiser: 'moisturiser',
  cream: 'cream',
  oil: 'oil',
  sunscreen: 'sunscreen',
  retinoid: 'retinoid cream',
} as const satisfies Partial<Record<ProductKind, string>>;
export type Logged = keyof typeof logged;
export const isLogged = (what: string | undefined): what is Logged => what !== undefined && Object.hasOwn(logged, what);

/** What a method has a person put on; undefined where it is nothing that can be logged. */
export const whatOf: Partial<Record<MethodId, Logged>> = {
  moisturiser: 'moisturiser',
  cream: 'cream',
  oil: 'oil',
  'retinoid-cream': 'retinoid',
};

export const applicationsOf = (state: RecordState, what: ProductKind): readonly EntryOf<'application'>[] =>
  state.applications.filter((a) => a.body.what === what);

/** Where it is most likely put on: as the last time, else where the method is used, else where the marks are. */
export function likelyZones(state: RecordState, what: Logged): Zone[] {
  const last = applicationsOf(state, what).at(-1)?.body.zones;
  const method = runningMethods(state).find((r) => whatOf[r.id] === what)?.zones;
  return [...(last ?? method ?? state.answers?.body.zones ?? [])];
}

export const FORTNIGHT_DAYS = 14;

/** The last fourteen days with today last, and on which of them it was put on. A day without is a day without, nothing more. */
export function fortnight(days: readonly Day[], today: Day): readonly { readonly day: Day; readonly done: boolean }[] {
  const on = new Set(days);
  return Array.from({ length: FORTNIGHT_DAYS }, (_, i) => {
    const day = addDays(today, i - FORTNIGHT_DAYS + 1);
    return { day, done: on.has(day) };
  });
}
