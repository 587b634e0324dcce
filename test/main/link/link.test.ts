import { createPublicKey, verify } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocketServer } from 'ws';
import { type Authority, openAuthority } from '../../../main/desks/authority.ts';
import { makeLeaf } from '../../../main/desks/leaf.ts';
import type { Safe } from '../../../main/link/kept-link.ts';
import { Link } from '../../../main/link/link.ts';
import { deskProofText } from '../../../shared/desk-proof.ts';
import { instant } from '../../../shared/instants.ts';

const ID = 'A'.repeat(22);
/** A safe that anybody can open: what is tested is that all of the key goes through it. */
const turned = (text: string): string => [...text].reverse().join('');
const SAFE: Safe = {
  isEncryptionAvailable: () => true,
  getSelectedStorageBackend: () => 'gnome_libsecret',
  encryptString: (text) => Buffer.from(`locked ${turned(text)}`),
  decryptString: (locked) => turned(locked.toString().replace(/^locked /, '')),
};

let folder = '';
let file = '';
const servers: Server[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aisle-link-'));
  file = join(folder, 'far-hub.json');
});
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }
  rmSync(folder, { recursive: true, force: true });
});

let made = 0;
const newAuthority = async (): Promise<Authority> =>
  (await openAuthority(join(folder, `authority-${++made}`), instant(Date.now()))).authority;

/** A hub that greets and says again what it hears, with a certificate of this authority. */
async function startHub(
  authority: Authority,
  port = 0,
  names = ['127.0.0.1'],
  at = instant(Date.now()),
): Promise<{ address: URL; server: Server; stop(): Promise<void> }> {
  const leaf = await makeLeaf(authority, names, at);
  const server = createServer({ key: leaf.keyPem, cert: `${leaf.certificatePem}\n${authority.certificatePem}` });
  const sockets = new WebSocketServer({ server, path: '/socket' });
  sockets.on('connection', (socket) => {
    socket.send('hello');
    socket.on('message', (data) => socket.send(`again ${data}`));
  });
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  servers.push(server);
  const stop = async () => {
    for (const socket of sockets.clients) socket.terminate();
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  };
  return { address: new URL(`https://127.0.0.1:${(server.address() as AddressInfo).port}`), server, stop };
}

const linkTo = (address: URL, safe = SAFE) => new Link({ address, file, safe });

/** Opens a connection; what it hears, in order, and `null` at its end. */
function listen(link: Link) {
  const heard: (string | null)[] = [];
  const socket = link.open({ heard: (text) => heard.push(text), closed: () => heard.push(null) });
  return { heard, socket };
}

async function pairedLink(address: URL): Promise<{ link: Link; publicKey: string }> {
  const link = linkTo(address);
  const { heard, socket } = listen(link);
  await expect.poll(() => heard).toEqual(['hello']);
  const publicKey = link.makeKey() ?? 'no key';
  expect(await link.keepKey(ID)).toBe(true);
  socket.close();
  return { link, publicKey };
}

