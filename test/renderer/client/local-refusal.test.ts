import { expect, test } from 'vitest';
import { localRefusal } from '../../../renderer/client/local-refusal.ts';
import { refuse } from '../../../shared/refusals.ts';
import { LOS_ANGELES, NEW_YORK, NOON } from '../support/samples.ts';

const at = NOON + 5 * 60_000 + 33_000;

test.each([
  ['JFK', NEW_YORK, '07:05:33 JFK'],
  ['LAX', LOS_ANGELES, '04:05:33 LAX'],
])('a locked name is told by the clock at %s until when, not in Zulu', (airport, zone, said) => {
  const { refusal } = refuse('USER_LOCKED', { until: at });
  expect(refusal.next).toContain('12:05:33 Z');
  const { message, next } = localRefusal(refusal, { airport, zone });
  expect(next).toBe(`Wait until ${said}, or ask a supervisor to unlock it.`);
  expect(message).toBe(refusal.message);
});

test('a seat that is held says it in its message', () => {
  const { refusal } = refuse('SEAT_HELD', { seat: '12A', flight: 'AA 185', desk: 'T1-02', until: at, nextBest: ['12B'] });
  expect(localRefusal(refusal, { airport: 'JFK', zone: NEW_YORK }).message).toBe(
    'Seat 12A on AA 185 is held by desk T1-02 until 07:05:33 JFK.',
  );
});

test('a refusal without a moment, or before the hub said where it stands, is left as it is', () => {
  const { refusal } = refuse('BOOKING_UNKNOWN', { locator: 'K7QF2M' });
  expect(localRefusal(refusal, { airport: 'JFK', zone: NEW_YORK })).toBe(refusal);
  const locked = refuse('USER_LOCKED', { until: at }).refusal;
  expect(localRefusal(locked, undefined)).toBe(locked);
});
