import { act, cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FlightScreen } from '../../../renderer/flight/flight-screen.tsx';
import { useSale } from '../../../renderer/sale/sale-store.ts';
import { forgetQuotes } from '../../../renderer/seats/quote-store.ts';
import { setServerNow } from '../../../renderer/stores/clock-store.ts';
import { startOver } from '../../../renderer/stores/navigation-store.ts';
import { accept } from '../../../shared/refusals.ts';
import { best, quote, seatMapAnswer } from '../seats/seat-map-answer.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { openConsole, RUIZ } from '../support/open-console.ts';
import { NOON, settings } from '../support/samples.ts';

let hub: FakeBridge;

beforeEach(() => {
  setServerNow(NOON);
  hub = new FakeBridge()
    .answers('flights.seatMap', ({ flightId }) => accept(seatMapAnswer({}, flightId)))
    .gives('flights.connections', { connections: [{ airport: 'LGA', toAirport: 'JFK', minutes: 190, minimumMinutes: 180 }] })
    .gives('pricing.quote', quote)
    .gives('settings.get', settings)
    .gives('flights.bestSeats', best);
  openConsole(hub, RUIZ);
});
afterEach(() => {
  cleanup();
  startOver();
  useSale.setState({ sale: null, opened: null, problem: null, notice: '', parked: {} });
  forgetQuotes();
});

test('the connection went out of sight once the flight was open: it stands between the tabs, beside the hold and across the screen', async () => {
  render(<FlightScreen screen={{ name: 'flight', flightIds: [7, 8], cabin: 'Y' }} />);
  await screen.findByRole('grid');
  await act(async () => undefined);
  const tabs = screen.getByRole('tablist', { name: 'Flights of this itinerary' });
  expect(tabs.textContent).toContain('LGA to JFK 3 h 10min 3 h 00, change of airport, near the minimum');
  expect(screen.getByRole('list', { name: 'Connections' }).textContent).toContain('LGA to JFK 3 h 10');
  expect(screen.getByText('Change of airport, LGA to JFK:')).toBeTruthy();
  await userEvent.click(within(tabs).getAllByRole('tab')[1] as HTMLElement);
  expect(within(tabs).getAllByRole('tab')[1]?.getAttribute('aria-selected')).toBe('true');
});
