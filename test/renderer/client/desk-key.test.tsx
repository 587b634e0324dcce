import 'fake-indexeddb/auto';
import { createPublicKey, verify } from 'node:crypto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BrowserKeys, beOwnDesk } from '../../../renderer/client/desk-key.ts';
import type { FreshKey } from '../../../renderer/client/desk-keys.ts';
import { type KeptKey, keepKey, keptKeys } from '../../../renderer/client/key-database.ts';

const HUB = '7F3A19C0B2E45D81';
const HELLO = { challenge: 'c2F5IHdoYXQgeW91IGFyZQ', hub: HUB };

async function made(keys: BrowserKeys, practice = false): Promise<FreshKey> {
  const key = await keys.make(practice);
  if (typeof key === 'string') throw new Error(`no key could be made: ${key}`);
  return key;
}

async function paired(keys: BrowserKeys, id: string, { practice = false, hub = HUB } = {}): Promise<FreshKey> {
  const key = await made(keys, practice);
  await key.keep({ id, desk: `T1-0${id}`, hub });
  return key;
}

const ids = async () => (await keptKeys()).map(({ id }) => id).sort();
const nextTab = () => sessionStorage.clear();

describe('the key of a browser', () => {
  beforeEach(() => {
    globalThis.indexedDB = new IDBFactory();
    sessionStorage.clear();
  });
  afterEach(() => vi.unstubAllGlobals());

  it('signs what the hub asks, so that the hub can check it with the public key that it was given', async () => {
    const keys = new BrowserKeys();
    const { publicKey } = await paired(keys, '4');
    const proof = await keys.prove(HELLO);
    expect(proof?.id).toBe('4');
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64url'), format: 'der', type: 'spki' });
    const signature = Buffer.from(proof?.signature ?? '', 'base64url');
    const isRight = (text: string) => verify('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }, signature);
    expect(isRight(`aisle desk\n${HELLO.challenge}\n${HUB}`)).toBe(true);
    expect(isRight(`aisle desk\n${HELLO.challenge}\nanother hub`)).toBe(false);
  });

  it('can be read by nobody', async () => {
    await paired(new BrowserKeys(), '4');
    const [kept] = await keptKeys();
    expect(kept?.key.extractable).toBe(false);
    await expect(crypto.subtle.exportKey('pkcs8', kept?.key as CryptoKey)).rejects.toThrow();
  });

  it('is there after the page was loaded again, and in another tab', async () => {
    await paired(new BrowserKeys(), '4');
    expect((await new BrowserKeys().prove(HELLO))?.id).toBe('4');
    nextTab();
    expect((await new BrowserKeys().prove(HELLO))?.id).toBe('4');
  });

  it('is shown to no other hub', async () => {
    await paired(new BrowserKeys(), '4');
    expect(await new BrowserKeys().prove({ ...HELLO, hub: 'another' })).toBeUndefined();
    await paired(new BrowserKeys(), '5', { hub: 'another' });
    expect((await new BrowserKeys().prove(HELLO))?.id).toBe('4');
    expect((await new BrowserKeys().prove({ ...HELLO, hub: 'another' }))?.id).toBe('5');
  });

  it('gives way to the key of a newer pairing', async () => {
    await paired(new BrowserKeys(), '4');
    await paired(new BrowserKeys(), '5');
    expect(await ids()).toEqual(['5']);
    expect((await new BrowserKeys().prove(HELLO))?.id).toBe('5');
  });

  it('stays what it was in each of two tabs that are paired at once, until one is loaded again', async () => {
    const [one, other] = [new BrowserKeys(), new BrowserKeys()];
    const [first, second] = await Promise.all([made(one), made(other)]);
    await first.keep({ id: '4', desk: 'T1-04', hub: HUB });
    await second.keep({ id: '5', desk: 'T1-05', hub: HUB });
    expect(await ids()).toEqual(['5']);
    expect((await other.prove(HELLO))?.id).toBe('5');
    nextTab();
    expect((await one.prove(HELLO))?.id).toBe('4');
    expect((await new BrowserKeys().prove(HELLO))?.id).toBe('5');
  });

  it('is kept for practice beside the others, and for its tab alone', async () => {
    await paired(new BrowserKeys(), '4');
    nextTab();
    await paired(new BrowserKeys(), '7', { practice: true });
    expect(await ids()).toEqual(['4', '7']);
    expect((await new BrowserKeys().prove(HELLO))?.id).toBe('7');
    nextTab();
    expect((await new BrowserKeys().prove(HELLO))?.id).toBe('4');
  });

  it('is found again for practice by the name of its desk, once for each', async () => {
    const keys = new BrowserKeys();
    await paired(keys, '7', { practice: true });
    await paired(keys, '8', { practice: true });
    expect((await keys.prove(HELLO))?.practisedAs).toBe('T1-08');
    expect(await keys.practise(HUB, 'T1-07')).toBe(true);
    expect((await keys.prove(HELLO))?.id).toBe('7');
    expect(await keys.practise(HUB, 'T1-09')).toBe(false);
    const again = await made(keys, true);
    await again.keep({ id: '77', desk: 'T1-07', hub: HUB });
    expect(await ids()).toEqual(['77', '8']);
  });

  it('is not shown in a tab that is the own desk of the hub again', async () => {
    await paired(new BrowserKeys(), '7', { practice: true });
    beOwnDesk();
    expect(await new BrowserKeys().prove(HELLO)).toBeUndefined();
  });

  it('is shown on by the tab that has shown it, when the browser was emptied under it', async () => {
    const keys = new BrowserKeys();
    await paired(keys, '4');
    globalThis.indexedDB = new IDBFactory();
    expect((await keys.prove(HELLO))?.id).toBe('4');
    expect(await new BrowserKeys().prove(HELLO)).toBeUndefined();
  });

  it('is gone once the hub knows it no more', async () => {
    const keys = new BrowserKeys();
    await paired(keys, '4');
    await keys.prove(HELLO);
    await keys.forget('4');
    expect(await keys.prove(HELLO)).toBeUndefined();
    expect(await ids()).toEqual([]);
  });

  it('leaves nothing behind that no hub has taken', async () => {
    const keys = new BrowserKeys();
    await made(keys);
    await made(keys);
    await paired(keys, '4');
    expect(await ids()).toEqual(['4']);
  });

  it('is not even made where the browser keeps nothing, so that no code is lost', async () => {
    vi.stubGlobal('indexedDB', undefined);
    expect(await new BrowserKeys().make(false)).toBe('no-store');
    vi.stubGlobal('indexedDB', {
      open: () => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    });
    expect(await new BrowserKeys().make(false)).toBe('no-store');
    expect(await new BrowserKeys().prove(HELLO)).toBeUndefined();
  });

  it('is not made where the browser keeps texts, but no keys', async () => {
    vi.stubGlobal('structuredClone', () => {
      throw new DOMException('A key cannot be copied.', 'DataCloneError');
    });
    expect(await new BrowserKeys().make(false)).toBe('no-store');
  });

  it('is not made on a page that is not encrypted', async () => {
    vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) });
    expect(await new BrowserKeys().make(false)).toBe('insecure');
  });

  it('signs nothing with a key that no hub has taken', async () => {
    await keepKey({ id: '9', desk: 'T1-09', hub: '', practice: false, keptAt: 0 } as KeptKey);
    expect(await new BrowserKeys().prove(HELLO)).toBeUndefined();
  });
});
