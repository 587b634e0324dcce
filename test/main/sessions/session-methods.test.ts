import { beforeEach, describe, expect, it, test } from 'vitest';
import { SYSTEM } from '../../../main/actor.ts';
import type { Caller } from '../../../main/hub/caller.ts';
import type { Connection, DeskSeat } from '../../../main/hub/connection.ts';
import type { HubFacts } from '../../../main/sessions/hub-facts.ts';
import { SESSION_ABANDONED_MS } from '../../../main/sessions/session.ts';
import { type SessionMethods, sessionMethods } from '../../../main/sessions/session-methods.ts';
import { Sessions } from '../../../main/sessions/sessions.ts';
import { userMethods } from '../../../main/sessions/user-methods.ts';
import { IDLE_LOCK_MS, PIN_FAILURES_MAX, PIN_LOCK_MS } from '../../../shared/bounds.ts';
import { HOUR_MS } from '../../../shared/instants.ts';
import type { Notice } from '../../../shared/notices.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { FakeTimer } from '../support/fake-timer.ts';
import { deskAt, HERE, IDENTITY } from '../support/here.ts';
import { FACTS } from '../support/hub-facts.ts';
import { SmallHub } from '../support/small-hub.ts';
import { SmallUsers } from '../support/small-users.ts';

class Console implements Connection {
  readonly caller: Caller;
  readonly challenge = 'challenge';
  desk: DeskSeat | undefined;

  constructor(caller: Caller = HERE, desk: DeskSeat = IDENTITY.desk) {
    this.caller = caller;
    this.desk = desk;
  }

  session: Connection['session'];
  readonly heard: string[] = [];
  notify(notice: Notice): void {
    this.heard.push(notice.type);
  }
}

let clock: FakeClock;
let timer: FakeTimer;
let users: SmallUsers;
let sessions: Sessions;
let methods: SessionMethods;
let request = 0;
let trouble = '';
/** Desks whose last session has ended. */
let left: string[] = [];

beforeEach(() => {
  clock = new FakeClock();
  timer = new FakeTimer(clock);
  users = new SmallUsers(clock);
  trouble = '';
  left = [];
  sessions = new Sessions({ clock, timer, deskLeft: (desk) => left.push(desk) });
  methods = methodsOf(FACTS);
});

const methodsOf = (facts: HubFacts) =>
  sessionMethods({
    ...{ sessions, users, hub: new SmallHub(clock), facts },
    trouble: () => ({ problem: trouble, backups: trouble !== '' }),
    kept: async () => {},
  });
const callOf = (connection: Connection) => ({ session: connection.session, actor: connection.session?.actor ?? SYSTEM, connection });
const requestId = () => `request-${++request}`;
const signIn = (at: Connection, user: string, pin: string) => methods['session.signIn'](callOf(at), { requestId: requestId(), user, pin });
const consoleAt = (desk: string) => new Console(HERE, deskAt(desk));
const code = (reply: { ok: boolean; refusal?: { code: string } }) => (reply.ok ? 'ok' : reply.refusal?.code);

test('at a shared desk that locked after a sale, whoever gives the PIN sells next, and a wrong PIN leaves it locked', async () => {
  await users.give('agent', 'agent', '4711');
  await users.give('other', 'agent', '8124');
  const at = new Console();
  await signIn(at, 'agent', '4711');
  await methods['session.lock'](callOf(at), {});
  expect(code(await signIn(at, 'other', '0000'))).toBe('SIGN_IN_REFUSED');
  expect(at.session).toMatchObject({ locked: true, actor: { user: 'agent' } });
  expect(code(await signIn(at, 'other', '8124'))).toBe('ok');
  expect(at.session).toMatchObject({ locked: false, actor: { user: 'other', desk: 'T1-01' } });
});

