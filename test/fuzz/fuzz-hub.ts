import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deskMethods } from '../../main/desks/desk-methods.ts';
import { Desks } from '../../main/desks/desks.ts';
import { Pairing } from '../../main/desks/pairing.ts';
import { RevokedFile } from '../../main/desks/revoked-file.ts';
import type { Connection } from '../../main/hub/connection.ts';
import type { HubMethods } from '../../main/hub/hub-methods.ts';
import { calendarMethods } from '../../main/import/calendar-methods.ts';
import { fareMethods } from '../../main/import/fare-methods.ts';
import { hubImportStore } from '../../main/import/import-store.ts';
import { scheduleMethods } from '../../main/import/schedule-methods.ts';
import { Uploads } from '../../main/import/uploads.ts';
import { LiveFeed } from '../../main/live/live-feed.ts';
import { liveMethods } from '../../main/live/live-methods.ts';
import { Payments } from '../../main/payment/take-payment.ts';
import type { Terminal } from '../../main/payment/terminal.ts';
import { withSupervisor } from '../../main/payment/with-supervisor.ts';
import type { HubFacts } from '../../main/sessions/hub-facts.ts';
import { openSessions } from '../../main/sessions/open-sessions.ts';
import { startImport } from '../../main/threads/start-import.ts';
import { createDispatcher } from '../../main/transport/dispatch.ts';
import { contract, type MethodName } from '../../shared/contract.ts';
import type { JournalEvent } from '../../shared/events.ts';
import { HOUR_MS } from '../../shared/instants.ts';
import { FakeClock } from '../main/support/fake-clock.ts';
import { FakeTimer } from '../main/support/fake-timer.ts';
import { deskAt, HERE, IDENTITY, seatAt } from '../main/support/here.ts';
import { KeptLog } from '../main/support/small-hub.ts';
import { openTestHub } from '../main/support/test-hub.ts';

export const FLIGHTS = 6;

/** Answers at once, as the card of the training mode says; the patience for one that never answers is none. */
const terminal: Terminal = {
  kind: 'simulated',
  async authorise({ testCard }, signal) {
    if (testCard === 'time-out') return new Promise((_, fail) => signal.addEventListener('abort', () => fail(signal.reason)));
    if (testCard === 'decline' || testCard === 'decline-once')
      return { kind: 'declined', reason: 'refused', retryAfterMs: testCard === 'decline' ? null : 1 };
    return { kind: 'approved', approvalCode: '071642' };
  },
  async reverse() {
    return { kind: 'done' } as const;
  },
  async refund() {
    return { kind: 'done' } as const;
  },
};

/** The whole hub process but for its sockets: dispatcher, sessions, imports, payment and core on a real store, with time moved by hand. */
/** The code that is shown whenever one is, so that some who guess it are right. */
export const PAIRING_CODE = '482913';
/** What the desk is called that was paired as the so manieth. */
export const deskIdOf = (number: number): string => String(number).padStart(22, 'd');

export async function openFuzzHub(file = ':memory:') {
  const clock = new FakeClock();
  const timer = new FakeTimer(clock);
  const test = await openTestHub({ clock, file });
  const { hub } = test;
  // A city pair, a connection, one that left, one that is cancelled and a small one that fills up.
  const start = clock.now() + 26 * HOUR_MS;
  await test.addFlight({ fixed: true });
  await test.addFlight({ destination: 'ORD', departs_at: start, arrives_at: start + 2 * HOUR_MS, fixed: true });
  await test.addFlight({ origin: 'ORD', departs_at: start + 4 * HOUR_MS, arrives_at: start + 8 * HOUR_MS, fixed: true });
  await test.addFlight({ departs_at: clock.now() - HOUR_MS });
  await test.addFlight({ cancelled: 1 });
  await test.addFlight({ seat_map: 'crj-200', equipment: 'CR2' });

  const folder = mkdtempSync(join(tmpdir(), 'aisle-fuzz-'));
  const log = new KeptLog();
  const facts: HubFacts = {
    mode: 'training',
    trainingUsers: [],
    trainingVouchers: [],
    version: '1',
    hub: IDENTITY.fingerprint,
    home: { airport: 'JFK', zone: 'America/New_York' },
    terminal: 'simulated',
  };
  const trouble = () => ({ problem: '', backups: false });
  const people = await openSessions({ hub, clock, timer, log, facts, trouble, file: join(folder, 'sessions') });
  const { sessions } = people;
  const payments = new Payments({ hub, terminal, wait: async () => {} });
  const live = new LiveFeed({ hub, timer });
  const revoked = await RevokedFile.open(join(folder, 'revoked'), log);
  const desks = await Desks.open({ hub, timer, revoked, endSessionsOf: (id) => sessions.endAt(id), changed() {} });
  const pairing = new Pairing({ timer, steady: () => clock.now(), newCode: () => PAIRING_CODE, changed() {} });
  let lastDesk = 0;
  const newId = () => deskIdOf(++lastDesk);
  const methods = {
    ...people.methods,
    ...deskMethods({ hub, desks, sessions, pairing, identity: IDENTITY, mode: 'training', address: () => '', newId }),
    ...liveMethods(live),
    ...scheduleMethods(new Uploads(join(folder, 'uploads')), hubImportStore(hub, startImport), {
      reference: test.reference,
      now: () => hub.now(),
    }),
    ...calendarMethods({ run: startImport, now: () => hub.now() }),
    ...fareMethods({ hub, run: startImport }),
    'bookings.confirm': withSupervisor((call, yes) => people.pins.supervisor(call, yes), payments.confirm),
    'bookings.change': payments.change,
  };
  const dispatcher = createDispatcher({ hub, methods: methods as unknown as HubMethods, log });
  const heard: JournalEvent[] = [];
  hub.on((events) => heard.push(...events));

  return {
    ...test,
    sessions,
    timer,
    dispatcher,
    live,
    /** Methods that this hub answers; those that need a whole process around it are tried on one. */
    answers: (name: MethodName): boolean => contract[name].kind !== 'hub' || Object.hasOwn(methods, name),
    log,
    /** What happened since it was last emptied. */
    heard,
    /** A console at which somebody has just signed in; without a role, nobody. */
    console(role?: 'agent' | 'supervisor', at = 'T1-04'): Connection {
      const connection: Connection = { ...seatAt(deskAt(at)), session: undefined, caller: HERE, notify() {} };
      if (role) sessions.begin(connection, { user: role, display: role, role, desk: at });
      return connection;
    },
    async close(): Promise<void> {
      await desks.close();
      await people.close({ forget: true });
      live.close();
      await hub.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type FuzzHub = Awaited<ReturnType<typeof openFuzzHub>>;
