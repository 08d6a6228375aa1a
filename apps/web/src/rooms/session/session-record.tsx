import {
  bleedingOf,
  channelDensity,
  directionNames,
  intensityOf,
  intensityWords,
  isZoneOver,
  passesInAll,
  patchesOf,
} from '@stria/care';
import { type Entry, type Session, type SessionEvent, type Zone, zoneNames } from '@stria/record';
import type { JSX, ReactNode } from 'react';
import { useKeep } from '../../keep/index.ts';
import { clockText } from '../../parts/clock-words.ts';
import { capital } from './place.ts';
import type { Started } from './step-tools.ts';

type Step = SessionEvent['step'];
type Stored<S extends Step> = { readonly at: string; readonly event: Extract<SessionEvent, { step: S }> };
const eventsOf = <S extends Step>(session: Session, step: S): Stored<S>[] =>
  session.events.filter((e): e is Stored<S> & typeof e => e.event.step === step);

/** What was done, when and with what: a record of the steps, which is no promise of how the skin will be. */
export function SessionRecord({ session, started }: { readonly session: Session; readonly started: Started }): JSX.Element {
  const { entries } = useKeep();
  return (
    <section className="stack" aria-labelledby="what-was-done">
      <h2 id="what-was-done">What was done</h2>
      <p className="soft">A record of steps and times. It does not say how the skin will be.</p>
      <dl className="pairs">
        <Pair name="Needle">{needleWords(session, started)}</Pair>
        <Pair name="Hands">{doneAt(session, 'hands-washed', 'Washed')}</Pair>
        {eventsOf(session, 'disinfection-started').map((start) => (
          <Pair key={start.at} name={`Disinfected: ${ofWords[start.event.of]}`}>
            {disinfectionWords(session, start)}
          </Pair>
        ))}
        {started.zones.map((zone) => (
          <Pair key={zone} name={capital(zoneNames[zone])}>
            {zoneWords(session, zone)}
          </Pair>
        ))}
        <Pair name="All together">
          <Together session={session} started={started} />
        </Pair>
        <Pair name="On the skin">{productWords(session, entries)}</Pair>
        <Pair name="Needle afterwards">{awayWords(session)}</Pair>
        <Pair name="Aftercare">{aftercareWords(session)}</Pair>
      </dl>
      <details className="more">
        <summary>Every step with its time</summary>
        <ol className="plain log">
          {session.events.map((e, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two windows may have written in the same moment
            <li key={`${e.at}${i}`}>
              <span className="soft small">{timeOf(e.at)}</span> {eventWords(e.event)}
            </li>
          ))}
        </ol>
      </details>
    </section>
  );
}

