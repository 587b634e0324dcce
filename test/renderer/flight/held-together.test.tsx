// A party that is held without picking seats: which cabin of each flight it gets, and what the screen does until the hub has answered.
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FlightScreen } from '../../../renderer/flight/flight-screen.tsx';
import { useLostFocus } from '../../../renderer/frame/use-lost-focus.ts';
import { useSale } from '../../../renderer/sale/sale-store.ts';
import { forgetQuotes } from '../../../renderer/seats/quote-store.ts';
import { setServerNow } from '../../../renderer/stores/clock-store.ts';
import { startOver } from '../../../renderer/stores/navigation-store.ts';
import type { Output } from '../../../shared/contract.ts';
import { accept, type Reply, refuse } from '../../../shared/refusals.ts';
import { quote, seatMapAnswer } from '../seats/seat-map-answer.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { openConsole, RUIZ } from '../support/open-console.ts';
import { NOON, settings } from '../support/samples.ts';

/** A flight with one cabin, first class. */
const FIRST_ONLY = 8;

let hub: FakeBridge;
beforeEach(() => {
  setServerNow(NOON);
  hub = new FakeBridge()
    .answers('flights.seatMap', ({ flightId }) => {
      const answer = seatMapAnswer({}, flightId);
      if (flightId !== FIRST_ONLY) return accept(answer);
      return accept({
        ...answer,
        flight: { ...answer.flight, cabins: answer.flight.cabins.slice(0, 1).map((load) => ({ ...load, cabin: 'F' })) },
      });
    })
    .gives('flights.connections', {
      connections: [{ airport: 'LAX', toAirport: 'LAX', minutes: 20, minimumMinutes: 0, staysOnBoard: true }],
    })
    .gives('pricing.quote', quote)
    .gives('settings.get', settings)
    .answers('holds.place', () => refuse('HUB_UNREACHABLE') as never);
  openConsole(hub, RUIZ);
});
afterEach(() => {
  cleanup();
  startOver();
  useSale.setState({ sale: null, opened: null, problem: null, notice: '', parked: {} });
  forgetQuotes();
});

test('two flights by one line are each held in a cabin that they have: economy was asked for of one that has none', async () => {
  render(<FlightScreen screen={{ name: 'flight', flightIds: [7, FIRST_ONLY], adults: 2, together: true }} />);
  await waitFor(() => expect(hub.inputsOf('holds.place')).toHaveLength(1));
  expect(hub.inputsOf('holds.place')[0]?.legs).toMatchObject([
    { flightId: 7, cabin: 'Y', seats: 'best' },
    { flightId: FIRST_ONLY, cabin: 'F', seats: 'best' },
  ]);
});

test('S holds two flights before anybody looked at the second: it did nothing', async () => {
  render(<FlightScreen screen={{ name: 'flight', flightIds: [7, FIRST_ONLY], adults: 2 }} />);
  const button = await screen.findByRole('button', { name: /^Hold 2 together/ });
  await waitFor(() => expect(useSale.getState().sale?.legs.map(({ cabin }) => cabin)).toEqual(['Y', 'F']));
  await userEvent.setup().click(button);
  await waitFor(() => expect(hub.inputsOf('holds.place')).toHaveLength(1));
});

function WithinFrame() {
  useLostFocus(true);
  return <FlightScreen screen={{ name: 'flight', flightIds: [7], adults: 2 }} />;
}

test('while the hold is in line the focus stays on the button that asked for it: it fell into the minutes, where the next Enter left it', async () => {
  const { promise, resolve } = Promise.withResolvers<Reply<Output<'holds.place'>>>();
  hub.answers('holds.place', () => promise as never);
  render(<WithinFrame />);
  const button = await screen.findByRole('button', { name: /^Hold 2 together/ });
  await waitFor(() => expect(useSale.getState().sale?.legs[0]?.cabin).toBe('Y'));
  const user = userEvent.setup();
  button.focus();
  await user.click(button);
  await user.click(button);
  await waitFor(() => expect(useSale.getState().sale?.busy).toBe('holding'));
  // Two frames, in which a lost focus is looked for.
  for (const _frame of [1, 2, 3]) await new Promise((done) => requestAnimationFrame(done));
  expect(document.activeElement).toBe(button);
  expect(screen.getByText('The hub is asked for the seats.')).toBeTruthy();
  expect(screen.getByRole('button', { name: /^Asking for seats/ }), 'it said Pick 2 seats').toBeTruthy();
  expect(hub.inputsOf('holds.place')).toHaveLength(1);
  resolve(refuse('HUB_UNREACHABLE') as never);
  await waitFor(() => expect(useSale.getState().sale?.busy).toBeNull());
  expect(document.activeElement).toBe(button);
});
