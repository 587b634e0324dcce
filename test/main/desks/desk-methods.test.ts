import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type DeskMethods, deskMethods } from '../../../main/desks/desk-methods.ts';
import { Desks } from '../../../main/desks/desks.ts';
import { Pairing } from '../../../main/desks/pairing.ts';
import { RevokedFile } from '../../../main/desks/revoked-file.ts';
import type { Caller } from '../../../main/hub/caller.ts';
import type { Connection, DeskSeat } from '../../../main/hub/connection.ts';
import { newChallenge } from '../../../main/hub/hub-desk.ts';
import { Payments } from '../../../main/payment/take-payment.ts';
import { Sessions } from '../../../main/sessions/sessions.ts';
import { checkInPieces } from '../../../main/store/checks/check-store.ts';
import { deskProofText } from '../../../shared/desk-proof.ts';
import type { Notice } from '../../../shared/notices.ts';
import type { Reply } from '../../../shared/refusals.ts';
import { HandTerminal } from '../payment/hand-terminal.ts';
import { FakeTimer } from '../support/fake-timer.ts';
import { HERE, IDENTITY } from '../support/here.ts';
import { KeptLog } from '../support/small-hub.ts';
import { ANA, codeOf, MERCY, openTestHub, sale, type TestHub, value } from '../support/test-hub.ts';

const FAR: Caller = { address: '10.0.0.7', console: 'far', local: false };
const CURVE = { name: 'ECDSA', namedCurve: 'P-256' };
const base64 = (bytes: ArrayBuffer) => Buffer.from(bytes).toString('base64url');

class Console implements Connection {
  session: Connection['session'];
  desk: DeskSeat | undefined;
  readonly challenge = newChallenge();
  readonly caller: Caller;
  readonly heard: string[] = [];
  constructor(caller = FAR) {
    this.caller = caller;
  }
  notify({ type }: Notice): void {
    this.heard.push(type);
  }
}

async function newKey() {
  const { publicKey, privateKey } = await crypto.subtle.generateKey(CURVE, false, ['sign', 'verify']);
  const sign = async (challenge: string, hub = IDENTITY.fingerprint) =>
    base64(
      await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, privateKey, new TextEncoder().encode(deskProofText(challenge, hub))),
    );
  return { publicKey: base64(await crypto.subtle.exportKey('spki', publicKey)), sign };
}

let store: TestHub;
let timer: FakeTimer;
let sessions: Sessions;
let desks: Desks;
let pairing: Pairing;
let revoked: RevokedFile;
let folder: string;
let methods: DeskMethods;

const open = async (mode: 'live' | 'training' = 'live') => {
  timer = new FakeTimer(store.clock);
  sessions = new Sessions({ clock: store.clock, timer });
  pairing = new Pairing({ timer, steady: () => store.clock.now(), changed() {} });
  revoked = await RevokedFile.open(join(folder, 'revoked'), new KeptLog());
  desks = await Desks.open({ hub: store.hub, timer, revoked, endSessionsOf: (id) => sessions.endAt(id), changed() {} });
  methods = deskMethods({ hub: store.hub, desks, sessions, pairing, identity: IDENTITY, mode, address: () => 'https://jfk-1:4610' });
};
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'aisle-desks-'));
  store = await openTestHub();
  await open();
});
afterEach(async () => {
  expect(await checkInPieces(store.db, () => {})).toBeUndefined();
  await desks.close();
  await store.hub.close();
  rmSync(folder, { recursive: true, force: true });
});

const callOf = (connection: Connection, actor = ANA) => ({ session: connection.session, actor, connection });
const supervisor = () => callOf(new Console(HERE), MERCY);
const offer = async (desk = 'T3-03') => value(await methods['desks.offer'](supervisor(), { desk, kind: 'console' }));
type Paired = { id: string; desk: string; hub: string };
const pair = async (code: string, publicKey: string, at = new Console()) =>
  (await methods['desks.pair'](callOf(at), { code, publicKey })) as Reply<Paired>;
const prove = (at: Connection, id: string, signature: string) => methods['session.prove'](callOf(at), { id, signature });
const list = async () => value(await methods['desks.list'](supervisor(), {})).desks;
const revoke = (id: string) => store.hub.execute('desks.revoke', { requestId: store.requestId(), id }, MERCY);

/** A desk that is paired, and its key. */
async function pairedDesk(desk = 'T3-03') {
  const key = await newKey();
  const { code } = await offer(desk);
  const { id } = value(await pair(code, key.publicKey));
  return {
    id,
    key,
    at: async () => {
      const connection = new Console();
      value(await prove(connection, id, await key.sign(connection.challenge)));
      return connection;
    },
  };
}

