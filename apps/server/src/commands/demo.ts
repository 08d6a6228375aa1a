import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { originalsOf, readScenarios } from '../cast.ts';
import { checkoutFolder } from '../checkout.ts';
import type { Command, Input } from '../command.ts';
import { takeIn } from '../intake.ts';
import { openStore } from '../opened-store.ts';
import { refuse, settle } from '../refusal.ts';

export const demo: Command = {
  name: 'demo',
  summary: 'loads the invented people into an empty store',
  usage: 'stria demo',
  options: {},
  positionals: 0,
  run: (input) => settle(() => run(input)),
};

async function run({ settings, now }: Input): Promise<unknown> {
  const folder = join(checkoutFolder(), 'scenarios');
  const cast = existsSync(folder) ? await readScenarios(folder) : [];
  if (cast.length === 0)
    refuse('server.scenarios-missing', '', 'The invented people are not in this checkout.', 'Get it anew.');
  const store = await openStore(settings);
  try {
    if (await store.db.selectFrom('chart').select('record_id').limit(1).executeTakeFirst()) {
      refuse(
        'server.store-not-empty',
        '',
        'This store holds records already. Invented people are never mixed with real ones.',
        'Name a new folder in STRIA_DATA.',
      );
    }
    const loaded = await takeIn(
      store,
      cast.map((c) => c.chart),
      (see) => originalsOf(cast, see),
      now(),
    );
    return { loaded, people: cast.map((c) => ({ scenario: c.name, record: c.chart.record, alias: c.alias })) };
  } finally {
    await store.close();
  }
}
