import { expect, test } from 'vitest';
import { UnknownUsers } from '../../../main/sessions/unknown-users.ts';
import { PIN_FAILURES_MAX, PIN_LOCK_MS } from '../../../shared/bounds.ts';
import { instant } from '../../../shared/instants.ts';

const START = 1_000_000_000;
const codeAt = (users: UnknownUsers, name: string, at = START, desk = 'T1-04') => {
  const { refusal } = users.tried(name, desk, instant(at));
  return refusal.code === 'SIGN_IN_REFUSED' ? refusal.details.left : refusal.code;
};

test('a name goes on counting although thousands of others were tried after it (pushing it out told that nobody has it)', () => {
  const users = new UnknownUsers();
  expect([codeAt(users, 'nobody'), codeAt(users, 'nobody')]).toEqual([4, 3]);
  for (let other = 0; other < 30_000; other++) codeAt(users, `other-${other}`, START + Math.floor((other * PIN_LOCK_MS) / 40_000));
  const later = START + PIN_LOCK_MS - 1;
  expect([codeAt(users, 'nobody', later), codeAt(users, 'nobody', later), codeAt(users, 'nobody', later)]).toEqual([2, 1, 'USER_LOCKED']);
});

test('what is kept ends with its time, and a name begins anew as one that somebody has', () => {
  const users = new UnknownUsers();
  for (let turn = 0; turn < PIN_FAILURES_MAX; turn++) codeAt(users, 'nobody');
  for (let other = 0; other < 100; other++) codeAt(users, `other-${other}`);
  expect(users.count).toBe(101);
  expect(codeAt(users, 'nobody', START + PIN_LOCK_MS)).toBe(4);
  expect(users.count).toBe(1);
});

test('a clock that is set back leaves no name locked for longer than from then', () => {
  const users = new UnknownUsers();
  for (let turn = 0; turn < PIN_FAILURES_MAX; turn++) codeAt(users, 'nobody', START + 100 * PIN_LOCK_MS);
  expect(codeAt(users, 'nobody', START)).toBe('USER_LOCKED');
  expect(codeAt(users, 'nobody', START + PIN_LOCK_MS - 1)).toBe('USER_LOCKED');
  expect(codeAt(users, 'nobody', START + PIN_LOCK_MS)).toBe(4);
});

test('when there is no room for one more, a new name waits and no old one is forgotten', () => {
  const users = new UnknownUsers({ namesMax: 2 });
  expect([codeAt(users, 'one'), codeAt(users, 'two'), codeAt(users, 'three'), codeAt(users, 'one')]).toEqual([4, 4, 'HUB_BUSY', 3]);
});

test('a name is counted by desk, as the name of a user is', () => {
  const users = new UnknownUsers();
  for (let turn = 0; turn < PIN_FAILURES_MAX; turn++) codeAt(users, 'nobody');
  expect([codeAt(users, 'nobody'), codeAt(users, 'nobody', START, 'T2-11')]).toEqual(['USER_LOCKED', 4]);
});