function Pair({ name, children }: { readonly name: string; readonly children: ReactNode }): JSX.Element {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const timeOf = (at: string): string => clock.format(new Date(at));

function needleWords(session: Session, started: Started): string {
  const looks = eventsOf(session, 'needle-checked');
  const look = looks.at(-1);
  return [
    `${capital(started.device)}, ${started.needleLengthMm} mm`,
    started.needle === 'own-reused'
      ? `used ${started.usesBefore === 1 ? 'once' : `${started.usesBefore} times`} before`
      : 'new, sealed, sterile',
    ...(started.lot === undefined ? [] : [`lot ${started.lot}`]),
    look === undefined
      ? 'not looked at'
      : `looked at ${timeOf(look.at)}: ${looks.some((l) => l.event.bentNeedles) ? 'one is bent' : 'none bent'}`,
  ].join(', ');
}

function doneAt(session: Session, step: 'hands-washed', word: string): string {
  const done = eventsOf(session, step).at(-1);
  return done === undefined ? 'Not noted' : `${word} ${timeOf(done.at)}`;
}

function disinfectionWords(session: Session, start: Stored<'disinfection-started'>): string {
  const { of, agent, concentrationPercent, contactSeconds, expiresOn } = start.event;
  const end = eventsOf(session, 'disinfection-finished').find((e) => e.event.of === of && e.at >= start.at);
  return [
    concentrationPercent === undefined ? agent : `${agent} ${concentrationPercent} %`,
    ...(expiresOn === undefined ? [] : [`good until ${expiresOn}`]),
    `start ${timeOf(start.at)}, ${end === undefined ? 'not finished' : `stop ${timeOf(end.at)}`}`,
    `${clockText(contactSeconds)} asked for`,
  ].join(', ');
}

const bleedingWords = { none: 'no blood', pinpoint: 'dots of blood', more: 'more than dots of blood' } as const;

function zoneWords(session: Session, zone: Zone): string {
  const bleeding = bleedingOf(session, zone);
  const stopped = eventsOf(session, 'zone-stopped').find((e) => e.event.zone === zone);
  const patches = patchesOf(session, zone);
  return [
    `${passesInAll(session, zone)} passes on ${patches === 1 ? '1 patch' : `${patches} patches`}`,
    ...(bleeding === undefined ? [] : [bleedingWords[bleeding]]),
    ...(stopped !== undefined ? [`stopped: ${stopped.event.reason}`] : isZoneOver(session, zone) ? ['stopped there'] : []),
  ].join(', ');
}

function Together({ session, started }: { readonly session: Session; readonly started: Started }): JSX.Element {
  const { state } = useKeep();
  const total = passesInAll(session);
  const patches = started.zones.reduce((sum, zone) => sum + patchesOf(session, zone), 0);
  if (total === 0) return <>No needle touched the skin</>;
  const needleCount = state.devices.find((d) => d.entry.id === started.registered)?.entry.body.needleCount;
  const dose = {
    needleLengthMm: started.needleLengthMm,
    passes: total / patches,
    ...(needleCount === undefined ? {} : { needleCount }),
  };
  const { channelsPerCm2, band } = channelDensity(dose);
  return (
    <>
      {total} passes in all. {intensityWords[intensityOf(dose).intensity]}: about {Math.round(channelsPerCm2)} channels in a
      square centimetre ({Math.round(band.low)} to {Math.round(band.high)}), on average over the patches.
    </>
  );
}

function productWords(session: Session, entries: readonly Entry[]): string {
  const put = eventsOf(session, 'product-applied').map(({ event }) => {
    const entry = entries.find((e) => e.id === event.product);
    return entry?.kind === 'product' ? entry.body.name : 'something that is no longer in the chart';
  });
  return put.length === 0 ? 'Nothing' : put.join(', ');
}

function awayWords(session: Session): string {
  const away = eventsOf(session, 'needle-put-away').at(-1);
  if (away === undefined) return 'Not noted';
  return `${away.event.way === 'sharps-bin' ? 'In the sharps bin' : 'Kept: disinfected, not sterile'}, ${timeOf(away.at)}`;
}

function aftercareWords(session: Session): string {
  const started = eventsOf(session, 'aftercare-started').at(-1);
  if (started !== undefined) return `Started ${timeOf(started.at)}`;
  const declined = eventsOf(session, 'aftercare-declined').at(-1);
  return declined === undefined ? 'Not noted' : `Declined ${timeOf(declined.at)}: ${declined.event.reason}`;
}

function eventWords(event: SessionEvent): string {
  switch (event.step) {
    case 'started':
      return `Started with a ${event.device} of ${event.needleLengthMm} mm, ${event.needle === 'own-reused' ? 'used before' : 'new and sealed'}`;
    case 'hands-washed':
      return 'Hands washed';
    case 'needle-checked':
      if (event.usedByAnotherPerson) return 'Needles looked at: another person has used them';
      return event.bentNeedles ? 'Needles looked at: one is bent' : 'Needles looked at: none is bent';
    case 'bleeding':
      return `${capital(zoneNames[event.zone])}: ${bleedingWords[event.amount]}`;
    case 'product-applied':
      return event.reason === undefined ? 'Something was put on the skin' : `Something was put on the skin: ${event.reason}`;
    case 'disinfection-started':
      return `Disinfection of the ${ofWords[event.of]} started: ${event.agent}`;
    case 'disinfection-finished':
      return `Disinfection of the ${ofWords[event.of]} finished`;
    case 'passes-done':
      return `${capital(zoneNames[event.zone])}, patch ${event.patch ?? 1}, ${directionNames[event.direction as 1 | 2 | 3 | 4]}: ${event.passes} done`;
    case 'zone-stopped':
      return `Stopped the ${zoneNames[event.zone]}: ${event.reason}`;
    case 'needle-put-away':
      return event.way === 'sharps-bin' ? 'Needle in the sharps bin' : 'Needle kept: disinfected, not sterile';
    case 'aftercare-started':
      return 'Aftercare started';
    case 'aftercare-declined':
      return `Aftercare declined: ${event.reason}`;
    case 'closed':
      return 'Closed';
    case 'broken-off':
      return `Stopped: ${event.reason}`;
  }
}

const ofWords = { needle: 'needle', skin: 'skin', surface: 'surface', 'needle-after': 'needle, after use' } as const;
