/**
 * The device's store, its clock, its chance and its line to the page's own host: the only folder of the app that touches
 * any of them. A room reads `useKeep()` (the folded chart in `.state`), writes with `keep.append(kind, body)` and moves on
 * only when that has resolved; photos go through `keep.saveBlob` / `keep.readBlob` / `useBlobUrl`, half-done work through
 * `keep.saveDraft`. All of them answer with Results: show refusals with parts/error-notice.
 */
export { dayAt, instantOf, timeOfDay, today } from './clock.ts';
export { keep, useAct, useBlobUrl, useKeep, useNow } from './hooks.ts';
export type { HostChart } from './host.ts';
export type { KeepView } from './keeper.ts';
export { keepAppOffline } from './offline.ts';
