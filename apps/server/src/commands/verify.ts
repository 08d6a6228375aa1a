import type { Command } from '../command.ts';
import { openStore } from '../opened-store.ts';
import { settle } from '../refusal.ts';
import { verifyStore } from '../verification.ts';

export const verify: Command = {
  name: 'verify',
  summary: 'reads everything in the store and says what is broken',
  usage: 'stria verify',
  options: {},
  positionals: 0,
  run: ({ settings }) =>
    settle(async () => {
      const store = await openStore(settings);
      try {
        return await verifyStore(store);
      } finally {
        await store.close();
      }
    }),
};
