import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { App } from '../../../renderer/app.tsx';
import { feed } from '../../../renderer/client/client.ts';
import { useSession } from '../../../renderer/client/session-store.ts';
import { useBooking } from '../../../renderer/reservations/booking-store.ts';
import { useSale } from '../../../renderer/sale/sale-store.ts';
import { setServerNow } from '../../../renderer/stores/clock-store.ts';
import { useHolds } from '../../../renderer/stores/holds-store.ts';
import { go, startOver, useNavigation } from '../../../renderer/stores/navigation-store.ts';
import { sessionEnded } from '../../../renderer/stores/session-actions.ts';
import type { BookingView } from '../../../shared/methods/booking-view.ts';
import { accept } from '../../../shared/refusals.ts';
import { best, quote, seatMapAnswer } from '../seats/seat-map-answer.ts';
import { ACTED } from '../support/acted.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { OSEI, openConsole, RUIZ } from '../support/open-console.ts';
import { firstOffer, hold, hubState, NOON, settings, sold, soldHistory } from '../support/samples.ts';

/** Each begins with letters that are keys somewhere, and holds one that is a key nowhere. */
const LOCATORS = ['CB7KQF', 'AB4XXE', 'XYP2RN', 'NBA7LL', 'GB7KQF', 'LPXR3Y'];

let hub: FakeBridge;
let booking: BookingView;
const user = userEvent.setup();
const screenNow = () => useNavigation.getState().screen;
const bar = () => screen.getByRole<HTMLInputElement>('combobox', { name: /Go to/ });

beforeEach(() => {
  setServerNow(NOON);
  booking = sold();
  hub = new FakeBridge()
    .gives('session.state', hubState())
    .gives('holds.ofDesk', { holds: [] })
    .gives('holds.place', hold())
    .gives('holds.release', hold({ state: 'RELEASED', expiresAt: null }))
    .gives('holds.extend', hold())
    .gives('flights.board', { flights: [] })
    .gives('flights.places', { places: [] })
    .answers('flights.seatMap', ({ flightId }) => accept(seatMapAnswer({}, flightId)))
    .gives('flights.bestSeats', best)
    .gives('pricing.quote', quote)
    .gives('settings.get', settings)
    .gives('bookings.cancelQuote', firstOffer)
    .gives('bookings.find', { bookings: [], more: 0, counted: true, misread: [] })
    .answers('bookings.get', () => accept({ booking, history: soldHistory, version: 100 }));
});
afterEach(() => {
  cleanup();
  startOver();
  sessionEnded('');
  useBooking.getState().forget();
});

async function open(at: Parameters<typeof go>[0], session = RUIZ) {
  openConsole(hub, session);
  useSession.setState({ entered: true });
  feed.start(100);
  go(at);
  render(<App />);
  await act(async () => undefined);
}
const openFlight = async () => {
  await open({ name: 'flight', flightIds: [7], adults: 1 });
  await waitFor(() => expect(document.activeElement?.getAttribute('data-seat')).toBe('1D'));
};
const openBooking = async () => {
  await open({ name: 'reservations', bookingId: 1 });
  await waitFor(() => expect(document.activeElement?.className).toContain('rv-act'));
};

describe('a locator that is scanned', () => {
  it.each(LOCATORS)('%s on the seats held seats (C adds a child, B picks, Enter holds): it only opens its booking', async (locator) => {
    await openFlight();
    await user.keyboard(`${locator}{Enter}`);
    await waitFor(() => expect(screenNow()).toEqual({ name: 'reservations', find: locator }));
    expect(useSale.getState().sale).toMatchObject({ stage: 'seats', party: [{ type: 'ADT' }], legs: [{ seats: [null] }] });
    expect(hub.inputsOf('holds.place')).toEqual([]);
  });

  it.each(LOCATORS)(
    '%s on an open booking cancelled it (the letter asks for the quote, Enter confirms): it only opens its own',
    async (locator) => {
      await openBooking();
      await user.keyboard(`${locator}{Enter}`);
      await waitFor(() => expect(screenNow()).toEqual({ name: 'reservations', find: locator }));
      expect(hub.asked.filter(({ method }) => method === 'bookings.cancel')).toEqual([]);
      expect(useBooking.getState().quote).toBeNull();
    },
  );

  it('on an open hold does not release it', async () => {
    booking = hold();
    await openBooking();
    await user.keyboard('XE7KQF{Enter}');
    await waitFor(() => expect(screenNow()).toMatchObject({ find: 'XE7KQF' }));
    expect(hub.inputsOf('holds.release')).toEqual([]);
    expect(hub.inputsOf('holds.extend')).toEqual([]);
  });
});

