import type { Command } from './command.ts';

/** Every command that this program answers itself; the ones that need the store belong to the server's program. */
export const commands: readonly Command[] = [];