describe('sign-in', () => {
  beforeEach(async () => {
    await users.give('agent', 'agent', '4711');
    await users.give('other', 'supervisor', '8124');
  });

  it('tells the trouble with the state to whoever is signed in, locked or not, and to no stranger', async () => {
    const [inside, stranger] = [new Console(), new Console()];
    await signIn(inside, 'agent', '4711');
    const told = async (at: Console) => {
      const state = await methods['session.state'](callOf(at), {});
      return state.ok && state.value.trouble;
    };
    expect(await told(inside)).toEqual({ problem: '', backups: false });
    trouble = 'The store is damaged.';
    expect(await told(inside)).toEqual({ problem: 'The store is damaged.', backups: true });
    inside.session?.lock();
    expect(await told(inside)).toEqual({ problem: 'The store is damaged.', backups: true });
    expect(await told(stranger)).toEqual({ problem: '', backups: false });
  });

  it('tells that a desk was left when its last session ends, and not before', async () => {
    const [one, two] = [consoleAt('T1-04'), consoleAt('T1-04')];
    await signIn(one, 'agent', '4711');
    await signIn(two, 'other', '8124');
    await methods['session.signOut'](callOf(one), {});
    expect(left).toEqual([]);
    await methods['session.signOut'](callOf(two), {});
    expect(left).toEqual(['T1-04']);
  });

  it('gives a session at the desk of the console, with a secret of 32 random bytes', async () => {
    const at = consoleAt('T1-04');
    const reply = await signIn(at, 'agent', '4711');
    expect(reply).toMatchObject({ ok: true, value: { user: 'agent', role: 'agent', desk: 'T1-04' } });
    expect(reply.ok && Buffer.from(reply.value.token, 'base64url').length).toBe(32);
    expect(at.session?.actor).toEqual({ user: 'agent', role: 'agent', desk: 'T1-04' });
  });

  it('locks a name after five wrong PINs, for the right PIN too, until the time is over', async () => {
    for (let left = PIN_FAILURES_MAX - 1; left > 0; left--) {
      expect(await signIn(new Console(), 'agent', '0000')).toMatchObject({ refusal: { code: 'SIGN_IN_REFUSED', details: { left } } });
    }
    expect(code(await signIn(new Console(), 'agent', '0000'))).toBe('USER_LOCKED');
    expect(await signIn(new Console(), 'agent', '4711')).toMatchObject({
      refusal: { code: 'USER_LOCKED', details: { until: clock.now() + PIN_LOCK_MS } },
    });
    clock.advance(PIN_LOCK_MS - 1);
    expect(code(await signIn(new Console(), 'agent', '4711'))).toBe('USER_LOCKED');
    clock.advance(1);
    expect(code(await signIn(new Console(), 'agent', '4711'))).toBe('ok');
  });

  it('answers for a name that is nobody as for one that is somebody', async () => {
    const answers = async (user: string) => {
      const codes: unknown[] = [];
      for (let attempt = 0; attempt < PIN_FAILURES_MAX + 1; attempt++) {
        const reply = await signIn(new Console(), user, '0000');
        codes.push(reply.ok ? 'ok' : reply.refusal);
      }
      clock.advance(PIN_LOCK_MS);
      codes.push(code(await signIn(new Console(), user, '0000')));
      clock.advance(-PIN_LOCK_MS);
      return codes;
    };
    expect(await answers('nobody')).toEqual(await answers('agent'));
  });

  it('counts every wrong PIN, also under one request number', async () => {
    for (let attempt = 0; attempt < PIN_FAILURES_MAX; attempt++) {
      await methods['session.signIn'](callOf(new Console()), { requestId: 'request-same', user: 'agent', pin: '0000' });
    }
    expect(code(await signIn(new Console(), 'agent', '4711'))).toBe('USER_LOCKED');
  });

  it('counts tries that come all at once', async () => {
    const tries = Array.from({ length: 12 }, (_, place) => signIn(new Console(), 'agent', String(1_000 + place * 7)));
    const codes = (await Promise.all(tries)).map(code);
    expect(codes.filter((each) => each === 'SIGN_IN_REFUSED').length).toBe(PIN_FAILURES_MAX - 1);
    expect(codes.filter((each) => each === 'USER_LOCKED').length).toBe(13 - PIN_FAILURES_MAX);
  });

  it('lets another person in over a locked session, and ends that one', async () => {
    const at = new Console();
    const first = await signIn(at, 'agent', '4711');
    at.session?.lock();
    expect(code(await signIn(at, 'other', '0000'))).toBe('SIGN_IN_REFUSED');
    expect(at.session?.facts.user).toBe('agent');
    expect(code(await signIn(at, 'other', '8124'))).toBe('ok');
    expect(at.session?.facts.user).toBe('other');
    expect(at.session?.locked).toBe(false);
    const resumed = await methods['session.resume'](callOf(new Console()), { token: first.ok ? first.value.token : '' });
    expect(code(resumed)).toBe('NOT_SIGNED_IN');
  });
});