describe('the way to a far hub', () => {
  it('takes the first hub that answers, shows its fingerprint, and passes on what each says', async () => {
    const authority = await newAuthority();
    const { address } = await startHub(authority);
    const link = linkTo(address);
    expect(await link.hub()).toEqual({ address: address.origin, fingerprint: null, other: null, isOutOfTime: false, isSafe: true });
    const { heard, socket } = listen(link);
    await expect.poll(() => heard).toEqual(['hello']);
    expect((await link.hub()).fingerprint).toBe(authority.fingerprint);
    socket.send('{"id":1}');
    await expect.poll(() => heard).toEqual(['hello', 'again {"id":1}']);
    socket.close();
    expect(heard.at(-1)).toBeNull();
    expect(await link.sign('challenge')).toBeUndefined();
  });

  it('closes at once where nobody answers, and says so once', async () => {
    const { address, stop } = await startHub(await newAuthority());
    await stop();
    const { heard } = listen(linkTo(address));
    await expect.poll(() => heard).toEqual([null]);
  });

  it('keeps the key of its desk locked in a file of this account, and signs with it after the next start', async () => {
    const authority = await newAuthority();
    const { address } = await startHub(authority);
    const { publicKey } = await pairedLink(address);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const { hubs } = JSON.parse(readFileSync(file, 'utf8'));
    expect(Buffer.from(hubs[0].key, 'base64').toString()).toMatch(/^locked /);

    const signed = await linkTo(address).sign('challenge');
    expect(signed?.id).toBe(ID);
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64url'), format: 'der', type: 'spki' });
    const text = Buffer.from(deskProofText('challenge', authority.fingerprint));
    expect(verify('sha256', text, { key, dsaEncoding: 'ieee-p1363' }, Buffer.from(signed?.signature ?? '', 'base64url'))).toBe(true);
  });

  it.each([
    ['has ended', Date.UTC(2001, 0, 1)],
    ['has not begun', Date.UTC(2090, 0, 1)],
  ])('says that the clocks differ where the certificate of its own hub %s, and goes on when it is valid again', async (_, at) => {
    const authority = await newAuthority();
    const { address, stop } = await startHub(authority);
    const { link } = await pairedLink(address);
    await stop();
    const wrong = await startHub(authority, Number(address.port), ['127.0.0.1'], instant(at));
    const { heard } = listen(link);
    await expect.poll(() => heard).toEqual([null]);
    expect(await link.hub()).toMatchObject({ other: null, isOutOfTime: true });
    await wrong.stop();
    await startHub(authority, Number(address.port));
    const again = listen(link);
    await expect.poll(() => again.heard).toEqual(['hello']);
    expect((await link.hub()).isOutOfTime).toBe(false);
    expect(await link.sign('challenge')).toMatchObject({ id: ID });
    again.socket.close();
  });

  it('says nothing to another hub at the same address, and says which one answers', async () => {
    const first = await startHub(await newAuthority());
    const { link } = await pairedLink(first.address);
    await first.stop();
    const other = await newAuthority();
    const second = await startHub(other, Number(first.address.port));
    let reached = 0;
    second.server.on('upgrade', () => {
      reached += 1;
    });
    const { heard } = listen(link);
    await expect.poll(() => heard).toEqual([null]);
    expect((await link.hub()).other).toBe(other.fingerprint);
    expect(reached).toBe(0);

    // A person has asked, and knows that the hub was set up anew.
    await link.forget();
    expect((await link.hub()).other).toBeNull();
    const again = listen(link);
    await expect.poll(() => again.heard).toEqual(['hello']);
    expect(await link.sign('challenge')).toBeUndefined();
    again.socket.close();
  });

  it('knows its hub again at another address', async () => {
    const authority = await newAuthority();
    const first = await startHub(authority);
    await pairedLink(first.address);
    await first.stop();
    const moved = await startHub(authority);
    expect(moved.address.port).not.toBe(first.address.port);
    const link = linkTo(moved.address);
    const { heard, socket } = listen(link);
    await expect.poll(() => heard).toEqual(['hello']);
    expect((await link.sign('challenge'))?.id).toBe(ID);
    socket.close();
    expect((await linkTo(moved.address).sign('challenge'))?.id).toBe(ID);
  });

  it('comes back to its hub after that was away', async () => {
    const authority = await newAuthority();
    const first = await startHub(authority);
    const { link } = await pairedLink(first.address);
    const lost = listen(link);
    await expect.poll(() => lost.heard).toEqual(['hello']);
    await first.stop();
    await expect.poll(() => lost.heard).toEqual(['hello', null]);
    await startHub(authority, Number(first.address.port));
    const back = listen(link);
    await expect.poll(() => back.heard).toEqual(['hello']);
    expect((await link.hub()).other).toBeNull();
    back.socket.close();
  });

  it.each<[string, Partial<Safe>]>([
    ['has no safe', { isEncryptionAvailable: () => false }],
    ['has a safe that everybody can open', { getSelectedStorageBackend: () => 'basic_text' }],
  ])('makes no key on a computer that %s', async (_, lacking) => {
    const { address } = await startHub(await newAuthority());
    const link = linkTo(address, { ...SAFE, ...lacking });
    expect(link.makeKey()).toBeUndefined();
    expect((await link.hub()).isSafe).toBe(false);
    expect(await link.keepKey(ID)).toBe(false);
  });

  it.each(['', '{', '{"version":2,"hubs":[]}', '{"version":1,"hubs":[{"address":"x","authority":"none","id":"1","key":"?"}]}'])(
    'is not paired where its file cannot be read: %j',
    async (text) => {
      const { address } = await startHub(await newAuthority());
      writeFileSync(file, text.replace('"x"', JSON.stringify(address.origin)));
      const link = linkTo(address);
      expect(await link.sign('challenge')).toBeUndefined();
      const { heard, socket } = listen(link);
      await expect.poll(() => heard).toEqual(['hello']);
      expect(link.makeKey()).toMatch(/^[\w-]{122}$/);
      expect(await link.keepKey(ID)).toBe(true);
      socket.close();
    },
  );
});