describe('pairing', () => {
  test('a console brings the code and its public key, and is that desk as soon as it proves the key', async () => {
    const shown = await offer();
    expect(shown).toMatchObject({
      desk: 'T3-03',
      kind: 'console',
      rights: null,
      triesLeft: 5,
      lastAskedFrom: null,
      address: 'https://jfk-1:4610',
    });
    expect(shown.endsAt).toBe(store.clock.now() + 120_000);
    const key = await newKey();
    const { id, desk, hub } = value(await pair(shown.code, key.publicKey));
    expect([desk, hub]).toEqual(['T3-03', IDENTITY.fingerprint]);
    expect(value(await methods['desks.offered'](supervisor(), {}))).toEqual({ offer: null, paired: { desk: 'T3-03' } });
    const at = new Console();
    expect(value(await prove(at, id, await key.sign(at.challenge)))).toEqual({ desk: 'T3-03' });
    expect(at.desk).toMatchObject({ id, desk: 'T3-03', kind: 'console' });
  });

  test('the same key gets the same answer again when it was lost; another key does not', async () => {
    const { code } = await offer();
    const key = await newKey();
    const first = await pair(code, key.publicKey);
    expect(await pair(code, key.publicKey)).toEqual(first);
    value(await revoke(value(first).id));
    expect(codeOf(await pair(code, key.publicKey)), 'not once it was revoked').toBe('PAIRING_NONE');
  });

  test('a console that asks again before its answer has come gets the same', async () => {
    const { code } = await offer();
    const key = await newKey();
    const [one, two] = await Promise.all([pair(code, key.publicKey), pair(code, key.publicKey)]);
    expect(codeOf(one)).toBe('ok');
    expect(two).toEqual(one);
    expect(codeOf(await pair(code, (await newKey()).publicKey))).toBe('PAIRING_NONE');
    expect(await list()).toHaveLength(1);
  });

  test('many who give the right code at once: one is paired', async () => {
    const { code } = await offer();
    const keys = await Promise.all(Array.from({ length: 6 }, newKey));
    const replies = await Promise.all(keys.map(({ publicKey }) => pair(code, publicKey)));
    expect(replies.map(codeOf).sort()).toEqual([...Array(5).fill('PAIRING_NONE'), 'ok']);
  });

  test('many guesses at once are counted one by one', async () => {
    const { code } = await offer();
    const wrong = code === '000000' ? '000001' : '000000';
    const key = await newKey();
    const replies = await Promise.all(Array.from({ length: 20 }, () => pair(wrong, key.publicKey)));
    expect(replies.filter((reply) => codeOf(reply) === 'PAIRING_CODE_WRONG')).toHaveLength(4);
    expect(codeOf(await pair(code, key.publicKey))).toBe('PAIRING_ENDED');
  });

  test('a name is paired once: another console gets it when the first was revoked', async () => {
    const { id } = await pairedDesk();
    expect(await methods['desks.offer'](supervisor(), { desk: 'T3-03', kind: 'console' })).toMatchObject({
      refusal: { code: 'DESK_TAKEN', next: 'Choose another name, or revoke that desk first.' },
    });
    value(await revoke(id));
    await pairedDesk();
    expect((await list()).map(({ desk, state }) => [desk, state])).toEqual([
      ['T3-03', 'never'],
      ['T3-03', 'revoked'],
    ]);
  });

  test.each([
    ['the hub has', 'T1-01', 'DESK_TAKEN'],
    ['simulated desks have', 'SIM-01', 'DESK_RESERVED'],
  ])('nobody is paired under a name that %s', async (_, desk, refusal) => {
    expect(codeOf(await methods['desks.offer'](supervisor(), { desk, kind: 'console' }))).toBe(refusal);
  });

  test('a key is paired once, also after it was revoked: who had it may still have it', async () => {
    const { id, key } = await pairedDesk();
    value(await revoke(id));
    expect(codeOf(await pair((await offer('T3-04')).code, key.publicKey))).toBe('KEY_USED');
  });

  test.each([
    ['no key', 'x'.repeat(122)],
    ['a key of another curve', ''],
  ])('%s is refused, and costs no try', async (_, text) => {
    const p384 = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-384' }, false, ['sign', 'verify']);
    const { code } = await offer();
    expect(codeOf(await pair(code, text || base64(await crypto.subtle.exportKey('spki', p384.publicKey))))).toBe('INPUT_INVALID');
    expect(value(await methods['desks.offered'](supervisor(), {})).offer?.triesLeft).toBe(5);
  });

  test('a system gets a secret this once, and the hub keeps its fingerprint alone', async () => {
    const { code } = value(await methods['desks.offer'](supervisor(), { desk: 'REVENUE', kind: 'system' }));
    const reply = await methods['desks.pair'](callOf(new Console()), { code, system: true });
    const { id, secret } = value(reply) as { id: string; secret: string };
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
    expect(JSON.stringify(value(await store.hub.look('desks.known', {})))).not.toContain(secret);
    expect(codeOf(await methods['desks.pair'](callOf(new Console()), { code, system: true }))).toBe('PAIRING_NONE');
    const at = new Console();
    expect(codeOf(await prove(at, id, 'x'.repeat(86))), 'a system signs in over no console').toBe('KEY_UNKNOWN');
  });

  test('without a code a desk is paired in training alone, and from the computer of the hub alone', async () => {
    const { publicKey } = await newKey();
    const here = (caller: Caller) => methods['desks.pairHere'](callOf(new Console(caller)), { desk: 'T3-03', publicKey });
    expect(codeOf(await here(HERE))).toBe('PAIRING_NEEDS_CODE');
    await open('training');
    expect(codeOf(await here(FAR))).toBe('PAIRING_NEEDS_CODE');
    expect(codeOf(await here(HERE))).toBe('ok');
    const again = await methods['desks.pairHere'](callOf(new Console(HERE)), { desk: 'T3-03', publicKey: (await newKey()).publicKey });
    expect(codeOf(again), 'a browser that lost its key practises on at the same desk').toBe('ok');
    expect((await list()).map(({ state }) => state)).toEqual(['never', 'revoked']);
    await pairedDesk('T3-04');
    const over = await methods['desks.pairHere'](callOf(new Console(HERE)), { desk: 'T3-04', publicKey: (await newKey()).publicKey });
    expect(codeOf(over), 'not over a desk that a supervisor has paired').toBe('DESK_TAKEN');
  });
});

