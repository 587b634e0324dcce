import { describe, expect, test } from 'vitest';
import { SYSTEM } from '../../../main/actor.ts';
import type { Connection } from '../../../main/hub/connection.ts';
import { followUsers } from '../../../main/sessions/follow-users.ts';
import { sessionMethods } from '../../../main/sessions/session-methods.ts';
import { Sessions } from '../../../main/sessions/sessions.ts';
import { storeUsers } from '../../../main/sessions/store-users.ts';
import { userMethods } from '../../../main/sessions/user-methods.ts';
import type { UserStore } from '../../../main/sessions/user-store.ts';
import { cheapHash } from '../support/cheap-hash.ts';
import { FakeTimer } from '../support/fake-timer.ts';
import { deskAt, HERE, seatAt } from '../support/here.ts';
import { FACTS } from '../support/hub-facts.ts';
import { codeOf, MERCY, openTestHub, value } from '../support/test-hub.ts';

const PEOPLE = await Promise.all(
  (
    [
      ['ruiz', 'agent', '4711'],
      ['osei', 'supervisor', '8124'],
      ['brandt', 'supervisor', '5920'],
    ] as const
  ).map(async ([user, role, pin]) => ({ user, display: user, role, pinHash: await cheapHash(pin, user) })),
);
const NEW_HASH = await cheapHash('6033', 'ruiz', 'given0002');

/** A hub that knows an agent and two supervisors, with their PINs, and what signs them in. */
async function openPeople() {
  const store = await openTestHub();
  const { hub, clock, requestId } = store;
  const sessions = new Sessions({ clock, timer: new FakeTimer(clock) });
  followUsers(hub, sessions);
  const users = storeUsers(hub);
  for (const person of PEOPLE) value(await users.add(person, MERCY, requestId()));

  const consoleAt = () => {
    const heard: string[] = [];
    const connection: Connection = { ...seatAt(deskAt('T1-04')), session: undefined, caller: HERE, notify: ({ type }) => heard.push(type) };
    return { connection, heard };
  };
  const callOf = (connection: Connection) => ({ session: connection.session, actor: connection.session?.actor ?? SYSTEM, connection });
  /** `through`: how sign-in reaches the users of the store. */
  const signIn = (connection: Connection, user: string, pin: string, through: Partial<UserStore> = {}) =>
    sessionMethods({
      ...{ sessions, users: { ...users, ...through }, hub, facts: FACTS },
      trouble: () => ({ problem: '', backups: false }),
      kept: async () => {},
    })['session.signIn'](callOf(connection), { requestId: requestId(), user, pin });
  const setActive = (user: string, active: boolean) => hub.execute('users.setActive', { requestId: requestId(), user, active }, MERCY);
  const setPin = (connection: Connection, user: string, pin: string) =>
    userMethods(users)['users.setPin'](callOf(connection), { requestId: requestId(), user, pin });
  const newHash = (user: string) => hub.change('users.changePin', { user, pinHash: NEW_HASH }, MERCY, requestId());
  return { sessions, users, consoleAt, signIn, setActive, setPin, newHash };
}

