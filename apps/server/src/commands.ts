import type { Command } from './command.ts';
import { serve } from './serve.ts';

/** The commands that need the store or an archive; all others are the command line's own program. */
export const commands: readonly Command[] = [serve];
