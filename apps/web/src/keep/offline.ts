/**
 * Has the browser keep the app's own files, where it can (https or localhost). Where it cannot, the app still works for as
 * long as the page stays open.
 */
export function keepAppOffline(): void {
  if (!('serviceWorker' in navigator)) return;
  addEventListener('load', () => {
    navigator.serviceWorker.register('./offline.js').catch((error: unknown) => {
      console.warn('stria cannot keep its files for offline use here:', error);
    });
  });
}
