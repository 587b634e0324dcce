import { act, cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FlightScreen } from '../../../renderer/flight/flight-screen.tsx';
import { useSale } from '../../../renderer/sale/sale-store.ts';
import { pickSeat } from '../../../renderer/sale/seat-actions.ts';
import { forgetQuotes } from '../../../renderer/seats/quote-store.ts';
import { setServerNow } from '../../../renderer/stores/clock-store.ts';
import { startOver } from '../../../renderer/stores/navigation-store.ts';
import { assert } from '../../../shared/assert.ts';
import { accept } from '../../../shared/refusals.ts';
import { seatsOf } from '../../../shared/seat-map.ts';
import { best, quote, seatMapAnswer } from '../seats/seat-map-answer.ts';
import { ACTED } from '../support/acted.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { OSEI, openConsole } from '../support/open-console.ts';
import { NOON, settings } from '../support/samples.ts';

let hub: FakeBridge;

beforeEach(async () => {
  setServerNow(NOON);
  hub = new FakeBridge()
    .answers('flights.seatMap', ({ flightId }) => {
      const answer = seatMapAnswer({}, flightId);
      return accept({ ...answer, flight: { ...answer.flight, cancelled: true as const } });
    })
    .gives('pricing.quote', quote)
    .gives('settings.get', settings)
    .gives('flights.bestSeats', best);
  openConsole(hub, OSEI);
  render(<FlightScreen screen={{ name: 'flight', flightIds: [7], adults: 1, cabin: 'Y' }} />);
  await screen.findByRole('grid');
  await act(async () => undefined);
});
afterEach(() => {
  cleanup();
  startOver();
  useSale.setState({ sale: null, opened: null, problem: null, notice: '', parked: {} });
  forgetQuotes();
});

test('a cancelled flight let seats be picked and priced until the hold was refused: it says so and sells nothing', async () => {
  expect(screen.getByText('AA 185 is cancelled. Its seats are shown, and none is for sale.')).toBeTruthy();
  expect(screen.getByText('not for sale: AA 185 is cancelled.')).toBeTruthy();
  expect(document.querySelector('.price-scroll')?.textContent).toBe('');
  expect(document.querySelector('.hold-panel')?.textContent).not.toMatch(/\d\.\d\d/);
  for (const name of [/^Pick a seat/, /^Best seats/])
    expect(screen.getByRole('button', { name }).hasAttribute('disabled'), String(name)).toBe(true);
});

test('no key picks a seat of it, asks for the best or holds', async () => {
  const { map } = seatMapAnswer();
  const seat = seatsOf(map).find(({ sellable }) => sellable);
  assert(seat, 'an A320 has seats');
  act(() => pickSeat(7, seat));
  expect(useSale.getState().notice).toBe('AA 185 is cancelled. None of its seats is for sale.');
  screen.getByRole('grid').focus();
  await userEvent.keyboard(`b${ACTED}{Enter}{Enter}`);
  expect(useSale.getState().sale).toMatchObject({ stage: 'seats', legs: [{ seats: [null] }] });
  expect(hub.inputsOf('flights.bestSeats')).toEqual([]);
  expect(hub.inputsOf('holds.place')).toEqual([]);
});
