import type { BlobRef, Problem, Result } from '@stria/record';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { now } from './clock.ts';
import { Keeper, type KeepView } from './keeper.ts';

/** The one keeper of this page. */
export const keep = new Keeper();

/** What the device keeps, redrawn after every change. */
export const useKeep = (): KeepView => useSyncExternalStore(keep.subscribe, keep.view);

/** The clock for a screen: the instant in ms, read again every so often and when the page comes back into view. */
export function useNow(everyMs: number): number {
  const [atMs, setAtMs] = useState(now);
  useEffect(() => {
    const read = () => setAtMs(now());
    const timer = setInterval(read, everyMs);
    document.addEventListener('visibilitychange', read);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', read);
    };
  }, [everyMs]);
  return atMs;
}

/** An object URL for a photo or mask of the chart, let go when the screen does. undefined while it loads. */
export function useBlobUrl(ref: BlobRef | undefined): Result<string> | undefined {
  const [url, setUrl] = useState<Result<string>>();
  const sha256 = ref?.sha256;
  // The reference is a value: a new object with the same hash is the same photo.
  // biome-ignore lint/correctness/useExhaustiveDependencies: keyed by the hash
  useEffect(() => {
    if (ref === undefined) return;
    let made: string | undefined;
    let gone = false;
    void keep.readBlob(ref).then((bytes) => {
      if (gone) return;
      if (!bytes.ok) {
        setUrl(bytes);
        return;
      }
      made = URL.createObjectURL(new Blob([bytes.value], { type: ref.mediaType }));
      setUrl({ ok: true, value: made });
    });
    return () => {
      gone = true;
      setUrl(undefined);
      if (made !== undefined) URL.revokeObjectURL(made);
    };
  }, [sha256]);
  return url;
}

/**
 * One act that may fail, for a button: `run` returns true when it worked; while it runs `busy` is true, and what went
 * wrong stays in `problems` until the next try.
 */
export function useAct(): {
  readonly busy: boolean;
  readonly problems: readonly Problem[];
  readonly run: (act: () => Promise<Result<unknown>>) => Promise<boolean>;
} {
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const run = async (act: () => Promise<Result<unknown>>): Promise<boolean> => {
    setBusy(true);
    try {
      const done = await act();
      setProblems(done.ok ? [] : done.problems);
      return done.ok;
    } finally {
      setBusy(false);
    }
  };
  return { busy, problems, run };
}
