import type { Day, EntryId } from '@stria/record';

/** A printable page as a list of blocks: the server turns it into a PDF, a screen into HTML. */
export type Block =
  | { readonly type: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly type: 'paragraph'; readonly text: string; readonly weight?: 'strong' | 'small' }
  | { readonly type: 'list'; readonly items: readonly string[] }
  | {
      readonly type: 'table';
      readonly caption: string;
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly type: 'photo'; readonly photo: EntryId; readonly sha256: string; readonly caption: string }
  /** Room for handwriting, with what is to be written there. */
  | { readonly type: 'lines'; readonly label: string; readonly count: number };

export interface Page {
  readonly title: string;
  readonly language: 'en';
  readonly writtenOn: Day;
  readonly blocks: readonly Block[];
}

export const heading = (level: 1 | 2 | 3, text: string): Block => ({ type: 'heading', level, text });
export const paragraph = (text: string, weight?: 'strong' | 'small'): Block =>
  weight ? { type: 'paragraph', text, weight } : { type: 'paragraph', text };
/** A list, or nothing where it would be empty. */
export const list = (items: readonly string[]): Block[] => (items.length === 0 ? [] : [{ type: 'list', items }]);

/** Stands at the foot of everything that is printed. */
export const notAdvice =
  'Not medical advice. stria keeps records of skin care, photos and changes in how stretch marks look. It does not diagnose, treat, cure or prevent any disease, and nothing here replaces a doctor’s word.';