describe('open sessions', () => {
  test('who may no longer sign in sells nothing more, at no console', async () => {
    const { sessions, consoleAt, signIn, setActive } = await openPeople();
    const { connection, heard } = consoleAt();
    const { token } = value(await signIn(connection, 'ruiz', '4711'));
    value(await setActive('ruiz', false));
    expect(connection.session).toBeUndefined();
    expect(heard).toEqual(['session.ended']);
    expect(sessions.resume(connection, token)).toBeUndefined();
  });

  test('a new PIN given by somebody else has to be given at every console of that user, at no other', async () => {
    const { consoleAt, signIn, setPin } = await openPeople();
    const [one, two, other] = [consoleAt().connection, consoleAt().connection, consoleAt().connection];
    value(await signIn(one, 'ruiz', '4711'));
    value(await signIn(two, 'ruiz', '4711'));
    value(await signIn(other, 'osei', '8124'));
    value(await setPin(other, 'ruiz', '6033'));
    expect([one, two, other].map(({ session }) => session?.locked)).toEqual([true, true, false]);
  });

  test('who sets their own PIN goes on there; their other sessions lock (a thief with the old PIN stayed in)', async () => {
    const { consoleAt, signIn, setPin } = await openPeople();
    const [here, there] = [consoleAt().connection, consoleAt().connection];
    value(await signIn(here, 'osei', '8124'));
    value(await signIn(there, 'osei', '8124'));
    value(await setPin(here, 'osei', '6033'));
    expect([here, there].map(({ session }) => session?.locked)).toEqual([false, true]);
    // Afterwards it is a session like any other again.
    value(await setPin(there, 'osei', '7281'));
    expect([here, there].map(({ session }) => session?.locked)).toEqual([true, true]);
  });
});

/** What a supervisor does goes to the writer together with the sign-in, so that both stand in one batch. */
describe('in the same batch as a sign-in', () => {
  const joined = (users: UserStore, before: () => Promise<unknown>, after: () => Promise<unknown>): Partial<UserStore> => ({
    recordSignIn(input, actor) {
      void before();
      const counted = users.recordSignIn(input, actor);
      void after();
      return counted;
    },
  });
  const nothing = async () => {};

  test('a user who is disabled after it is not let in (the session began after its end was told, and stayed)', async () => {
    const { users, consoleAt, signIn, setActive } = await openPeople();
    const { connection } = consoleAt();
    const reply = await signIn(
      connection,
      'ruiz',
      '4711',
      joined(users, nothing, () => setActive('ruiz', false)),
    );
    expect(codeOf(reply)).toBe('USER_INACTIVE');
    expect(connection.session).toBeUndefined();
  });

  test.each(['before', 'after'])('a new PIN set %s it makes the old one wrong (the session of the old PIN went on)', async (when) => {
    const { users, consoleAt, signIn, newHash } = await openPeople();
    const { connection } = consoleAt();
    const change = () => newHash('ruiz');
    const reply = await signIn(
      connection,
      'ruiz',
      '4711',
      when === 'before' ? joined(users, change, nothing) : joined(users, nothing, change),
    );
    expect(codeOf(reply)).toBe('SIGN_IN_REFUSED');
    expect(connection.session).toBeUndefined();
  });

  test('a user who is disabled and allowed again before it is let in', async () => {
    const { users, consoleAt, signIn, setActive } = await openPeople();
    const { connection } = consoleAt();
    const both = async () => {
      void setActive('ruiz', false);
      void setActive('ruiz', true);
    };
    let first = true;
    const once = () => (first ? both() : nothing()).finally(() => (first = false));
    expect(codeOf(await signIn(connection, 'ruiz', '4711', joined(users, once, nothing)))).toBe('ok');
    expect(connection.session?.facts.user).toBe('ruiz');
  });

  test('a user who never stops changing is told to try again', async () => {
    const { users, consoleAt, signIn, setActive } = await openPeople();
    const { connection } = consoleAt();
    const both = async () => {
      void setActive('ruiz', false);
      void setActive('ruiz', true);
    };
    expect(codeOf(await signIn(connection, 'ruiz', '4711', joined(users, nothing, both)))).toBe('HUB_BUSY');
    expect(connection.session).toBeUndefined();
    expect(codeOf(await signIn(connection, 'ruiz', '4711'))).toBe('ok');
  });

  test('another user who changes costs nobody their sign-in', async () => {
    const { users, consoleAt, signIn, newHash } = await openPeople();
    const { connection } = consoleAt();
    expect(
      codeOf(
        await signIn(
          connection,
          'ruiz',
          '4711',
          joined(users, () => newHash('brandt'), nothing),
        ),
      ),
    ).toBe('ok');
  });
});