describe('a proof', () => {
  test.each<[string, (key: Awaited<ReturnType<typeof newKey>>, at: Console) => Promise<string>]>([
    ['of another connection', (key) => key.sign(newChallenge())],
    ['for another hub', (key, at) => key.sign(at.challenge, 'aa'.repeat(32))],
    ['by another key', async (_, at) => (await newKey()).sign(at.challenge)],
    ['that is none', async () => 'x'.repeat(86)],
  ])('%s is worth nothing', async (_, sign) => {
    const { id, key } = await pairedDesk();
    const at = new Console();
    expect(codeOf(await prove(at, id, await sign(key, at)))).toBe('KEY_UNKNOWN');
    expect(at.desk).toBeUndefined();
  });

  test('of a desk that nobody knows says no more than a wrong one', async () => {
    expect(codeOf(await prove(new Console(), 'x'.repeat(22), 'x'.repeat(86)))).toBe('KEY_UNKNOWN');
  });

  test('is asked of the hub that is started again on the same store, and works there', async () => {
    const { at } = await pairedDesk();
    await open();
    expect((await at()).desk?.desk).toBe('T3-03');
  });

  test('at a console where somebody sits at another desk ends nobody, but they sit there no more', async () => {
    const { id, key } = await pairedDesk();
    const at = new Console(HERE);
    at.desk = IDENTITY.desk;
    const session = sessions.begin(at, { user: 'ruiz', display: 'A. Ruiz', role: 'agent', desk: 'T1-01' });
    value(await prove(at, id, await key.sign(at.challenge)));
    expect(at.session).toBeUndefined();
    expect(sessions.resume(at, session.facts.token), 'a session is taken up at its own desk alone').toBeUndefined();
    const own = new Console(HERE);
    own.desk = IDENTITY.desk;
    expect(sessions.resume(own, session.facts.token)).toBe(session);
  });
});

