import { expect, it } from 'vitest';
import {
  countedText,
  type DeskMoment,
  deskTexts,
  keptText,
  lastSeenText,
  pairedText,
  standingOf,
  userText,
} from '../../../../renderer/admin/desks/desk-words.ts';
import type { Desk } from '../../../../renderer/admin/desks/desks-store.ts';
import { matches } from '../../../../renderer/format/matches.ts';

const NOW = Date.UTC(2026, 10, 28, 19, 5);
const AT: DeskMoment = { now: NOW, zone: 'America/New_York', version: '1.4.2' };
const DAY = 86_400_000;

const desk = (change: Partial<Desk> = {}): Desk => ({
  ...{ id: 'A'.repeat(22), desk: 'T2-02', kind: 'console', rights: null, state: 'live', user: 'N. Abara', signedInAt: NOW - 3_600_000 },
  ...{
    version: '1.4.2',
    lastSeen: NOW,
    address: '10.20.4.31',
    pairedAt: NOW - 16 * DAY,
    pairedBy: 'osei',
    revokedAt: null,
    revokedBy: null,
    keptIn: 'machine',
  },
  ...change,
});

it.each<[Partial<Desk>, string, boolean, string]>([
  [{}, 'live', false, 'now'],
  [{ keptIn: 'browser' }, 'live, browser', false, 'now'],
  [{ kind: 'system', keptIn: null }, 'live, system', false, 'now'],
  [{ state: 'locked' }, 'live, locked', false, 'now'],
  [{ version: '1.3.9' }, 'must reload', true, 'now'],
  // A program that comes and goes says no version.
  [{ version: null }, 'live', false, 'now'],
  [{ state: 'away', lastSeen: NOW - 3_600_000 }, 'away', false, '13:05'],
  [{ state: 'cutOff', lastSeen: NOW - 3_600_000 }, 'cut off', true, '13:05'],
  [{ state: 'away', lastSeen: NOW - 2 * DAY }, 'not seen today', false, '26 Nov 14:05'],
  // What it was last may be old; it is of no use to say so before it is back.
  [{ state: 'away', version: '1.3.9' }, 'away', false, '14:05'],
  [{ state: 'never', lastSeen: null, version: null }, 'never seen', true, 'never'],
  [{ state: 'revoked', revokedAt: NOW - DAY, revokedBy: 'osei' }, 'revoked 27 Nov', false, '14:05'],
  // A system is none of the counters, however it stands.
  [{ kind: 'system', state: 'away', lastSeen: NOW - 3_600_000 }, 'away, system', false, '13:05'],
  [{ kind: 'system', state: 'away', lastSeen: NOW - 2 * DAY }, 'not seen today, system', false, '26 Nov 14:05'],
  [{ kind: 'system', state: 'never', lastSeen: null, version: null }, 'never seen, system', true, 'never'],
  [{ kind: 'system', state: 'revoked', revokedAt: NOW - DAY, revokedBy: 'osei' }, 'revoked 27 Nov, system', false, '14:05'],
])('a desk %j is said to be: %s', (change, text, toDo, seen) => {
  const shown = desk(change);
  expect([standingOf(shown, AT).text, standingOf(shown, AT).toDo, lastSeenText(shown, AT)]).toEqual([text, toDo, seen]);
});

it.each<[Partial<Desk>, string]>([
  [{}, 'N. Abara, signed in 13:05'],
  [{ signedInAt: NOW - DAY }, 'N. Abara, signed in 27 Nov 14:05'],
  // The hub was started since.
  [{ signedInAt: null }, 'N. Abara'],
  [{ user: null, signedInAt: null }, 'nobody is signed in'],
  [{ kind: 'system', keptIn: null, user: null, signedInAt: null }, 'a program, where nobody signs in'],
])('who is signed in at a desk %j is said to be: %s', (change, text) => expect(userText(desk(change), AT)).toBe(text));

it('says who paired it, and where its key is', () => {
  expect(pairedText(desk(), AT)).toBe('12 Nov by osei');
  expect(pairedText(desk({ pairedBy: '-' }), AT)).toBe('12 Nov, for practice');
  expect(keptText(desk({ keptIn: 'browser' }))).toBe('its browser, readable by nobody');
  expect(keptText(desk())).toBe('its computer, for its account only');
});

it('counts the desks by how they stand, without those that were revoked', () => {
  const all = [desk(), desk({ keptIn: 'browser' }), desk({ version: '1.3.9' }), desk({ state: 'revoked', revokedAt: NOW })];
  expect(countedText(all, AT)).toBe('2 live, 1 must reload');
});

it.each([
  ['t2 abara', true],
  ['10.20', true],
  ['live', true],
  ['revoked', false],
])('a filter %j finds it: %s', (typed, found) => expect(matches(typed, deskTexts(desk(), AT))).toBe(found));
