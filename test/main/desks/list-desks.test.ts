import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Desks } from '../../../main/desks/desks.ts';
import { listDesks } from '../../../main/desks/list-desks.ts';
import { RevokedFile } from '../../../main/desks/revoked-file.ts';
import type { Connection, DeskSeat } from '../../../main/hub/connection.ts';
import { newChallenge } from '../../../main/hub/hub-desk.ts';
import { Sessions } from '../../../main/sessions/sessions.ts';
import { FakeTimer } from '../support/fake-timer.ts';
import { KeptLog } from '../support/small-hub.ts';
import { MERCY, openTestHub, type TestHub, value } from '../support/test-hub.ts';

const ID = 'T3-03'.padEnd(22, '_');
let store: TestHub;
let timer: FakeTimer;
let sessions: Sessions;
let desks: Desks;
let folder: string;
let told: number;

async function open(): Promise<void> {
  timer = new FakeTimer(store.clock);
  sessions = new Sessions({ clock: store.clock, timer });
  told = 0;
  const revoked = await RevokedFile.open(join(folder, 'revoked'), new KeptLog());
  desks = await Desks.open({ hub: store.hub, timer, revoked, endSessionsOf: (id) => sessions.endAt(id), changed: () => told++ });
}
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'aisle-list-'));
  store = await openTestHub();
  await open();
  const desk = { id: ID, name: 'T3-03', kind: 'console', rights: null, key: 'a public key' } as const;
  value(await store.hub.change('desks.add', { ...desk, keptIn: 'browser', practice: false }, MERCY, null));
  desks.add(desk);
});
afterEach(async () => {
  await desks.close();
  await store.hub.close();
  rmSync(folder, { recursive: true, force: true });
});

const list = () => listDesks(store.hub, desks, sessions.all);

class Console implements Connection {
  session: Connection['session'];
  desk: DeskSeat | undefined;
  readonly challenge = newChallenge();
  readonly caller = { address: '10.0.0.7', console: 'far', local: false };
  notify(): void {}

  /** It loses the hub. */
  close(): void {
    this.session?.detach(this);
    this.desk?.leave(this);
  }
}

/** A console that has proved that it is the desk; `display`: who signs in there. */
function consoleOf(display?: string): Console {
  const console = new Console();
  const desk = desks.paired(ID);
  if (desk) desks.enter(desk, console, '1.4.2');
  if (display !== undefined) sessions.begin(console, { user: display, display, role: 'agent', desk: 'T3-03' });
  return console;
}

test('a desk says who is there, from where, with what, and since when nobody is', async () => {
  expect(await list()).toMatchObject([{ desk: 'T3-03', state: 'never', user: null, lastSeen: null, address: null, keptIn: 'browser' }]);
  const at = consoleOf('A. Ruiz');
  expect(await list()).toMatchObject([
    { state: 'live', user: 'A. Ruiz', version: '1.4.2', address: '10.0.0.7', lastSeen: store.clock.now() },
  ]);
  at.session?.lock();
  expect(await list()).toMatchObject([{ state: 'locked', user: 'A. Ruiz' }]);
  if (at.session) sessions.end(at.session);
  at.close();
  const gone = store.clock.now();
  store.clock.advance(60_000);
  expect(await list()).toMatchObject([{ state: 'away', user: null, lastSeen: gone, version: '1.4.2' }]);
  await desks.close();
  await open();
  expect(await list(), 'written down before the hub ended').toMatchObject([{ state: 'away', lastSeen: gone, address: '10.0.0.7' }]);
});

test('a desk that has lost the hub names who is signed in there: nobody was named, and to revoke it signs them out all the same', async () => {
  const signedInAt = store.clock.now();
  const at = consoleOf('A. Ruiz');
  store.clock.advance(9 * 60_000);
  at.close();
  const gone = store.clock.now();
  store.clock.advance(60_000);
  expect(await list()).toMatchObject([{ state: 'cutOff', user: 'A. Ruiz', signedInAt, lastSeen: gone }]);
  value(await store.hub.execute('desks.revoke', { requestId: store.requestId(), id: ID }, MERCY));
  expect(sessions.count).toBe(0);
  expect(await list()).toMatchObject([{ state: 'revoked', user: null, signedInAt: null }]);
});

test('of several who are signed in at one desk that one is named who sits at a console that is not locked', async () => {
  const [locked, , closed] = [consoleOf('A. Ruiz'), consoleOf('J. Weber'), consoleOf('N. Abara')];
  locked.session?.lock();
  closed.close();
  expect(await list()).toMatchObject([{ state: 'live', user: 'J. Weber' }]);
});

test('when somebody signed in is told while the hub knows it, and not after it was started again', async () => {
  const at = consoleOf('A. Ruiz');
  const signedInAt = store.clock.now();
  expect(await list()).toMatchObject([{ signedInAt }]);
  const [kept] = sessions.toKeep();
  at.close();
  await desks.close();
  await open();
  if (kept) sessions.restore(kept, { display: 'A. Ruiz', role: 'agent' });
  expect(await list()).toMatchObject([{ state: 'cutOff', user: 'A. Ruiz', signedInAt: null }]);
});

test('the list is told of once for many consoles that come together', () => {
  timer.pass(1_000);
  told = 0;
  for (let console = 0; console < 30; console++) consoleOf();
  timer.pass(1_000);
  expect(told).toBe(1);
});
