/**
 * Runs in the empty extension's worker, where it is sent as text: one row out of a database with one store, by the bare interface. Answers the message
 * itself, as an answer from a cache would.
 */
export async function readRow(message: unknown): Promise<unknown> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const opening = indexedDB.open('peer', 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore('rows').put('a row of the peer', 'key');
  const database = await done(opening);
  await done(database.transaction('rows').objectStore('rows').get('key'));
  return message;
}