describe('typing outside a field', () => {
  it('opens the command bar, and Esc goes back to the same seat', async () => {
    await openFlight();
    await user.keyboard('r4tm');
    expect(document.activeElement).toBe(bar());
    expect(bar().value).toBe('r4tm');
    await user.keyboard('{Escape}');
    expect(document.activeElement?.getAttribute('data-seat')).toBe('1D');
    expect(bar().value).toBe('');
  });

  it('opens it with a letter that is a key elsewhere, where the focus is on no list', async () => {
    await openBooking();
    screen.getByRole('heading', { level: 1 }).focus();
    await user.keyboard('x');
    expect(bar().value).toBe('x');
    expect(hub.inputsOf('bookings.cancelQuote')).toEqual([]);
  });

  it('a letter that is a key of the list acts there', async () => {
    await openBooking();
    await user.keyboard(`x${ACTED}`);
    await waitFor(() => expect(hub.inputsOf('bookings.cancelQuote')).toHaveLength(1));
    expect(bar().value).toBe('');
  });
});

describe('F-keys and G', () => {
  it('F3 was dead on an open booking: it goes to the search for another one', async () => {
    await openBooking();
    await user.keyboard('{F3}');
    expect(screenNow()).toEqual({ name: 'reservations' });
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText(/^Locator, name/)));
  });

  it('F2 was dead without a flight: it says what to do, on the board', async () => {
    await open({ name: 'reservations' });
    await user.keyboard('{F2}');
    expect(screenNow()).toEqual({ name: 'board' });
    expect(screen.getByText(/No flight is open yet/)).toBeTruthy();
  });

  it('F7 is not dead for an agent: it says who may', async () => {
    await open({ name: 'reservations' });
    await user.keyboard('{F7}');
    expect(screenNow()).toEqual({ name: 'reservations' });
    expect(screen.getByText(/Admin is for supervisors/)).toBeTruthy();
  });

  it('an F-key on its own screen goes to its first field or list', async () => {
    await open({ name: 'board' });
    await user.keyboard('{F1}');
    expect(document.activeElement).toBe(screen.getByRole('combobox', { name: 'From' }));
  });

  it('G and a letter reaches every screen, G G goes back, G and a digit opens a hold', async () => {
    await openFlight();
    act(() => useHolds.setState({ holds: [hold({ bookingId: 4, locator: 'P2XW9R' })] }));
    await user.keyboard(`gr${ACTED}`);
    expect(screenNow()).toEqual({ name: 'reservations' });
    act(() => go({ name: 'flight', flightIds: [7], adults: 1 }));
    await waitFor(() => expect(document.activeElement?.getAttribute('data-seat')).toBe('1D'));
    await user.keyboard(`gg${ACTED}`);
    expect(screenNow()).toEqual({ name: 'reservations' });
    act(() => go({ name: 'flight', flightIds: [7], adults: 1 }));
    await waitFor(() => expect(document.activeElement?.getAttribute('data-seat')).toBe('1D'));
    await user.keyboard(`g1${ACTED}`);
    expect(screenNow()).toMatchObject({ name: 'flight', bookingId: 4 });
  });

  it.each([
    ['board', { name: 'board' }],
    ['reservations', { name: 'reservations' }],
    ['admin', { name: 'admin' }],
    ['Admin users', { name: 'admin', tab: 'users' }],
  ])('the command bar knows the screen %s', async (line, target) => {
    hub.gives('users.list', { users: [] });
    await open({ name: 'flight', flightIds: [7], adults: 1 }, OSEI);
    await user.keyboard(`{Control>}k{/Control}${line}{Enter}`);
    expect(screenNow()).toEqual(target);
  });
});

describe('a hold', () => {
  it('is kept longer and released while a field has the focus', async () => {
    booking = hold();
    await open({ name: 'flight', flightIds: [7], bookingId: 1 });
    const name = await screen.findByLabelText('Name of adult 1');
    act(() => name.focus());
    await user.keyboard('{F9}');
    await waitFor(() => expect(hub.inputsOf('holds.extend')).toHaveLength(1));
    await user.keyboard('{Shift>}{F9}{/Shift}');
    await waitFor(() => expect(hub.inputsOf('holds.release')).toHaveLength(1));
  });

  it('Esc leaves a field for the action row', async () => {
    booking = hold();
    await open({ name: 'flight', flightIds: [7], bookingId: 1 });
    const name = await screen.findByLabelText('Name of adult 1');
    act(() => name.focus());
    await user.keyboard('{Escape}');
    await waitFor(() => expect(document.activeElement?.closest('[data-letters="actions"]')).not.toBeNull());
  });
});
