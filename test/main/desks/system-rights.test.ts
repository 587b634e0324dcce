import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { deskMethods } from '../../../main/desks/desk-methods.ts';
import { Desks } from '../../../main/desks/desks.ts';
import { Pairing } from '../../../main/desks/pairing.ts';
import { RevokedFile } from '../../../main/desks/revoked-file.ts';
import { checkInPieces } from '../../../main/store/checks/check-store.ts';
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

const open = async () => {
  const timer = new FakeTimer(store.clock);
  const revoked = await RevokedFile.open(join(folder, 'revoked'), new KeptLog());
  desks = await Desks.open({ hub: store.hub, timer, revoked, endSessionsOf() {}, changed() {} });
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
  expect(desks.systemOf(bearer)).toEqual({ id, desk: 'WEB-1', rights: LEAST });
  expect(value(await allow(id, MORE))).toEqual({ id, desk: 'WEB-1', rights: MORE });
  expect(desks.systemOf(bearer)?.rights).toEqual(MORE);
  expect(await rightsListed()).toEqual([MORE]);
  value(await allow(id, LEAST));
  expect(desks.systemOf(bearer)?.rights).toEqual(LEAST);
});

test('it is kept over a start of the hub', async () => {
  const { bearer } = await pairSystem(MORE);
  await desks.close();
  await open();
  expect(desks.systemOf(bearer)?.rights).toEqual(MORE);
});

test('it is said of no counter, and of none that is not there', async () => {
  const counter = { id: 'c'.repeat(22), name: 'T1-04', kind: 'console', rights: null, key: 'key' } as const;
  value(await store.hub.change('desks.add', { ...counter, keptIn: null, practice: false }, MERCY, store.requestId()));
  expect(codeOf(await allow(counter.id, LEAST))).toBe('DESK_NO_SYSTEM');
  expect(codeOf(await allow('x'.repeat(22), LEAST))).toBe('DESK_UNKNOWN');
  expect(await rightsListed()).toEqual([null]);
});
