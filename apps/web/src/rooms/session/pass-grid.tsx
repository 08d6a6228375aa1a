import { type Direction, directionNames, directions, isZoneOver, passesInAll, passesMade, patchesOf } from '@stria/care';
import { type Session, type Zone, zoneNames } from '@stria/record';
import type { JSX } from 'react';
import { capital } from './place.ts';

interface Now {
  readonly zone: Zone;
  readonly patch: number;
  readonly direction: Direction;
}

/** The zone that is being done as a grid of patches and directions; each other zone as a line. Never by colour alone. */
export function PassGrid(props: {
  readonly session: Session;
  readonly now: Now;
  readonly passesPerDirection: number;
}): JSX.Element {
  const { session, now, passesPerDirection } = props;
  const zones = session.started?.zones ?? [];
  return (
    <section className="stack-tight" aria-label="Done and left">
      <table className="pass-grid">
        <caption className="small soft">{capital(zoneNames[now.zone])}: passes done in each direction</caption>
        <thead>
          <tr>
            <th scope="col">Patch</th>
            {directions.map((d) => (
              <th key={d} scope="col">
                <span aria-hidden="true">{signs[d]}</span>
                <span className="hidden-text">{directionNames[d]}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: patchesOf(session, now.zone) }, (_, i) => i + 1).map((patch) => (
            <tr key={patch}>
              <th scope="row">{patch}</th>
              {directions.map((direction) => (
                <Field
                  key={direction}
                  made={passesMade(session, { zone: now.zone, patch, direction })}
                  of={passesPerDirection}
                  now={patch === now.patch && direction === now.direction}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {zones.length < 2 ? null : (
        <ul className="plain small soft">
          {zones
            .filter((zone) => zone !== now.zone)
            .map((zone) => (
              <li key={zone}>
                {capital(zoneNames[zone])}: {standing(session, zone, passesPerDirection)}
              </li>
            ))}
        </ul>
      )}
    </section>
  );
}

const signs: Record<Direction, string> = { 1: '↕', 2: '↔', 3: '⤢', 4: '⤡' };

function Field({ made, of, now }: { readonly made: number; readonly of: number; readonly now: boolean }): JSX.Element {
  const state = made >= of ? 'done' : now ? 'now' : 'left';
  return (
    <td className={`pass-field pass-field-${state}`} data-state={state} aria-current={now ? 'step' : undefined}>
      {state === 'done' ? (
        <>
          <span aria-hidden="true">✓ </span>
          {made}
          <span className="hidden-text"> done</span>
        </>
      ) : (
        <>
          {made}
          <span className="soft">/{of}</span>
          {now ? <span className="hidden-text"> now</span> : null}
        </>
      )}
    </td>
  );
}

function standing(session: Session, zone: Zone, passesPerDirection: number): string {
  const made = passesInAll(session, zone);
  if (isZoneOver(session, zone)) return `stopped after ${made} ${made === 1 ? 'pass' : 'passes'}`;
  const all = patchesOf(session, zone) * directions.length * passesPerDirection;
  return made >= all ? `done, ${made} passes` : `${made} of ${all} passes`;
}