describe('a session', () => {
  const at = () => new Console();
  beforeEach(() => users.give('agent', 'agent', '4711'));

  it('is taken up again after a broken connection; a console that still had it is told', async () => {
    const [one, two] = [at(), at()];
    const reply = await signIn(one, 'agent', '4711');
    const token = reply.ok ? reply.value.token : '';
    expect(await methods['session.resume'](callOf(two), { token })).toMatchObject({ ok: true, value: { user: 'agent', locked: false } });
    expect(one.session).toBeUndefined();
    expect(one.heard).toEqual(['session.ended']);
    expect(code(await methods['session.resume'](callOf(one), { token: `${token}x` }))).toBe('NOT_SIGNED_IN');
  });

  it('locks when idle, tells its console once, and stays locked when taken up again', async () => {
    const one = at();
    const reply = await signIn(one, 'agent', '4711');
    timer.pass(IDLE_LOCK_MS - 1);
    expect(one.session?.locked).toBe(false);
    timer.pass(1);
    expect(one.session?.locked).toBe(true);
    timer.pass(HOUR_MS);
    expect(one.heard).toEqual(['session.locked']);
    const two = at();
    expect(await methods['session.resume'](callOf(two), { token: reply.ok ? reply.value.token : '' })).toMatchObject({
      value: { locked: true },
    });
  });

  it.each<[string, ms: number, before: (session: Connection['session']) => void, locked: boolean]>([
    ['at once', 0, () => {}, false],
    ['just in time', IDLE_LOCK_MS - 1, () => {}, false],
    ['after lying idle', IDLE_LOCK_MS, () => {}, true],
    ['long after', 10 * IDLE_LOCK_MS, () => {}, true],
    ['at once, locked by hand', 0, (session) => session?.lock(), true],
    ['after lying idle, its console gone', IDLE_LOCK_MS, (session) => session?.connection && session.detach(session.connection), true],
    ['just in time, its console gone', IDLE_LOCK_MS - 1, (session) => session?.connection && session.detach(session.connection), false],
  ])('taken up again %s says whether it is locked, although no timer has rung (it said unlocked)', async (_when, ms, before, locked) => {
    const [one, two] = [at(), at()];
    const reply = await signIn(one, 'agent', '4711');
    before(one.session);
    clock.advance(ms);
    const token = reply.ok ? reply.value.token : '';
    expect(await methods['session.resume'](callOf(two), { token })).toMatchObject({ ok: true, value: { locked } });
    expect(two.session?.locked).toBe(locked);
    expect(await methods['session.state'](callOf(two), {})).toMatchObject({ value: { session: { user: 'agent', locked } } });
  });

  it('does not lock while it is used', async () => {
    const one = at();
    await signIn(one, 'agent', '4711');
    for (let minute = 0; minute < 60; minute++) {
      timer.pass(60_000);
      one.session?.use(clock.now());
    }
    expect(one.session?.locked).toBe(false);
    timer.pass(IDLE_LOCK_MS);
    expect(one.session?.locked).toBe(true);
  });

  it('is locked at once after a sleep that was longer', async () => {
    const one = at();
    await signIn(one, 'agent', '4711');
    clock.step(IDLE_LOCK_MS);
    expect(one.session?.locked).toBe(true);
  });

  it('is forgotten when no console takes it up again, and no timer is left', async () => {
    const one = at();
    const reply = await signIn(one, 'agent', '4711');
    one.session?.detach(one);
    timer.pass(SESSION_ABANDONED_MS);
    expect(code(await methods['session.resume'](callOf(at()), { token: reply.ok ? reply.value.token : '' }))).toBe('NOT_SIGNED_IN');
    expect(timer.waiting).toBe(0);
  });

  it('ends with sign-out', async () => {
    const one = at();
    const reply = await signIn(one, 'agent', '4711');
    expect(code(await methods['session.signOut'](callOf(one), {}))).toBe('ok');
    expect(one.session).toBeUndefined();
    expect(code(await methods['session.resume'](callOf(one), { token: reply.ok ? reply.value.token : '' }))).toBe('NOT_SIGNED_IN');
  });
});

