import { expect, test } from 'vitest';
import { closeMinutes, closeRules, closesAt, readCloseExceptions, salesState } from '../../shared/close-of-sales.ts';
import { instant, MINUTE_MS } from '../../shared/instants.ts';

test.each([
  ['', {}],
  ['VN 45', { VN: 45 }],
  ['vn sgn 60\n\nSGN 40', { 'VN SGN': 60, SGN: 40 }],
  ['9K 0', { '9K': 0 }],
  ['VN 1441', 'VN 1441'],
  ['45', '45'],
  ['VNX SGN 45', 'VNX SGN 45'],
  ['VN 45\nVN 50', 'VN stands there twice'],
])('the exceptions %j are read as %j', (text, read) => {
  const found = readCloseExceptions(text);
  if ('problem' in found) expect(found.problem).toContain(read);
  else expect(Object.fromEntries(found as ReadonlyMap<string, number>)).toEqual(read);
});

const RULES = closeRules(30, 'VN SGN 60\nVN 45\nSGN 40');

test.each([
  ['VN', 'SGN', 60],
  ['VN', 'HAN', 45],
  ['AA', 'SGN', 40],
  ['AA', 'JFK', 30],
])('%s at %s closes %i minutes before departure', (carrier, station, minutes) => {
  expect(closeMinutes(RULES, carrier, station)).toBe(minutes);
});

const DEPARTS = 10_000 * MINUTE_MS;

test.each([
  [61 * MINUTE_MS, 'open'],
  [60 * MINUTE_MS, 'closing'],
  [30 * MINUTE_MS + 1, 'closing'],
  [30 * MINUTE_MS, 'closed'],
  [1, 'closed'],
  [0, 'departed'],
] as const)('%i ms before departure sales are %s', (before, state) => {
  const closes = closesAt(closeRules(30, ''), 'AA', 'JFK', DEPARTS);
  expect(salesState(closes, DEPARTS, false, instant(DEPARTS - before))).toBe(state);
  expect(salesState(closes, DEPARTS, true, instant(DEPARTS - before))).toBe('cancelled');
});
