import { channelDensity, checkDevice, deviceWords, historyOf } from '@stria/care';
import { type RegisteredDevice, retiredWays } from '@stria/record';
import { type JSX, type ReactNode, useState } from 'react';
import { Link, useParams } from 'react-router';
import { dayAt, keep, today, useAct, useKeep } from '../../keep/index.ts';
import { Button } from '../../parts/button.tsx';
import { dayWithYear } from '../../parts/day-words.ts';
import { ErrorNotice, Notice } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { Sources } from '../../parts/sources.tsx';
import { Select } from './select.tsx';
import { deviceName, materialWords, usesWords } from './shelf-words.ts';

const back = { to: '/shelf', label: 'My shelf' };

/** One needle: what it is, what it did, whether it still may, and its way into the bin. */
export function DevicePage(): JSX.Element {
  const { id } = useParams();
  const { state } = useKeep();
  const device = state.devices.find((d) => d.entry.id === id);
  if (device === undefined) {
    return (
      <Page title="It is not on your shelf" back={back} lead="It may belong to another chart. Nothing was changed.">
        <p>
          <Link to="/shelf">Look at my shelf</Link>
        </p>
      </Page>
    );
  }
  const { body } = device.entry;
  const problems = checkDevice(body, today(), historyOf(device));
  const link = `/shelf/density?length=${body.needleLengthMm}${body.needleCount === undefined ? '' : `&needles=${body.needleCount}`}`;
  const onePass = channelDensity({ passes: 1, ...(body.needleCount === undefined ? {} : { needleCount: body.needleCount }) });
  return (
    <Page title={deviceName(body)} back={back} lead={usesWords(device.uses)}>
      {problems.map((p) => (
        <Notice key={p.code} tone="stop" title={p.says}>
          <p>{p.mend}</p>
        </Notice>
      ))}
      <dl className="pairs">
        <Pair name="What it is">{deviceWords[body.device]}</Pair>
        <Pair name="Needle length">{body.needleLengthMm} mm</Pair>
        <Pair name="Needles">{body.needleCount ?? 'not noted'}</Pair>
        <Pair name="Head">{body.headAreaCm2 === undefined ? 'not noted' : `${body.headAreaCm2} cm²`}</Pair>
        <Pair name="Material">{materialWords[body.material]}</Pair>
        <Pair name="Lot">{body.lot ?? body.cartridge?.lot ?? 'not noted'}</Pair>
        <Pair name="Good until">{body.expiresOn === undefined ? 'not noted' : dayWithYear(body.expiresOn)}</Pair>
        <Pair name="Opened">{body.openedOn === undefined ? 'still sealed' : dayWithYear(body.openedOn)}</Pair>
        <Pair name="Used by">only you</Pair>
        <Pair name="Channels">
          about {Math.round(onePass.channelsPerCm2)} in a square centimetre with each pass.{' '}
          <Link to={link}>How this is reckoned</Link>
        </Pair>
      </dl>
      <Uses device={device} />
      {device.retired === undefined ? <Retire device={device} /> : null}
      {device.retired === undefined ? (
        <p className="small">
          Something is wrong in this note? <Link to={`/shelf/needle/${device.entry.id}/change`}>Change it</Link>. What stood
          there before stays in the chart.
        </p>
      ) : (
        <p>
          {wayWords[device.retired.body.way]}, {dayWithYear(device.retired.body.on)}.
        </p>
      )}
    </Page>
  );
}

function Uses({ device }: { readonly device: RegisteredDevice }): JSX.Element | null {
  const { state } = useKeep();
  const own = state.sessions.filter((s) => s.started?.registered === device.entry.id && s.needledAt !== undefined);
  if (own.length === 0) return null;
  return (
    <section className="stack-tight">
      <h2>Its sessions</h2>
      <ul className="plain">
        {own.map((s) => (
          <li key={s.id}>
            <Link to={`/session/${s.id}`}>
              Session {s.started?.n}, {dayWithYear(dayAt(Date.parse(s.startedAt)))}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

const wayWords: Record<(typeof retiredWays)[number], string> = {
  'sharps-bin': 'In the sharps bin',
  'given-back': 'Given back, still sealed',
  lost: 'Lost',
};

function Retire({ device }: { readonly device: RegisteredDevice }): JSX.Element {
  const [way, setWay] = useState<(typeof retiredWays)[number]>('sharps-bin');
  const { busy, problems, run } = useAct();
  return (
    <section className="stack">
      <h2>Put it away for good</h2>
      <p>Into a sharps bin, or a hard plastic bottle with a lid. Never into the loose rubbish.</p>
      <Sources ids={['b02', 'b29', 'convention']} about="the sharps bin" />
      <Select
        label="Where did it go?"
        value={way}
        onChange={setWay}
        options={retiredWays.map((w) => ({ value: w, label: wayWords[w] }))}
      />
      <ErrorNotice problems={problems} />
      <div className="actions">
        <Button
          look="quiet"
          busy={busy}
          onPress={() => run(() => keep.append('device-retired', { device: device.entry.id, on: today(), way }))}
        >
          It is put away
        </Button>
      </div>
    </section>
  );
}

export function Pair({ name, children }: { readonly name: string; readonly children: ReactNode }): JSX.Element {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