describe('the first supervisor', () => {
  const first = (at: Connection, user: string, pin = '4711') =>
    methods['session.createFirstSupervisor'](callOf(at), { requestId: requestId(), user, display: 'S. First', pin });

  it('is made once, also when two try at the same time', async () => {
    const state = () => methods['session.state'](callOf(new Console()), {});
    expect(await state()).toMatchObject({ value: { needsSupervisor: true, session: null } });
    expect(code(await first(new Console(), 'one', '1234'))).toBe('PIN_WEAK');
    const replies = await Promise.all([first(new Console(), 'one'), first(new Console(), 'two')]);
    expect(replies.map(code)).toEqual(['ok', 'SUPERVISOR_EXISTS']);
    expect(users.users.get('one')?.role).toBe('supervisor');
    expect(await state()).toMatchObject({ value: { needsSupervisor: false } });
  });

  it('is made from the computer of the hub alone (whoever came first over the network ruled the store)', async () => {
    const far = () => new Console({ address: '10.1.2.3', console: 'far', local: false });
    expect(await methods['session.state'](callOf(far()), {})).toMatchObject({ value: { needsSupervisor: true, atHub: false } });
    expect(code(await first(far(), 'one'))).toBe('SUPERVISOR_ELSEWHERE');
    expect(users.users.size).toBe(0);
    expect(code(await first(new Console(), 'one'))).toBe('ok');
    expect(code(await first(far(), 'two'))).toBe('SUPERVISOR_EXISTS');
  });

  it('is not made in training', async () => {
    methods = methodsOf({ ...FACTS, mode: 'training' });
    expect(code(await first(new Console(), 'one'))).toBe('SUPERVISOR_EXISTS');
  });
});

describe('PINs given by a supervisor', () => {
  it('are never weak and never reach the store as they are', async () => {
    const own = userMethods(users);
    const call = callOf(new Console());
    const create = (pin: string) => own['users.create'](call, { requestId: requestId(), user: 'new', display: 'N.', role: 'agent', pin });
    expect(code(await create('9876'))).toBe('PIN_WEAK');
    expect(code(await create('4711'))).toBe('ok');
    expect(code(await create('4711'))).toBe('USER_EXISTS');
    expect(users.users.get('new')?.pinHash).not.toContain('4711');
    expect(code(await own['users.setPin'](call, { requestId: requestId(), user: 'new', pin: '1111' }))).toBe('PIN_WEAK');
    expect(code(await own['users.setPin'](call, { requestId: requestId(), user: 'none', pin: '8124' }))).toBe('USER_UNKNOWN');
    expect(code(await own['users.setPin'](call, { requestId: requestId(), user: 'new', pin: '8124' }))).toBe('ok');
    expect(code(await signIn(new Console(), 'new', '8124'))).toBe('ok');
  });
});
