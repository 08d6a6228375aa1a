/**
 * Every rule, default, time and number from the world cites where it comes from: a fact of the evidence (`a01`), a
 * source (`Sun2024`), or the word `convention`, which says openly that it rests on nobody's finding.
 * The facts and sources themselves are data, loaded on demand from `@stria/record/evidence`.
 */
export type FactId = `${'a' | 'b' | 'c' | 'd' | 'e' | 'f' | 'g' | 'h' | 'i' | 'j'}${number}`;
export type SourceId = FactId | 'convention' | (string & {});

export const convention = 'convention' as const;
const factShape = /^[a-j]\d{2}$/;

/** True for the id of a fact (`c03`), false for a source id or `convention`. */
export const isFactId = (id: string): id is FactId => factShape.test(id);
