import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { resetDraft } from '../../../renderer/pay/tender-draft-store.ts';
import { useBooking } from '../../../renderer/reservations/booking-store.ts';
import { forgetChange } from '../../../renderer/reservations/change/change-store.ts';
import { ReservationsScreen } from '../../../renderer/reservations/reservations-screen.tsx';
import { usePointer } from '../../../renderer/seats/pointer-store.ts';
import { setServerNow } from '../../../renderer/stores/clock-store.ts';
import { startOver } from '../../../renderer/stores/navigation-store.ts';
import { MINUTE_MS } from '../../../shared/instants.ts';
import type { BookingView } from '../../../shared/methods/booking-view.ts';
import type { BookingChange, ChangeOffer } from '../../../shared/methods/changes.ts';
import { accept } from '../../../shared/refusals.ts';
import { DIRECT, found, LATE } from '../board/board-samples.ts';
import { seatMapAnswer } from '../seats/seat-map-answer.ts';
import { ACTED } from '../support/acted.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { openConsole, RUIZ } from '../support/open-console.ts';
import { hold, LOCATOR, NOON, settings, sold } from '../support/samples.ts';

/** The hub of the test, and what it has in store. */
export const counter = {
  hub: new FakeBridge(),
  stored: sold(),
  version: 100,
  /** What the next offer costs or gives back, and what else it says. */
  offered: {} as Partial<ChangeOffer>,
  /** How many offers there were. */
  number: 0,
};

/** The offer that the hub makes for a change. */
export const offerOf = (change: BookingChange): ChangeOffer => {
  counter.number += 1;
  const { number, stored, offered } = counter;
  return {
    ...{ offerId: 40 + number, kind: 'change', bookingVersion: stored.version, bookingId: 1, locator: LOCATOR, number, currency: 'USD' },
    ...{ change, lines: [], total: 0, legs: [...stored.legs], seated: [1, 2], touches: [], rule: '', to: [], heldUntil: null },
    validUntil: NOON + 10 * MINUTE_MS,
    ...offered,
  };
};

/** The hold of the new seats. */
export const HELD = hold({
  bookingId: 9,
  locator: 'N3WS2T',
  legs: hold().legs.map((leg) => ({ ...leg, flightId: 10, seats: ['20A', '20B'] })),
});

/** The booking as the change leaves it. */
export const changed = (): BookingView => {
  counter.stored = sold({ version: counter.stored.version + 1 });
  return counter.stored;
};

/** Each test of this file begins with a sold booking of an adult and a child, and an agent at the desk. */
export function openChangeCounter(): void {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now: NOON });
    setServerNow(NOON);
    startOver();
    resetDraft();
    Object.assign(counter, { stored: sold(), version: 100, offered: {}, number: 0 });
    counter.hub = new FakeBridge()
      .answers('bookings.get', () => accept({ booking: counter.stored, history: [], version: counter.version }))
      .gives('settings.get', settings)
      .answers('flights.seatMap', ({ flightId }) => accept({ ...seatMapAnswer(), flight: { ...seatMapAnswer().flight, flightId } }))
      .gives('flights.bestSeats', { choices: [{ seats: ['20A', '20B'], relaxed: [] }], mayHold: 100 })
      .gives('flights.search', found([DIRECT, LATE]))
      .answers('bookings.changeQuote', ({ change }) => accept(offerOf(change)))
      .answers('bookings.change', () => accept(changed()));
    openConsole(counter.hub, RUIZ);
  });
  afterEach(() => {
    cleanup();
    forgetChange();
    useBooking.getState().forget();
    usePointer.setState({ current: {}, shown: null });
    vi.useRealTimers();
  });
}

export const user = () => userEvent.setup({ advanceTimers: vi.advanceTimersByTime });
export const tell = (...told: Parameters<FakeBridge['tell']>) => act(async () => counter.hub.tell(...told));

/** Opens the booking. */
export function open(booking: BookingView): void {
  counter.stored = booking;
  render(<ReservationsScreen screen={{ name: 'reservations', bookingId: 1 }} />);
}

/** Opens the booking and begins a change by its key. */
export async function begin(key: string, booking: BookingView = sold()): Promise<void> {
  open(booking);
  (await screen.findByRole('button', { name: /Cancel and refund/ })).focus();
  await press(`${key}${ACTED}`);
}

export const press = (keys: string) => user().keyboard(keys);
export const offerShown = (of: number) => screen.findByRole('heading', { name: `Offer ${of}` });
export const goButton = (name: RegExp) => screen.findByRole<HTMLButtonElement>('button', { name });

/** Ctrl Enter, once the offer may be taken. */
export async function take(name: RegExp): Promise<void> {
  const go = await goButton(name);
  await waitFor(() => expect(go.disabled).toBe(false));
  await press('{Control>}{Enter}{/Control}');
}
