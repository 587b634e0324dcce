import { SYSTEM } from '../../../../main/actor.ts';
import type { Connection } from '../../../../main/hub/connection.ts';
import { VERSION } from '../../../../main/hub/version.ts';
import { sessionMethods } from '../../../../main/sessions/session-methods.ts';
import { Sessions } from '../../../../main/sessions/sessions.ts';
import { storeUsers } from '../../../../main/sessions/store-users.ts';
import { TRAINING_USERS } from '../../../../main/training/training-users.ts';
import { TRAINING_VOUCHERS } from '../../../../main/training/training-vouchers.ts';
import { assert } from '../../../../shared/assert.ts';
import { cheapHash } from '../../../main/support/cheap-hash.ts';
import { FakeTimer } from '../../../main/support/fake-timer.ts';
import { deskAt, HERE, IDENTITY, seatAt } from '../../../main/support/here.ts';
import { ANA, MERCY, value } from '../../../main/support/test-hub.ts';
import { openCounter } from './open-counter.ts';

/** A training hub: what it tells a console before anybody has signed in, what Ana gets when she does, and what wrong PINs get. */
export async function runSessions() {
  const counter = await openCounter();
  const { hub, clock, reference } = counter;
  for (const { user, display, role, pin } of TRAINING_USERS) {
    const { requestId } = counter.request();
    value(await hub.change('users.add', { user, display, role, pinHash: await cheapHash(pin, user, requestId) }, SYSTEM, requestId));
  }
  const home = reference.airport('JFK');
  assert(home, 'the reference knows JFK');
  const sessions = new Sessions({ clock, timer: new FakeTimer(clock), newToken: () => 'token-of-ruiz' });
  const methods = sessionMethods({
    ...{ sessions, users: storeUsers(hub), hub },
    facts: {
      mode: 'training',
      trainingUsers: TRAINING_USERS,
      trainingVouchers: TRAINING_VOUCHERS.map(({ number, does }) => ({ number, does })),
      version: VERSION,
      hub: IDENTITY.fingerprint,
      home: { airport: home.code, zone: home.zone },
      terminal: 'simulated',
    },
    trouble: () => ({ problem: '', backups: false }),
    kept: async () => {},
  });
  const console: Connection = { ...seatAt(deskAt(ANA.desk)), session: undefined, caller: HERE, notify: () => {} };
  const call = { session: undefined, actor: SYSTEM, connection: console };
  const [ana] = TRAINING_USERS;
  assert(ana?.user === ANA.user, 'Ana is the first user of training');
  const signIn = (pin: string) => methods['session.signIn'](call, { ...counter.request(), user: ana.user, pin });
  const tries = [];
  for (const pin of ['9999', '9998', '9997']) tries.push(await signIn(pin));
  const signInRefused = tries.filter((reply) => !reply.ok);
  const signedIn = value(await signIn(ana.pin));
  await counter.placeHold();
  const state = value(await methods['session.state'](call, {}));
  const users = value(await hub.ask('users.list', {}, MERCY));
  const texts = ['JFK', 'NEW Y', 'LOS AN', 'ZZZ', 'NYC', 'LAX'].flatMap((text) => [...text].map((_, end) => text.slice(0, end + 1)));
  const places = Object.fromEntries(
    await Promise.all(texts.map(async (text) => [text, value(await hub.ask('flights.places', { text }, ANA))] as const)),
  );
  const noJobs = value(await hub.ask('jobs.list', {}, MERCY));
  sessions.close();
  await hub.close();
  return { state, signedIn, signInRefused, users, places, noJobs };
}
