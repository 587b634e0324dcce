import { expect, test } from 'vitest';
import { lookedAt } from '../../../main/colleagues/looked-at.ts';
import type { Input } from '../../../shared/contract.ts';

const search = { from: 'SFO', to: 'LAX', date: '2026-11-27' } as Input<'flights.search'>;

test('a board and a search look at departures, a seat map at its flight, all else at none', () => {
  expect(lookedAt('flights.board', { from: 'LAX', date: '2026-11-27' })).toEqual({ place: 'LAX', date: '2026-11-27' });
  expect(lookedAt('flights.search', search)).toEqual({ place: 'SFO', date: '2026-11-27' });
  expect(lookedAt('flights.seatMap', { flightId: 7 })).toEqual({ flightId: 7 });
  expect(lookedAt('flights.board', { from: null, date: '2026-11-27' })).toBeUndefined();
  expect(lookedAt('flights.places', { text: 'los' })).toBeUndefined();
});
