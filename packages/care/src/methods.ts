import type { MethodId, SourceId } from '@stria/record';
import { type MethodRow, methodColumns, methodRows } from './methods-table.ts';

export interface Method extends MethodRow {
  /** What the evidence says, in a sentence or two: the cell of that name. */
  readonly evidence: string;
  /** Every source of every cell. */
  readonly sources: readonly SourceId[];
}

/**
 * What people do about stretch marks, side by side: how it is thought to act, what the evidence says, where it may be done.
 * Nothing in this list makes a mark disappear.
 */
export const methods: readonly Method[] = methodRows.map((row) => ({
  ...row,
  evidence: row.cells.evidence.says,
  sources: [...new Set(methodColumns.flatMap((c) => ('sources' in row.cells[c] ? row.cells[c].sources : [])))],
}));

/** A method by its name; the list holds every one. */
export function method(id: MethodId): Method {
  const row = methods.find((m) => m.id === id);
  if (!row) throw new Error(`no method ${id}`);
  return row;
}
