/** A key of a desk as this browser keeps it. The key itself can be used here, and never be read. */
export interface KeptKey {
  /** The desk's id at its hub. */
  readonly id: string;
  readonly desk: string;
  /** Fingerprint of the hub that knows the key. */
  readonly hub: string;
  readonly key: CryptoKey;
  /** Of a training hub, where one computer is several desks. Such a key belongs to the tab that made it. */
  readonly practice: boolean;
  readonly keptAt: number;
}

const DATABASE = 'aisle';
const KEYS = 'desk-keys';

const answerOf = <Value>(request: IDBRequest<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => void request.result.createObjectStore(KEYS, { keyPath: 'id' });
  return answerOf(request);
}

/**
 * Does something with the kept keys, all of it or nothing. Rejects where the browser lets a page keep nothing (a private window, a setting),
 * or cannot keep a key.
 */
async function inKeys<Value>(mode: IDBTransactionMode, deed: (keys: IDBObjectStore) => IDBRequest<Value>): Promise<Value> {
  const database = await open();
  try {
    const transaction = database.transaction(KEYS, mode);
    const ended = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });
    // What cannot be copied is refused here, before anything is written.
    const answer = deed(transaction.objectStore(KEYS));
    await ended;
    return answer.result;
  } finally {
    database.close();
  }
}

export const keptKeys = (): Promise<readonly KeptKey[]> => inKeys('readonly', (keys) => keys.getAll());

export const keepKey = async (kept: KeptKey): Promise<void> => void (await inKeys('readwrite', (keys) => keys.put(kept)));

export const dropKey = (id: string): Promise<undefined> => inKeys('readwrite', (keys) => keys.delete(id));
