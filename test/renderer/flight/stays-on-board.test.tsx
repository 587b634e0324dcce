import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FlightScreen } from '../../../renderer/flight/flight-screen.tsx';
import { followSale } from '../../../renderer/sale/follow-sale.ts';
import { useSale } from '../../../renderer/sale/sale-store.ts';
import { forgetQuotes } from '../../../renderer/seats/quote-store.ts';
import { setServerNow } from '../../../renderer/stores/clock-store.ts';
import { startOver } from '../../../renderer/stores/navigation-store.ts';
import { accept } from '../../../shared/refusals.ts';
import { quote, seatMapAnswer } from '../seats/seat-map-answer.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { openConsole, RUIZ } from '../support/open-console.ts';
import { NOON, settings } from '../support/samples.ts';

let hub: FakeBridge;
let stop: () => void;
/** Seats that are not free on the second leg. */
let gone: string[] = [];

beforeEach(() => {
  setServerNow(NOON);
  gone = [];
  hub = new FakeBridge()
    .answers('flights.seatMap', ({ flightId }) => accept(seatMapAnswer({}, flightId)))
    .gives('flights.connections', {
      connections: [{ airport: 'LAX', toAirport: 'LAX', minutes: 20, minimumMinutes: 0, staysOnBoard: true }],
    })
    .gives('pricing.quote', quote)
    .gives('settings.get', settings)
    .answers('flights.bestSeats', ({ staysOn }) => {
      const choices = [staysOn?.seats ?? [], ['12C'], ['14C']].filter(
        (seats) => seats.length > 0 && !seats.some((seat) => gone.includes(seat)),
      );
      return accept({ choices: choices.map((seats) => ({ seats, relaxed: [] })), mayHold: 9 });
    });
  openConsole(hub, RUIZ);
  stop = followSale();
});
afterEach(() => {
  stop();
  cleanup();
  startOver();
  useSale.setState({ sale: null, opened: null, problem: null, notice: '', parked: {} });
  forgetQuotes();
});

const seats = () => useSale.getState().sale?.legs.map((leg) => leg.seats.join(' '));
async function open() {
  render(<FlightScreen screen={{ name: 'flight', flightIds: [7, 8], cabin: 'Y' }} />);
  await screen.findByRole('grid');
  await screen.findAllByText('stays on board');
}

test('one seat is chosen on both legs, another choice moves both, and a seat picked on the second leg stays', async () => {
  const user = userEvent.setup();
  await open();
  expect(within(screen.getByRole('tablist')).getByText('stays on board')).toBeTruthy();
  await user.keyboard('b');
  await waitFor(() => expect(seats()).toEqual(['12C', '12C']));
  expect(hub.inputsOf('flights.bestSeats')[0]?.staysOn).toEqual({ flightId: 8, seats: [] });
  expect(screen.getByRole('button', { name: /Hold 12C on both flights/ }), 'it said 12C 12C').toBeTruthy();
  await user.keyboard('b');
  await waitFor(() => expect(seats()).toEqual(['14C', '14C']));
  await user.click(screen.getAllByRole('tab')[1] as HTMLElement);
  await user.click(await screen.findByRole('gridcell', { name: /^15 A,/ }));
  expect(seats()).toEqual(['14C', '15A']);
  await user.click(screen.getAllByRole('tab')[0] as HTMLElement);
  await user.click(await screen.findByRole('gridcell', { name: /^16 A,/ }));
  expect(seats()).toEqual(['16A', '15A']);
});

test('a seat that is not free on the second leg is not given there', async () => {
  gone = ['12C'];
  const user = userEvent.setup();
  await open();
  await user.click(await screen.findByRole('gridcell', { name: /^12 C,/ }));
  await waitFor(() => expect(hub.inputsOf('flights.bestSeats')).toHaveLength(1));
  expect(await screen.findAllByText('12C is not free on the next leg.')).toBeTruthy();
  expect(seats()).toEqual(['12C', '']);
});
