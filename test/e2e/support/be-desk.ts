import type { Page } from '@playwright/test';
import type { WindowBridge } from '../../../shared/contract.ts';

interface OfWindow {
  readonly aisle?: WindowBridge;
}

/**
 * Makes this tab a desk for practice, with a key as the page itself keeps it (renderer/client/key-database.ts), and loads it anew.
 */
export async function beDesk(page: Page, desk: string): Promise<void> {
  await page.evaluate(async (name) => {
    const { aisle } = window as unknown as OfWindow;
    const socket = aisle ? undefined : new WebSocket(`ws://${location.host}/socket`);
    const next = () =>
      new Promise<{ id?: number; ok: boolean; value: Record<string, string> }>((heard) =>
        socket?.addEventListener('message', ({ data }) => heard(JSON.parse(data)), { once: true }),
      );
    if (socket) await next();
    const ask = async (method: 'desks.pairHere', input: object) => {
      if (aisle) return JSON.parse(await aisle.call(method, input as never, 'person')) as Awaited<ReturnType<typeof next>>;
      socket?.send(JSON.stringify({ id: 1, method, input, by: 'person' }));
      return next();
    };
    const { privateKey, publicKey } = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);
    const spki = btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.exportKey('spki', publicKey))));
    const reply = await ask('desks.pairHere', {
      desk: name,
      publicKey: spki.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', ''),
    });
    socket?.close();
    if (!reply.ok) throw new Error(`${name} could not be paired: ${JSON.stringify(reply)}`);
    const { id = '', hub = '' } = reply.value;
    const opened = indexedDB.open('aisle', 1);
    opened.onupgradeneeded = () => void opened.result.createObjectStore('desk-keys', { keyPath: 'id' });
    await new Promise((done) => opened.addEventListener('success', done, { once: true }));
    const keeping = opened.result.transaction('desk-keys', 'readwrite');
    keeping.objectStore('desk-keys').put({ id, desk: name, hub, key: privateKey, practice: true, keptAt: Date.now() });
    await new Promise((done) => keeping.addEventListener('complete', done, { once: true }));
    opened.result.close();
    sessionStorage.setItem('aisle.desk-id', id);
  }, desk);
  await page.reload();
}
