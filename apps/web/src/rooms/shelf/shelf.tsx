import { checkDevice, historyOf } from '@stria/care';
import type { RegisteredDevice } from '@stria/record';
import type { JSX, ReactNode } from 'react';
import { Link, Navigate, Route, Routes } from 'react-router';
import { today, useKeep } from '../../keep/index.ts';
import { ButtonLink } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { Page } from '../../parts/page.tsx';
import { AntisepticForm, AntisepticPage } from './antiseptic.tsx';
import { DensityPage } from './density-page.tsx';
import { DeviceForm } from './device-form.tsx';
import { DevicePage } from './device-page.tsx';
import { ProductForm, ProductPage } from './product.tsx';
import { antisepticWords, deviceName, deviceWordsShort, productWords } from './shelf-words.ts';
import './shelf.css';

/** The person's own things: what touches the skin, what it is, how often it was used, whether it still may. */
export default function Shelf(): JSX.Element {
  return (
    <Routes>
      <Route index element={<OnTheShelf />} />
      <Route path="needle/new" element={<DeviceForm />} />
      <Route path="needle/:id" element={<DevicePage />} />
      <Route path="needle/:id/change" element={<DeviceForm />} />
      <Route path="antiseptic/new" element={<AntisepticForm />} />
      <Route path="antiseptic/:id" element={<AntisepticPage />} />
      <Route path="antiseptic/:id/change" element={<AntisepticForm />} />
      <Route path="product/new" element={<ProductForm />} />
      <Route path="product/:id" element={<ProductPage />} />
      <Route path="product/:id/change" element={<ProductForm />} />
      <Route path="density" element={<DensityPage />} />
      <Route path="*" element={<Navigate to="/shelf" replace />} />
    </Routes>
  );
}

function OnTheShelf(): JSX.Element {
  const { state } = useKeep();
  const inUse = state.devices.filter((d) => d.retired === undefined);
  const gone = state.devices.filter((d) => d.retired !== undefined);
  return (
    <Page title="My shelf" lead="What touches your skin. Noted once, it can be picked in a session, and its uses are counted.">
      <Card title="Needles">
        {inUse.length === 0 ? (
          <p>
            Nothing here yet. A new, sealed, sterile roller for each session needs no note. Note one that you keep: its length,
            its lot and its date stand on the pack.
          </p>
        ) : (
          <ul className="plain shelf-list">
            {inUse.map((d) => (
              <Needle key={d.entry.id} device={d} />
            ))}
          </ul>
        )}
        <div className="actions">
          <ButtonLink to="/shelf/needle/new" look="quiet">
            Add a needle
          </ButtonLink>
        </div>
        {gone.length === 0 ? null : (
          <details className="more">
            <summary>Put away for good ({gone.length})</summary>
            <ul className="plain shelf-list">
              {gone.map((d) => (
                <Needle key={d.entry.id} device={d} />
              ))}
            </ul>
          </details>
        )}
      </Card>
      <Card title="Antiseptics">
        {state.antiseptics.length === 0 ? (
          <p>Nothing here yet. For skin, one that you know you tolerate; for needles, alcohol of 60 to 90 %.</p>
        ) : (
          <ul className="plain shelf-list">
            {state.antiseptics.map((a) => (
              <Thing key={a.id} to={`/shelf/antiseptic/${a.id}`} name={a.body.name}>
                {antisepticWords(a.body)}
                {a.body.expiresOn !== undefined && a.body.expiresOn < today() ? <Tag>past its date</Tag> : null}
              </Thing>
            ))}
          </ul>
        )}
        <div className="actions">
          <ButtonLink to="/shelf/antiseptic/new" look="quiet">
            Add an antiseptic
          </ButtonLink>
        </div>
      </Card>
      <Card title="What goes on the skin">
        {state.products.length === 0 ? (
          <p>Nothing here yet. Copy the ingredients from the label: then each can be looked at, with its reason.</p>
        ) : (
          <ul className="plain shelf-list">
            {state.products.map((p) => (
              <Thing key={p.id} to={`/shelf/product/${p.id}`} name={p.body.name}>
                {productWords(p.body)}
              </Thing>
            ))}
          </ul>
        )}
        <div className="actions">
          <ButtonLink to="/shelf/product/new" look="quiet">
            Add a product
          </ButtonLink>
        </div>
      </Card>
      <p>
        <Link to="/shelf/density">How many channels do needles leave?</Link>
      </p>
    </Page>
  );
}

function Needle({ device }: { readonly device: RegisteredDevice }): JSX.Element {
  const { body, id } = device.entry;
  const [first] = checkDevice(body, today(), historyOf(device));
  return (
    <Thing to={`/shelf/needle/${id}`} name={deviceName(body)}>
      {deviceWordsShort(body, device.uses)} {first === undefined ? null : <Tag>{first.says}</Tag>}
    </Thing>
  );
}

function Thing(props: { readonly to: string; readonly name: string; readonly children: ReactNode }): JSX.Element {
  return (
    <li>
      <Link to={props.to}>{props.name}</Link>
      <span className="soft small">{props.children}</span>
    </li>
  );
}

const Tag = ({ children }: { readonly children: ReactNode }): JSX.Element => (
  <strong className="shelf-refused">{children}</strong>
);
