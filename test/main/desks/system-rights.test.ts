import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { deskMethods } from '../../../main/desks/desk-methods.ts';
import { Desks } from '../../../main/desks/desks.ts';
import { Pairing } from '../../../main/desks/pairing.ts';
import { RevokedFile } from '../../../main/desks/revoked-file.ts';
import { checkInPieces } from '../../../main/store/checks/check-store.ts';
import { MINUTE_MS, SECOND_MS } from '../../../shared/instants.ts';
import type { SystemRights } from '../../../shared/system-rights.ts';
import { FakeTimer } from '../support/fake-timer.ts';
import { HERE, IDENTITY } from '../support/here.ts';
import { KeptLog } from '../support/small-hub.ts';
import { codeOf, MERCY, openTestHub, type TestHub, value } from '../support/test-hub.ts';

const LEAST: SystemRights = { calls: 'nothing', feeds: false, callsPerSecond: 20 };
const MORE: SystemRights = { calls: 'sells', feeds: true, callsPerSecond: 50 };

let folder = '';
let store: TestHub;
let desks: Desks;
let methods: ReturnType<typeof deskMethods>;
let timer: FakeTimer;
/** How often supervisors were told that the list has changed. */
let told: number;

const open = async () => {
  timer = new FakeTimer(store.clock);
  told = 0;
  const revoked = await RevokedFile.open(join(folder, 'revoked'), new KeptLog());
  desks = await Desks.open({ hub: store.hub, timer, revoked, endSessionsOf() {}, changed: () => void told++ });
  const pairing = new Pairing({ timer, steady: () => store.clock.now(), changed() {} });
  methods = deskMethods({ hub: store.hub, desks, sessions: { all: [] }, pairing, identity: IDENTITY, mode: 'live', address: () => '' });
};
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'aisle-rights-'));
  store = await openTestHub();
  await open();
});
afterEach(async () => {
  expect(await checkInPieces(store.db, () => {})).toBeUndefined();
  await desks.close();
  await store.hub.close();
  rmSync(folder, { recursive: true, force: true });
});

const call = {
  session: undefined,
  actor: MERCY,
  connection: { desk: undefined, challenge: '', session: undefined, caller: HERE, notify() {} },
};
const allow = (id: string, rights: SystemRights) => store.hub.execute('desks.allow', { requestId: store.requestId(), id, rights }, MERCY);
const rightsListed = async () => value(await methods['desks.list'](call, {})).desks.map(({ rights }) => rights);

async function pairSystem(rights?: SystemRights) {
  const { code } = value(await methods['desks.offer'](call, { desk: 'WEB-1', kind: 'system', ...(rights ? { rights } : {}) }));
  const { id, secret } = value(await methods['desks.pair'](call, { code, system: true })) as { id: string; secret: string };
  return { id, bearer: `Bearer ${id}.${secret}` };
}

test('what a system may is the least where nobody says more, and what a supervisor says from its next call on', async () => {
  const { id, bearer } = await pairSystem();
  expect(desks.systemOf(bearer, '10.0.0.7')).toEqual({ id, desk: 'WEB-1', rights: LEAST });
  expect(value(await allow(id, MORE))).toEqual({ id, desk: 'WEB-1', rights: MORE });
  expect(desks.systemOf(bearer, '10.0.0.7')?.rights).toEqual(MORE);
  expect(await rightsListed()).toEqual([MORE]);
  value(await allow(id, LEAST));
  expect(desks.systemOf(bearer, '10.0.0.7')?.rights).toEqual(LEAST);
});

test('it is kept over a start of the hub', async () => {
  const { bearer } = await pairSystem(MORE);
  await desks.close();
  await open();
  expect(desks.systemOf(bearer, '10.0.0.7')?.rights).toEqual(MORE);
});

test('it is said of no counter, and of none that is not there', async () => {
  const counter = { id: 'c'.repeat(22), name: 'T1-04', kind: 'console', rights: null, key: 'key' } as const;
  value(await store.hub.change('desks.add', { ...counter, keptIn: null, practice: false }, MERCY, store.requestId()));
  expect(codeOf(await allow(counter.id, LEAST))).toBe('DESK_NO_SYSTEM');
  expect(codeOf(await allow('x'.repeat(22), LEAST))).toBe('DESK_UNKNOWN');
  expect(await rightsListed()).toEqual([null]);
});

test('a system that calls read "away", and its address was empty: it is live until a minute after its last call, and supervisors are told so', async () => {
  const { bearer } = await pairSystem(MORE);
  const listed = async () => {
    const { state, lastSeen, address } = value(await methods['desks.list'](call, {})).desks[0] ?? {};
    return [state, lastSeen, address];
  };
  const passes = (ms: number) => {
    timer.pass(ms);
    const before = told;
    told = 0;
    return before;
  };
  expect(await listed()).toEqual(['never', null, null]);
  expect(passes(SECOND_MS), 'it was paired').toBe(1);
  const first = store.clock.now();
  desks.systemOf(bearer, '10.0.0.7');
  expect(await listed()).toEqual(['live', first, '10.0.0.7']);
  expect(passes(40 * SECOND_MS)).toBe(1);
  desks.systemOf(bearer, '10.0.0.8');
  const last = store.clock.now();
  expect(passes(MINUTE_MS - 1), 'it is still there').toBe(0);
  expect(await listed()).toEqual(['live', last, '10.0.0.8']);
  expect(passes(SECOND_MS), 'it calls no more').toBe(1);
  expect(await listed()).toEqual(['away', last, '10.0.0.8']);
  expect(desks.systemOf(`${bearer.slice(0, -1)}!`, '10.0.0.9')).toBeUndefined();
  expect(await listed()).toEqual(['away', last, '10.0.0.8']);
});
