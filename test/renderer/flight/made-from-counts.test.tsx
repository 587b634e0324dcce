import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FlightScreen } from '../../../renderer/flight/flight-screen.tsx';
import { useSale } from '../../../renderer/sale/sale-store.ts';
import { forgetQuotes } from '../../../renderer/seats/quote-store.ts';
import type { SeatMapAnswer } from '../../../renderer/seats/seat-events.ts';
import { setServerNow } from '../../../renderer/stores/clock-store.ts';
import { startOver } from '../../../renderer/stores/navigation-store.ts';
import { accept } from '../../../shared/refusals.ts';
import { best, quote, seatMapAnswer } from '../seats/seat-map-answer.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { OSEI, openConsole } from '../support/open-console.ts';
import { NOON, settings } from '../support/samples.ts';

const MADE: Partial<SeatMapAnswer> = { made: true };

async function showFlights(flightIds: number[], change: Partial<SeatMapAnswer>): Promise<void> {
  const hub = new FakeBridge()
    .answers('flights.seatMap', ({ flightId }) => accept(seatMapAnswer(change, flightId)))
    .gives('pricing.quote', quote)
    .gives('settings.get', settings)
    .gives('flights.connections', { connections: [] })
    .gives('flights.bestSeats', best);
  openConsole(hub, OSEI);
  render(<FlightScreen screen={{ name: 'flight', flightIds, adults: 1, cabin: 'Y' }} />);
  await screen.findByRole('grid');
  await act(async () => undefined);
}

beforeEach(() => setServerNow(NOON));
afterEach(() => {
  cleanup();
  startOver();
  useSale.setState({ sale: null, opened: null, problem: null, notice: '', parked: {} });
  forgetQuotes();
});

test('a flight whose seats are made from counts says so, with its equipment and counts in the place of a name', async () => {
  await showFlights([7], MADE);
  const { flight } = seatMapAnswer();
  const counts = flight.cabins.map(({ cabin, capacity }) => `${cabin}${capacity}`).join('');
  expect(screen.getByText(`${flight.equipment} ${counts}`)).toBeTruthy();
  expect(screen.getByText('made from counts').className).toBe('tag warn');
  expect(screen.getByText('made from counts').title).toContain('seat numbers may differ on board');
});

test('so does one of the flights of an itinerary', async () => {
  await showFlights([7, 8], MADE);
  expect(screen.getByText('made from counts')).toBeTruthy();
});

test('a flight of a drawn map says nothing of it', async () => {
  await showFlights([7], {});
  expect(screen.queryByText('made from counts')).toBeNull();
  expect(screen.getByText(seatMapAnswer().map.name)).toBeTruthy();
});
