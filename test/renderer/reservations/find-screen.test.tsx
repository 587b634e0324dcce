import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { FoundBooking } from '../../../renderer/reservations/apply-to-booking.ts';
import { ReservationsScreen } from '../../../renderer/reservations/reservations-screen.tsx';
import { useReservations } from '../../../renderer/reservations/reservations-store.ts';
import { setServerNow } from '../../../renderer/stores/clock-store.ts';
import { startOver, useNavigation } from '../../../renderer/stores/navigation-store.ts';
import { accept, refuse } from '../../../shared/refusals.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { openConsole, RUIZ } from '../support/open-console.ts';
import { bookingEvent, foundHold, foundSold, LOCATOR, NOON, refused } from '../support/samples.ts';

const found = (bookingId: number, change: Partial<FoundBooking> = {}): FoundBooking => ({ ...foundSold, bookingId, ...change });

let hub: FakeBridge;
const user = () => userEvent.setup({ advanceTimers: vi.advanceTimersByTime });
const show = (find?: Parameters<typeof ReservationsScreen>[0]['screen']['find']) =>
  render(<ReservationsScreen screen={{ name: 'reservations', ...(find ? { find } : {}) }} />);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOON });
  setServerNow(NOON);
  startOver();
  useReservations.getState().clear();
  hub = new FakeBridge();
  openConsole(hub, RUIZ);
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

test('the field has the focus: a locator and Enter open the booking', async () => {
  hub.gives('bookings.find', { bookings: [found(5)], more: 0 });
  show();
  await user().keyboard(`${LOCATOR.toLowerCase()}{Enter}`);
  await waitFor(() => expect(useNavigation.getState().screen).toEqual({ name: 'reservations', bookingId: 5 }));
  expect(hub.inputsOf('bookings.find')).toEqual([{ by: 'locator', locator: LOCATOR }]);
});

test('a name gives a list; arrows walk it, Enter opens', async () => {
  hub.gives('bookings.find', { bookings: [found(5), { ...foundHold, bookingId: 6, locator: 'P2XW9R' }], more: 3 });
  show();
  await user().keyboard('SMITH/J{Enter}');
  expect(await screen.findByText('2 bookings, newest first; 3 more, so narrow it down')).toBeTruthy();
  expect(
    screen.getByRole('row', { name: `${LOCATOR} HK confirmed SZETO/MEI LIN MS 2 AA 185 JFK to LAX Sat 21 Nov 12:00 17DE` }),
  ).toBeTruthy();
  await user().keyboard('{ArrowDown}{ArrowDown}{Enter}');
  expect(useNavigation.getState().screen).toEqual({ name: 'reservations', bookingId: 6 });
});

/** A locator in which a Q was read as a 0. */
const MISREAD = refused('LOCATOR_MISREAD');
const [MEANT = ''] = [MISREAD.refusal.details.candidates].flat().map(String);

test('a misread locator offers what it may have been, and looks for the one picked', async () => {
  hub.answers('bookings.find', (input) => {
    const isPicked = input.by === 'locator' && input.locator === MEANT;
    return isPicked ? accept({ bookings: [found(8, { locator: MEANT })], more: 0 }) : MISREAD;
  });
  show();
  await user().keyboard(`${MISREAD.refusal.details.locator}{Enter}`);
  await user().click(await screen.findByRole('button', { name: MEANT }));
  await waitFor(() => expect(useNavigation.getState().screen).toEqual({ name: 'reservations', bookingId: 8 }));
});

test('six letters that are no locator may be a name', async () => {
  hub.answers('bookings.find', (input) => (input.by === 'name' ? accept({ bookings: [found(5)], more: 0 }) : refused('BOOKING_UNKNOWN')));
  show();
  await user().keyboard('SMYTHE{Enter}');
  expect(await screen.findByText('No booking with locator SMYTHE')).toBeTruthy();
  await user().click(screen.getByRole('button', { name: 'Look for the name SMYTHE' }));
  expect(await screen.findByText('1 booking, newest first')).toBeTruthy();
});

test.each([
  ['', 'Type a locator of six signs, a name (SMITH/J), or a flight and date (AA 185 24NOV).'],
  ['AA 185 31NOV', 'Type a locator of six signs, a name (SMITH/J), or a flight and date (AA 185 24NOV).'],
])('%j asks the hub nothing and says what to type', async (typed, said) => {
  show();
  await user().keyboard(`${typed}{Enter}`);
  expect(await screen.findByText(said)).toBeTruthy();
  expect(hub.asked).toEqual([]);
});

test('nothing found says what to try', async () => {
  hub.gives('bookings.find', { bookings: [], more: 0 });
  show();
  await user().keyboard('AA 185 24NOV{Enter}');
  expect(await screen.findByText('No booking on flight AA 185 on 24NOV')).toBeTruthy();
  expect(hub.inputsOf('bookings.find')).toEqual([{ by: 'flight', carrier: 'AA', number: 185, date: '2026-11-24' }]);
});

test('another refusal is shown with what would work', async () => {
  hub.answers('bookings.find', () => refuse('HUB_BUSY'));
  show({ by: 'name', name: 'SMITH/J' });
  expect((await screen.findByRole('alert')).textContent).toBe('Too many requests are waiting at the hub. Try again in a moment.');
});

test('a list opened from the command bar is looked for, and follows what desks do', async () => {
  hub.gives('bookings.find', { bookings: [found(1)], more: 0 });
  show({ by: 'name', name: 'SMITH/J' });
  expect(await screen.findByText('HK confirmed')).toBeTruthy();
  expect((screen.getByRole('textbox') as HTMLInputElement).value).toBe('SMITH/J');
  await act(async () => hub.tell(bookingEvent(101, 'booking.cancelled')));
  expect(screen.getByText('HX cancelled')).toBeTruthy();
});
