import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { TRAINING_USERS } from '../../main/training/training-users.ts';
import type { Input, MethodName, ReplyOf } from '../../shared/contract.ts';
import { deskProofText } from '../../shared/desk-proof.ts';
import { DeskConsole } from '../crash/desk-console.ts';
import { HubProcess } from '../crash/hub-process.ts';
import { FAR_ADDRESS } from '../support/far-address.ts';
import { layQuietTraining } from '../support/quiet-training.ts';
import { codeOf, value } from './support/test-hub.ts';

const CURVE = { name: 'ECDSA', namedCurve: 'P-256' };
const base64 = (bytes: ArrayBuffer): string => Buffer.from(bytes).toString('base64url');
const PIN = TRAINING_USERS.find(({ user }) => user === 'ruiz')?.pin ?? '';

let folder = '';
const hubs: HubProcess[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aisle-station-'));
  layQuietTraining(folder);
});
afterEach(async () => {
  for (const hub of hubs.splice(0)) await hub.kill();
  rmSync(folder, { recursive: true, force: true });
});

async function startHub(...args: string[]) {
  const hub = new HubProcess(folder, '--host', '0.0.0.0', '--desk', 'JFK-1', ...args);
  hubs.push(hub);
  const near = await hub.ready;
  await expect.poll(() => hub.said).toMatch(/fingerprint there: [0-9A-F ]+/);
  const far = /at (https:\S+),/.exec(hub.said)?.[1] ?? '';
  return { hub, near, far, shown: /fingerprint there: ([0-9A-F ]{19})/.exec(hub.said)?.[1] ?? '' };
}

/** A console on another computer, which trusts the hub's authority and nothing else. */
class FarConsole {
  readonly heard: { readonly type?: string; readonly id?: number }[] = [];
  readonly #socket: WebSocket;
  #last = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('error', () => {});
    socket.on('message', (data) => this.heard.push(JSON.parse(String(data))));
  }

  static async open(far: string, ca: string): Promise<FarConsole> {
    const console = new FarConsole(new WebSocket(`${far.replace('https', 'wss')}/socket`, { ca, origin: far }));
    await console.hears((each) => each.type === 'hello');
    return console;
  }

  async hears(find: (each: FarConsole['heard'][number]) => boolean) {
    await expect.poll(() => this.heard.some(find)).toBe(true);
    return this.heard.find(find);
  }

  get hello() {
    return this.heard[0] as unknown as { readonly challenge: string; readonly hub: string };
  }

  async call<Name extends MethodName>(method: Name, input: Input<Name>): Promise<ReplyOf<Name>> {
    const id = ++this.#last;
    this.#socket.send(JSON.stringify({ id, method, input, by: 'person' }));
    return (await this.hears((each) => each.id === id)) as unknown as ReplyOf<Name>;
  }

  close(): void {
    this.#socket.terminate();
  }
}

test.skipIf(FAR_ADDRESS === undefined)(
  'a console of another computer is paired, sells at its desk, comes back to a hub that was killed, and is no desk once it is revoked',
  async () => {
    const first = await startHub();
    const ca = await (await fetch(`${first.near}/authority.crt`)).text();
    const fingerprint = new X509Certificate(ca).fingerprint256.replaceAll(':', '');
    expect(first.shown).toBe((fingerprint.slice(0, 16).match(/.{4}/g) ?? []).join(' '));
    await expect(fetch(first.far.replace('https', 'http')).then(({ status }) => status)).resolves.toBe(426);

    const quiet = { sent() {}, answered() {}, heard() {} };
    const supervisor = await DeskConsole.signIn(first.near, 'osei', 'JFK-1', quiet);
    const { code, address } = value(await supervisor.call('desks.offer', { desk: 'T3-03', kind: 'console' }));
    expect(address).toBe(first.far);

    const far = await FarConsole.open(first.far, ca);
    expect(far.hello.hub).toBe(fingerprint.toLowerCase());
    expect(value(await far.call('session.state', {}))).toMatchObject({ desk: null, atHub: false });
    const signIn = { requestId: 'far-sign-in-1', user: 'ruiz', pin: PIN };
    expect(codeOf(await far.call('session.signIn', signIn))).toBe('DESK_NOT_PAIRED');
    const { publicKey, privateKey } = await crypto.subtle.generateKey(CURVE, false, ['sign', 'verify']);
    const spki = base64(await crypto.subtle.exportKey('spki', publicKey));
    const wrong = code === '000000' ? '000001' : '000000';
    expect(codeOf(await far.call('desks.pair', { code: wrong, publicKey: spki }))).toBe('PAIRING_CODE_WRONG');
    expect(codeOf(await far.call('desks.pairHere', { desk: 'T3-03', publicKey: spki }))).toBe('PAIRING_NEEDS_CODE');
    const { id } = value(await far.call('desks.pair', { code, publicKey: spki })) as { id: string };
    const signatureFor = async ({ challenge, hub }: FarConsole['hello']) =>
      base64(
        await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, privateKey, new TextEncoder().encode(deskProofText(challenge, hub))),
      );
    const signature = await signatureFor(far.hello);
    expect(value(await far.call('session.prove', { id, signature }))).toEqual({ desk: 'T3-03' });
    const { token } = value(await far.call('session.signIn', signIn));
    expect(value(await supervisor.call('desks.list', {})).desks).toMatchObject([{ desk: 'T3-03', state: 'live', user: 'Ana Ruiz' }]);
    await supervisor.close();

    await first.hub.kill();
    const second = await startHub('--port', new URL(first.near).port);
    expect([second.far, second.shown]).toEqual([first.far, first.shown]);
    const back = await FarConsole.open(second.far, ca);
    expect(codeOf(await back.call('session.resume', { token })), 'without the key the token is worth nothing').toBe('DESK_NOT_PAIRED');
    expect(codeOf(await back.call('session.prove', { id, signature })), 'what was signed before is worth nothing').toBe('KEY_UNKNOWN');
    value(await back.call('session.prove', { id, signature: await signatureFor(back.hello) }));
    expect(value(await back.call('session.resume', { token }))).toMatchObject({
      user: 'ruiz',
      desk: 'T3-03',
      locked: true,
      restored: true,
    });

    const again = await DeskConsole.signIn(second.near, 'osei', 'JFK-1', quiet);
    value(await again.call('desks.revoke', { requestId: 'revoke-far-1', id }));
    await back.hears(({ type }) => type === 'session.ended');
    expect(codeOf(await back.call('session.resume', { token }))).toBe('DESK_NOT_PAIRED');
    expect(codeOf(await back.call('session.prove', { id, signature: await signatureFor(back.hello) }))).toBe('KEY_REVOKED');
    for (const console of [far, back]) console.close();
    await again.close();
    await second.hub.stop();

    if (process.platform !== 'win32')
      for (const secret of ['authority', 'certificate', 'revoked']) {
        const { mode } = statSync(join(folder, `training.sqlite.${secret}`));
        expect(`${secret} ${(mode & 0o777).toString(8)}`).toBe(`${secret} 600`);
      }
    expect(readFileSync(join(folder, 'aisle.log'), 'utf8')).not.toMatch(/PRIVATE KEY/);
    expect(readFileSync(join(folder, 'training.sqlite.revoked'), 'utf8')).toContain(id);
  },
);