describe('a desk that is revoked', () => {
  test('signs out whoever is there, tells its consoles, and its key is worth nothing', async () => {
    const { id, key, at } = await pairedDesk();
    const [one, other] = [await at(), await at()];
    const { facts } = sessions.begin(one, { user: 'ruiz', display: 'A. Ruiz', role: 'agent', desk: 'T3-03' });
    value(await revoke(id));
    expect([one.session, one.desk, other.desk]).toEqual([undefined, undefined, undefined]);
    expect([...new Set(one.heard), ...other.heard]).toEqual(['session.ended', 'session.ended']);
    expect(sessions.resume(one, facts.token)).toBeUndefined();
    const next = new Console();
    expect(codeOf(await prove(next, id, await key.sign(next.challenge)))).toBe('KEY_REVOKED');
    await open();
    expect(codeOf(await prove(next, id, await key.sign(next.challenge))), 'after a restart too').toBe('KEY_REVOKED');
    expect(codeOf(await revoke(id))).toBe('DESK_UNKNOWN');
  });

  test('finishes the payment that is under way there: the seat is sold, and the card was not charged for nothing', async () => {
    const { id, at } = await pairedDesk();
    const one = await at();
    const actor = { ...ANA, desk: 'T3-03' };
    sessions.begin(one, { user: 'ruiz', display: 'A. Ruiz', role: 'agent', desk: 'T3-03' });
    const flight = await store.addFlight();
    const held = value(await store.hold(flight.id, ['15A'], {}, actor));
    const terminal = new HandTerminal();
    const payments = new Payments({ hub: store.hub, terminal, wait: () => new Promise(() => {}) });
    const tenders = [{ kind: 'card', amount: held.total, approvalCode: null, testCard: null } as const];
    const reply = payments.confirm({ ...callOf(one, actor) }, { requestId: store.requestId(), ...sale(held, { tenders }) });
    await terminal.whenAsked();
    value(await revoke(id));
    expect(one.session).toBeUndefined();
    terminal.answer({ kind: 'approved', approvalCode: '071642' });
    expect(value(await reply)).toMatchObject({ state: 'CONFIRMED', sale: { desk: 'T3-03' } });
  });

  test('stays in the list with who revoked it and when', async () => {
    const { id } = await pairedDesk();
    store.clock.advance(5_000);
    value(await revoke(id));
    expect(await list()).toMatchObject([{ id, state: 'revoked', pairedBy: 'osei', revokedBy: 'osei', revokedAt: store.clock.now() }]);
  });
});

describe('a backup of before a desk was revoked', () => {
  /** The row as it was before. */
  const putBack = () => store.db.script('UPDATE desks SET revoked_at = NULL, revoked_by = NULL');

  test('does not bring it back: the hub revokes it again at its start, and the journal says so', async () => {
    const { id, key } = await pairedDesk();
    const stays = await pairedDesk('T3-04');
    value(await revoke(id));
    await desks.close();
    await putBack();
    await open();
    const at = new Console();
    expect(codeOf(await prove(at, id, await key.sign(at.challenge)))).toBe('KEY_REVOKED');
    expect((await stays.at()).desk?.desk).toBe('T3-04');
    expect(await list()).toMatchObject([{ desk: 'T3-04' }, { desk: 'T3-03', state: 'revoked', revokedBy: '-' }]);
  });

  test('that was killed before its file was written is written at the next start', async () => {
    const { id } = await pairedDesk();
    value(await revoke(id));
    await desks.close();
    rmSync(join(folder, 'revoked'));
    await open();
    expect(readFileSync(join(folder, 'revoked'), 'utf8')).toContain(id);
  });

  test('a file that cannot be read stops nobody, and the log says what to do', async () => {
    writeFileSync(join(folder, 'revoked'), '{"version":1,');
    const log = new KeptLog();
    expect((await RevokedFile.open(join(folder, 'revoked'), log)).has('x')).toBe(false);
    expect(log.lines.join()).toContain('look through the desks');
  });
});

describe('another name', () => {
  const rename = (id: string, desk: string) => methods['desks.rename'](supervisor(), { requestId: store.requestId(), id, desk });

  test('is the name of its consoles at once; who is there signs in anew, because journal and receipts take the name', async () => {
    const { id, at } = await pairedDesk();
    const one = await at();
    sessions.begin(one, { user: 'ruiz', display: 'A. Ruiz', role: 'agent', desk: 'T3-03' });
    expect(value(await rename(id, 'T3-07'))).toEqual({ id, desk: 'T3-07' });
    expect([one.desk?.desk, one.session, one.heard.at(-1)]).toEqual(['T3-07', undefined, 'session.ended']);
    expect((await at()).desk?.desk).toBe('T3-07');
  });

  test('is refused while it is taken, or while shift or holds would stay with the old one', async () => {
    const { id } = await pairedDesk();
    await pairedDesk('T3-04');
    const there = { ...ANA, desk: 'T3-03' };
    expect(codeOf(await rename(id, 'T3-04'))).toBe('DESK_TAKEN');
    expect(codeOf(await rename(id, 'T1-01'))).toBe('DESK_TAKEN');
    expect(codeOf(await rename('x'.repeat(22), 'T3-09'))).toBe('DESK_UNKNOWN');
    const flight = await store.addFlight();
    const hold = value(await store.hold(flight.id, ['20A'], {}, there));
    expect(codeOf(await rename(id, 'T3-09'))).toBe('DESK_IN_USE');
    value(await store.hub.execute('holds.release', { requestId: store.requestId(), bookingId: hold.bookingId }, there));
    value(await store.hub.execute('shift.open', { requestId: store.requestId(), floats: [{ currency: 'USD', amount: 25_000 }] }, there));
    expect(codeOf(await rename(id, 'T3-09'))).toBe('DESK_IN_USE');
  });
});
