import { expect, test } from 'vitest';
import { contract, type MethodName } from '../../shared/contract.ts';
import { REFUSAL_CODES, REFUSALS, refuse } from '../../shared/refusals.ts';

test.each(REFUSAL_CODES)('%s says what is wrong and what would work, in sentences', (code) => {
  const { message, next } = REFUSALS[code];
  for (const text of [message, next]) expect(text).toMatch(/^[A-Z{].*[.?]$/);
});

test.each(Object.keys(contract) as MethodName[])('%s refuses only with codes of the list, each once, in its order', (name) => {
  const places = contract[name].refusals.map((code) => REFUSAL_CODES.indexOf(code));
  expect(places).not.toContain(-1);
  expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
});

test('a refusal fills its sentence from its details', () => {
  const { refusal } = refuse('SEAT_HELD', {
    seat: '12A',
    flight: 'AA 185',
    desk: 'T2-11',
    until: Date.UTC(2026, 10, 21, 14, 8, 41),
    nextBest: ['12B', '12C'],
  });
  expect(refusal.message).toBe('Seat 12A on AA 185 is held by desk T2-11 until 14:08:41 Z.');
  expect(refusal.next).toBe('Next best: 12B 12C.');
});

test('a refusal says a date in words', () => {
  expect(refuse('DATE_PAST', { date: '2026-11-08', place: 'JFK' }).refusal.message).toBe('8 Nov 2026 is over at JFK.');
});

test('a cabin with one seat left says so, also to who lost a lot: it had "1 seats left"', () => {
  expect(refuse('CABIN_FULL', { cabin: 'Y', flight: 'B6 9041', free: 1 }).refusal.message).toBe('Cabin Y of B6 9041 may sell 1 more.');
});
