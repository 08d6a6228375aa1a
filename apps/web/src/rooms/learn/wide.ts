import { useSyncExternalStore } from 'react';

const query = matchMedia('(min-width: 60rem)');
const subscribe = (changed: () => void) => {
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
};

/** Whether there is room for a table of several columns. */
export const useWide = (): boolean => useSyncExternalStore(subscribe, () => query.matches);
