import { expect, test } from 'vitest';
import { localRefusal } from '../../../renderer/client/local-refusal.ts';
import { HOUR_MS } from '../../../shared/instants.ts';
import { refuse } from '../../../shared/refusals.ts';
import { LOS_ANGELES, NEW_YORK, NOON } from '../support/samples.ts';

const at = NOON + 5 * 60_000 + 33_000;

test.each([
  ['JFK', NEW_YORK, '07:05:33 JFK'],
  ['LAX', LOS_ANGELES, '04:05:33 LAX'],
])('a locked name is told by the clock at %s until when, not in Zulu', (airport, zone, said) => {
  const { refusal } = refuse('USER_LOCKED', { until: at });
  expect(refusal.next).toContain('12:05:33 Z');
  const { message, next } = localRefusal(refusal, { airport, zone }, NOON);
  expect(next).toBe(`Wait until ${said}, or ask a supervisor to unlock it.`);
  expect(message).toBe(refusal.message);
});

test('a seat that is held says it in its message', () => {
  const { refusal } = refuse('SEAT_HELD', { seat: '12A', flight: 'AA 185', desk: 'T1-02', until: at, nextBest: ['12B'] });
  expect(localRefusal(refusal, { airport: 'JFK', zone: NEW_YORK }, NOON).message).toBe(
    'Seat 12A on AA 185 is held by desk T1-02 until 07:05:33 JFK.',
  );
});

test.each([
  ['in the night before', NOON - 10 * HOUR_MS, '21:00:00 JFK, Fri 20 Nov'],
  ['on the same day', NOON - 2 * HOUR_MS, '05:00:00 JFK'],
])('a close of sales %s said a time without its day', (_, until, said) => {
  const { refusal } = refuse('SALES_CLOSED', { flight: 'AA 185', minutes: 30, until });
  expect(localRefusal(refusal, { airport: 'JFK', zone: NEW_YORK }, NOON).message).toBe(
    `Sales of AA 185 closed 30 minutes before departure, at ${said}.`,
  );
});

test('a refusal without a moment, or before the hub said where it stands, is left as it is', () => {
  const { refusal } = refuse('BOOKING_UNKNOWN', { locator: 'K7QF2M' });
  expect(localRefusal(refusal, { airport: 'JFK', zone: NEW_YORK }, NOON)).toBe(refusal);
  const locked = refuse('USER_LOCKED', { until: at }).refusal;
  expect(localRefusal(locked, undefined, NOON)).toBe(locked);
});
