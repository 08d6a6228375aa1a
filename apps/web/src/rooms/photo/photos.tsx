import type { JSX } from 'react';
import { Route, Routes, useParams } from 'react-router';
import { useKeep } from '../../keep/index.ts';
import { Notice } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { AddPhoto } from './add-photo.tsx';
import { FramePage } from './frame-page.tsx';
import { KeptBack, useKeptBack } from './kept-back.tsx';
import { OnePhoto } from './one-photo.tsx';
import { PaintPage } from './paint-page.tsx';
import { PhotoList } from './photo-list.tsx';
import type { Photo } from './place.ts';
import './photo.css';
import { ScalePage } from './scale-page.tsx';

/** The photos of the chart: taking them, painting the marks, reading what was measured. None of it waits for a verdict. */
export default function Photos(): JSX.Element {
  return (
    <Routes>
      <Route index element={<PhotoList />} />
      <Route path="new" element={<AddPhoto />} />
      <Route path="frame" element={<FramePage />} />
      <Route path=":photo" element={<OfPhoto room={OnePhoto} />} />
      <Route path=":photo/paint" element={<OfPhoto room={PaintPage} />} />
      <Route path=":photo/scale" element={<OfPhoto room={ScalePage} />} />
      <Route path="*" element={<NoPhoto />} />
    </Routes>
  );
}

function OfPhoto({ room: Room }: { readonly room: (props: { readonly photo: Photo }) => JSX.Element }): JSX.Element {
  const { photo: id } = useParams();
  const photo = useKeep().state.photos.find((p) => p.id === id);
  const keptBack = useKeptBack();
  if (photo === undefined) return <NoPhoto />;
  if (keptBack === undefined) return <p role="status">One moment…</p>;
  if (!keptBack(photo.body.zone)) return <Room key={photo.id} photo={photo} />;
  return (
    <Page title="This photo is not shown" back={{ to: '/photos', label: 'Photos' }}>
      <KeptBack zone={photo.body.zone} />
    </Page>
  );
}

function NoPhoto(): JSX.Element {
  return (
    <Page title="This photo is not in the chart" back={{ to: '/photos', label: 'Photos' }}>
      <Notice tone="info" title="Nothing was lost">
        <p>The address may be cut off, or the photo belongs to another chart. Look for it on the Photos page.</p>
      </Notice>
    </Page>
  );
}
