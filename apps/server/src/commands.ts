import type { Command } from './command.ts';
import { backup } from './commands/backup.ts';
import { demo } from './commands/demo.ts';
import { exportCommand } from './commands/export.ts';
import { importCommand } from './commands/import.ts';
import { report } from './commands/report.ts';
import { restore } from './commands/restore.ts';
import { serve } from './commands/serve.ts';
import { verify } from './commands/verify.ts';

/** The commands that need the store or an archive; all others are the command line's own program. */
export const commands: readonly Command[] = [serve, demo, exportCommand, importCommand, backup, restore, verify, report];
