import { method, sayDay } from '@stria/care';
import { type Goal, type RecordState, zoneNames } from '@stria/record';
import { type Block, heading, list } from './page.ts';

/** What the person wants, chose, uses and wrote down beside the sessions. Nothing where there is nothing. */
export const goalWords: Record<Goal, string> = {
  'softer-feel': 'a softer feel',
  'less-colour-contrast': 'less contrast of colour to the skin around',
  'narrower-look': 'a narrower look',
  'just-track': 'just to keep track',
};

export function journalBlocks(state: RecordState): Block[] {
  return [...wishes(state), ...register(state), ...diary(state)];
}

function wishes(state: RecordState): Block[] {
  const { goal, controlRegion, onset } = state;
  const chosen = state.methods.map(
    ({ body }) =>
      `${method(body.method).name}: ${body.change} on ${sayDay(body.on)}.${body.note === undefined ? '' : ` ${body.note}`}`,
  );
  const items = [
    ...(goal ? [`What the person hopes for: ${goal.body.goals.map((g) => goalWords[g]).join(', ')}.`] : []),
    ...(onset?.body.marksFirstSeen === undefined ? [] : [`Marks first seen: ${onset.body.marksFirstSeen}.`]),
    ...(controlRegion
      ? [`A mark that is left alone, to compare with: ${zoneNames[controlRegion.body.zone]}, ${controlRegion.body.says}`]
      : []),
    ...chosen,
    ...applied(state),
  ];
  return items.length === 0 ? [] : [heading(2, 'What the person does'), ...list(items)];
}

/** How often each kind of thing was put on, without a judgement on how often that ought to be. */
function applied({ applications }: RecordState): string[] {
  const kinds = [...new Set(applications.map((a) => a.body.what))];
  return kinds.map((kind) => {
    const times = applications.filter((a) => a.body.what === kind);
    const warned = times.filter((a) => a.body.warned !== undefined).length;
    return `Put on, ${kind.replaceAll('-', ' ')}: ${times.length} ${times.length === 1 ? 'time' : 'times'}${warned > 0 ? `, ${warned} of them against the advice` : ''}.`;
  });
}

function register(state: RecordState): Block[] {
  if (state.devices.length === 0 && state.products.length === 0 && state.antiseptics.length === 0) return [];
  const date = (on: string | undefined) => on ?? 'not recorded';
  return [
    heading(2, 'Register'),
    {
      type: 'table',
      caption: 'What touches the skin',
      head: ['What', 'Lot', 'In date until', 'Uses', 'State'],
      rows: [
        ...state.devices.map(({ entry: { body }, uses, bent, retired }) => [
          `${body.name ?? body.device}, ${body.needleLengthMm} mm`,
          body.cartridge?.lot ?? body.lot ?? 'not recorded',
          date(body.cartridge?.expiresOn ?? body.expiresOn),
          String(uses),
          retired ? 'put away' : bent ? 'bent needle seen' : body.usedByAnotherPerson ? 'used by another person' : 'in use',
        ]),
        ...[...state.antiseptics, ...state.products].map(({ body }) => [
          body.name,
          body.lot ?? 'not recorded',
          date(body.expiresOn),
          '',
          'inci' in body && body.inci.length > 0 ? body.inci.join(', ') : '',
        ]),
      ],
    },
  ];
}

function diary({ irritations }: RecordState): Block[] {
  if (irritations.length === 0) return [];
  return [
    heading(2, 'Irritation diary'),
    {
      type: 'table',
      caption: '0 none, 4 very strong; as the person says',
      head: ['After', 'Redness', 'Sting', 'Swelling', 'Flaking'],
      rows: irritations.map(({ body: b }) => [
        `${b.hoursSinceSession} h`,
        ...[b.redness, b.sting, b.swelling, b.flaking].map(String),
      ]),
    },
  ];
}
