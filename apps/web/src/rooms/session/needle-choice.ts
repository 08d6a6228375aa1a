import { checkDevice, checkDeviceFor, historyOf, type SessionNeeds } from '@stria/care';
import type { Day, EntryId, Problem, RecordState, SessionEvent } from '@stria/record';
import { deviceName, deviceWordsShort } from '../shelf/shelf-words.ts';

type Started = Extract<SessionEvent, { step: 'started' }>;

/** A needle of the shelf as the session offers it: with everything that speaks against it, so that nothing is hidden. */
export interface ShelfNeedle {
  readonly id: EntryId;
  readonly label: string;
  readonly hint: string;
  readonly problems: readonly Problem[];
  /** What the session's first entry says of it. */
  readonly started: Pick<Started, 'device' | 'needleLengthMm' | 'needle' | 'usesBefore' | 'registered' | 'lot'>;
}

/** Needles that were not put away for good, those that may be used first. */
export function shelfNeedles(state: RecordState, needs: SessionNeeds, today: Day): ShelfNeedle[] {
  return state.devices
    .filter((d) => d.retired === undefined)
    .map((d): ShelfNeedle => {
      const device = d.entry.body;
      const problems = [...checkDevice(device, today, historyOf(d)), ...checkDeviceFor(device, needs)];
      const sealed = d.uses === 0 && device.openedOn === undefined;
      return {
        id: d.entry.id,
        label: deviceName(device),
        hint: [
          deviceWordsShort(device, d.uses),
          ...(sealed ? [] : ['It has to stay in alcohol for 10 minutes first.']),
          ...problems.map((p) => p.says),
        ].join('. '),
        problems,
        started: {
          device: device.device,
          needleLengthMm: device.needleLengthMm,
          needle: sealed ? 'new-sealed-sterile' : 'own-reused',
          usesBefore: d.uses,
          registered: d.entry.id,
          ...(device.lot === undefined ? {} : { lot: device.lot }),
        },
      };
    })
    .sort((a, b) => Number(a.problems.length > 0) - Number(b.problems.length > 0));
}
