/** Tells whether there is a network, now and whenever that changes. */
export function watchOffline(tell: (offline: boolean) => void): void {
  const look = () => tell(!navigator.onLine);
  addEventListener('online', look);
  addEventListener('offline', look);
  look();
}
