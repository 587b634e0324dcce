import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { WhichFlights } from '../../../renderer/reservations/change/which-flights.tsx';
import { setServerNow } from '../../../renderer/stores/clock-store.ts';
import type { BookedLeg } from '../../../shared/methods/booking-view.ts';
import { NOON, sold } from '../support/samples.ts';

afterEach(cleanup);

const leg = (segment: number, back?: true): BookedLeg => {
  const [first] = sold().legs;
  if (!first) throw new Error('a sold booking has a flight');
  return { ...first, segment, flightId: segment, flight: `AA ${segment}`, ...(back ? { back } : {}) };
};

test.each([
  ['one way of two flights', [leg(1), leg(2)], ['AA 1', 'AA 2', 'both']],
  ['one way of three', [leg(1), leg(2), leg(3)], ['AA 1', 'AA 2', 'AA 3', 'all']],
  // Both ways together would be searched from a place to itself.
  ['a return of one flight each way', [leg(1), leg(2, true)], ['AA 1', 'AA 2']],
  ['a return of two out and one back', [leg(1), leg(2), leg(3, true)], ['AA 1', 'AA 2', 'AA 3', 'way out']],
  ['a return of two each way', [leg(1), leg(2), leg(3, true), leg(4, true)], ['AA 1', 'AA 2', 'AA 3', 'AA 4', 'way out', 'way back']],
])('another flight is asked for %s', (_, legs, choices) => {
  setServerNow(NOON);
  render(<WhichFlights booking={sold({ legs })} all />);
  expect(screen.getAllByRole('radio').map((radio) => radio.closest('label')?.textContent)).toEqual(choices);
});
