import { checkinCommand } from './checkin.ts';
import type { Command } from './command.ts';
import { compareCommand } from './compare.ts';
import { examineCommand } from './examine.ts';
import { forecastCommand } from './forecast.ts';
import { frameCommand } from './frame.ts';
import { planCommand } from './plan.ts';
import { screenCommand } from './screen.ts';

/** Every command that this program answers itself; the ones that need the store belong to the server's program. */
export const commands: readonly Command[] = [
  screenCommand,
  planCommand,
  checkinCommand,
  frameCommand,
  examineCommand,
  compareCommand,
  forecastCommand,
];
