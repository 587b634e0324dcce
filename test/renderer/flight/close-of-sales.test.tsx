import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FlightScreen } from '../../../renderer/flight/flight-screen.tsx';
import { useSale } from '../../../renderer/sale/sale-store.ts';
import { forgetQuotes } from '../../../renderer/seats/quote-store.ts';
import { setServerNow } from '../../../renderer/stores/clock-store.ts';
import { startOver } from '../../../renderer/stores/navigation-store.ts';
import { instant, MINUTE_MS } from '../../../shared/instants.ts';
import { accept } from '../../../shared/refusals.ts';
import { best, quote, seatMapAnswer } from '../seats/seat-map-answer.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { OSEI, openConsole } from '../support/open-console.ts';
import { NOON, refused, settings, signedIn } from '../support/samples.ts';

const BEST = best.choices[0]?.seats[0] ?? '';
let hub: FakeBridge;

beforeEach(() => {
  setServerNow(NOON);
  hub = new FakeBridge()
    // The flight leaves in 20 minutes: its sales closed 10 minutes ago.
    .answers('flights.seatMap', ({ flightId }) => {
      const answer = seatMapAnswer({}, flightId);
      return accept({ ...answer, flight: { ...answer.flight, departsAt: instant(NOON + 20 * MINUTE_MS) } });
    })
    .gives('pricing.quote', quote)
    .gives('settings.get', settings)
    .gives('flights.bestSeats', best)
    .answers('holds.place', () => refused('SEAT_HELD'));
});
afterEach(() => {
  cleanup();
  startOver();
  useSale.setState({ sale: null, opened: null, problem: null, notice: '', parked: {} });
  forgetQuotes();
});

async function open(as: Parameters<typeof openConsole>[1]) {
  openConsole(hub, as);
  render(<FlightScreen screen={{ name: 'flight', flightIds: [7], adults: 1, cabin: 'Y' }} />);
  await screen.findByRole('grid');
  await act(async () => undefined);
  await userEvent.click(screen.getByRole('button', { name: 'Best seats' }));
}

test('nothing is sold after the close of sales, and the screen says since when', async () => {
  await open(signedIn);
  expect(screen.getByText('since 06:50, leaves in 20 min')).toBeTruthy();
  expect(await screen.findByText('Sales closed at 06:50 JFK. A supervisor sells it with a reason.')).toBeTruthy();
  await waitFor(() => expect(screen.getByRole('button', { name: `Hold ${BEST}` }).hasAttribute('disabled')).toBe(true));
  expect(screen.queryByRole('button', { name: 'the flight leaves late' })).toBeNull();
});

test('a supervisor sells after the close, with a reason', async () => {
  await open(OSEI);
  await userEvent.click(await screen.findByRole('button', { name: 'the flight leaves late' }));
  await waitFor(() => expect(hub.inputsOf('holds.place')).toMatchObject([{ afterClose: 'late' }]));
});
