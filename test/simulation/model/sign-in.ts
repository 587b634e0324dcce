import { MINUTE_MS } from '../../../shared/instants.ts';
import { type Expected, known, refused } from './expected.ts';
import type { Commands, Model } from './model.ts';
import type { ModelUser } from './station.ts';

/** Five wrong PINs in a row lock a name at a desk for five minutes. */
const WRONG_MAX = 5;
const LOCKED_MS = 5 * MINUTE_MS;

interface Try {
  readonly user: string;
  readonly right: boolean;
  readonly against: string;
}

const keyOf = (user: string, desk: string): string => `${user} ${desk}`;

/** Wrong PINs of a user at a desk that count now. What was counted by a clock that stood ahead lasts no longer than any. */
function counted(model: Model, user: string, desk: string, now: number) {
  const kept = model.station.wrongPins.get(keyOf(user, desk));
  return kept && kept.until > now ? { failures: kept.failures, until: Math.min(kept.until, now + LOCKED_MS) } : undefined;
}

/** What a try of a PIN comes to, and how many wrong ones there are then. */
export function triedPin(model: Model, user: string, desk: string, right: boolean, now: number) {
  const { role, active } = model.station.users.get(user) as ModelUser;
  const before = counted(model, user, desk, now);
  if (before && before.failures >= WRONG_MAX) return { after: before, said: refused('USER_LOCKED', { until: before.until }) };
  if (!right) {
    const after = { failures: (before?.failures ?? 0) + 1, until: now + LOCKED_MS };
    const left = WRONG_MAX - after.failures;
    return { after, said: left === 0 ? refused('USER_LOCKED', { until: after.until }) : refused('SIGN_IN_REFUSED', { left }) };
  }
  if (!active) return { after: before, said: refused('USER_INACTIVE') };
  return { after: undefined, said: { ok: true, value: { user, role } } satisfies Expected };
}

/** Where a user is locked out now. */
const lockedAt = (model: Model, user: string, now: number): { desk: string; until: number }[] =>
  [...model.station.wrongPins.keys()]
    .filter((key) => key.startsWith(`${user} `))
    .map((key) => key.slice(user.length + 1))
    .sort()
    .flatMap((desk) => {
      const count = counted(model, user, desk, now);
      return count && count.failures >= WRONG_MAX ? [{ desk, until: count.until }] : [];
    });

const viewOf = (model: Model, user: string, now: number): object => {
  const { role, active } = known(model.station.users.get(user), 'USER_UNKNOWN');
  const locked = lockedAt(model, user, now);
  const lockedUntil = locked.length === 0 ? null : Math.max(...locked.map(({ until }) => until));
  return { user, role, active, lockedUntil, lockedAt: locked.map(({ desk }) => desk) };
};

function unlock(model: Model, user: string): void {
  for (const key of model.station.wrongPins.keys()) if (key.startsWith(`${user} `)) model.station.wrongPins.delete(key);
}

/** A clock that stood ahead was set right: no name stays locked for longer than a lock lasts. */
export function shortenLocks({ station }: Model, now: number): void {
  for (const [key, { failures, until }] of station.wrongPins)
    station.wrongPins.set(key, { failures, until: Math.min(until, now + LOCKED_MS) });
}

export const SIGN_IN: Commands = {
  'users.add'(model, { user, role, pinHash }: { user: string; role: ModelUser['role']; pinHash: string }, { now }) {
    if (model.station.users.has(user)) throw refused('USER_EXISTS', { user });
    model.station.users.set(user, { role, pinHash, active: true });
    model.events.push(['user.created', null, { subject: user, before: '', after: role }]);
    return viewOf(model, user, now);
  },
  'users.recordSignIn'(model, { user, right, against }: Try, { now, actor: { desk } }) {
    const { station, events } = model;
    const row = station.users.get(user) as ModelUser;
    const before = counted(model, user, desk, now);
    const { after, said } = triedPin(model, user, desk, right && against === row.pinHash, now);
    const code = said.ok ? 'in' : said.refusal.code;
    model.met.push(code);
    const wasLocked = before !== undefined && before.failures >= WRONG_MAX;
    if (wasLocked) model.met.push('locked already');
    if (code === 'SIGN_IN_REFUSED' || (code === 'USER_LOCKED' && !wasLocked)) {
      for (const [key, { until }] of station.wrongPins) if (until <= now) station.wrongPins.delete(key);
      events.push(['user.refused', null, { subject: user, after: code === 'USER_LOCKED' ? 'locked' : 'wrong PIN' }]);
    }
    if (after) station.wrongPins.set(keyOf(user, desk), after);
    else if (said.ok) station.wrongPins.delete(keyOf(user, desk));
    if (said.ok) events.push(['user.signedIn', null, { subject: user, after: row.role }]);
    return said.ok ? { in: true, as: said.value } : { in: false, refusal: said };
  },
  'users.unlock'(model, { user }: { user: string }, { now }) {
    known(model.station.users.get(user), 'USER_UNKNOWN');
    unlock(model, user);
    model.events.push(['user.changed', null, { subject: user, before: 'locked', after: 'unlocked' }]);
    return viewOf(model, user, now);
  },
  'users.setActive'(model, { user, active }: { user: string; active: boolean }, { now }) {
    const { users } = model.station;
    const row = users.get(user);
    const others = [...users].filter(([name, one]) => name !== user && one.role === 'supervisor' && one.active);
    if (row?.role === 'supervisor' && row.active && !active && others.length === 0) throw refused('LAST_SUPERVISOR');
    const before = known(row, 'USER_UNKNOWN').active;
    const words = (on: boolean) => (on ? 'active' : 'inactive');
    known(row, 'USER_UNKNOWN').active = active;
    model.events.push(['user.changed', null, { subject: user, before: words(before), after: words(active) }]);
    return viewOf(model, user, now);
  },
};
