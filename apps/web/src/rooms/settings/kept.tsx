import { type JSX, useEffect, useState } from 'react';
import { keep, useKeep } from '../../keep/index.ts';
import { Card } from '../../parts/card.tsx';
import { ErrorNotice, Notice } from '../../parts/notice.tsx';

/** What lies where, in numbers that were counted just now. */
export function Kept(): JSX.Element {
  const view = useKeep();
  const files = usePhotoFiles(view.entries.length);
  const promised = usePersistence();
  return (
    <Card title="What is kept, and where">
      <dl className="pairs">
        <div>
          <dt>In this chart</dt>
          <dd>
            {view.entries.length} entries, {view.state.photos.length} photos
          </dd>
        </div>
        <div>
          <dt>Photo files and masks on this device</dt>
          <dd>{files ?? 'counting…'}</dd>
        </div>
        <div>
          <dt>Copy on a server</dt>
          <dd>{copyWords(view.host, view.waiting)}</dd>
        </div>
        <div>
          <dt>Will this browser keep it?</dt>
          <dd>
            {promised === undefined
              ? 'The browser does not say.'
              : promised
                ? 'Yes, until you erase it.'
                : 'It may clear it when the device runs out of room. Keep a copy on a server, or install stria to the home screen.'}
          </dd>
        </div>
      </dl>
      <p className="small soft">
        Nothing is sent to anyone else: this page only ever talks to the place that it was opened from. What lies on this device
        is as private as the device’s own lock; it is not encrypted by stria yet.
      </p>
      {view.unreadable.length === 0 ? null : (
        <Notice tone="wait" title={`${view.unreadable.length} entries cannot be read by this stria`}>
          {view.unreadable.map((u) => (
            <p key={u.id} className="small">
              {u.id}: {u.problems.map((p) => p.says).join(' ')}
            </p>
          ))}
          <p>They are still in the store, unchanged. A newer stria may be able to read them.</p>
        </Notice>
      )}
      {view.state.problems.length === 0 ? null : (
        <ErrorNotice problems={view.state.problems} kept="Every entry is still there." />
      )}
      {view.refusals.map((r) => (
        <ErrorNotice
          key={r.item.seq}
          problems={r.problems}
          kept="It is kept on this device; only the copy is missing. It is tried again when you reload."
        />
      ))}
    </Card>
  );
}

function copyWords(host: string, waiting: number): string {
  if (host === 'none') return 'None: this app runs from plain files, everything stays on this device.';
  if (host === 'unknown') return 'Not asked yet.';
  const state = host === 'there' ? 'The server answers.' : 'The server does not answer now; it is tried again by itself.';
  return waiting === 0 ? `${state} Everything is copied.` : `${state} ${waiting} waiting to be copied.`;
}

function usePhotoFiles(changes: number): number | undefined {
  const [count, setCount] = useState<number>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: counted again after every change
  useEffect(() => {
    void keep.countPhotos().then(setCount);
  }, [changes]);
  return count;
}

/** Whether the browser has promised not to clear the store by itself. */
function usePersistence(): boolean | undefined {
  const [promised, setPromised] = useState<boolean>();
  useEffect(() => {
    void keep.isPersistent().then(setPromised);
  }, []);
  return promised;
}
