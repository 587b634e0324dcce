import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { FoundBooking } from '../../../renderer/reservations/apply-to-booking.ts';
import { ReservationsScreen } from '../../../renderer/reservations/reservations-screen.tsx';
import { useReservations } from '../../../renderer/reservations/reservations-store.ts';
import { setServerNow } from '../../../renderer/stores/clock-store.ts';
import { go, startOver, useNavigation } from '../../../renderer/stores/navigation-store.ts';
import { accept, refuse } from '../../../shared/refusals.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { openConsole, RUIZ } from '../support/open-console.ts';
import { bookingEvent, foundHold, foundSold, LOCATOR, NOON } from '../support/samples.ts';

const found = (bookingId: number, change: Partial<FoundBooking> = {}): FoundBooking => ({ ...foundSold, bookingId, ...change });

let hub: FakeBridge;
const user = () => userEvent.setup({ advanceTimers: vi.advanceTimersByTime });
const show = (find?: string) => render(<ReservationsScreen screen={{ name: 'reservations', ...(find ? { find } : {}) }} />);
const answer = (bookings: FoundBooking[], more = 0, misread: string[] = []) => ({ bookings, more, counted: true, misread });
const asked = () => hub.inputsOf('bookings.find').map(({ anyOf }) => anyOf);

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
  hub.gives('bookings.find', answer([found(5)]));
  show();
  await user().keyboard(`${LOCATOR.toLowerCase()}{Enter}`);
  await waitFor(() => expect(useNavigation.getState().screen).toEqual({ name: 'reservations', bookingId: 5 }));
  expect(asked()).toEqual([[{ by: 'locator', locator: LOCATOR }]]);
});

test('a name gives a list; arrows walk it, Enter opens', async () => {
  hub.gives('bookings.find', answer([found(5), { ...foundHold, bookingId: 6, locator: 'P2XW9R' }], 3));
  show();
  await user().keyboard('SMITH/J{Enter}');
  expect(await screen.findByText('2 bookings, newest first; 3 more, so narrow it down')).toBeTruthy();
  expect(
    screen.getByRole('row', { name: `${LOCATOR} HK confirmed SZETO/MEI LIN MS 2 AA 185 JFK to LAX Sat 21 Nov 12:00 17DE` }),
  ).toBeTruthy();
  await user().keyboard('{ArrowDown}{ArrowDown}{Enter}');
  expect(useNavigation.getState().screen).toEqual({ name: 'reservations', bookingId: 6 });
});

test('a booking whose flight was moved or cancelled is marked in the list, with the worst of its legs and the time of now', async () => {
  const { flight, departsAt, destination } = foundSold;
  const zones = { originZone: 'America/New_York', destinationZone: 'America/Los_Angeles' };
  const leg = { flight, departsAt, arrivesAt: departsAt, destination, equipment: '321', ...zones };
  const moved = { ...leg, departsAt: departsAt + 35 * 60_000, status: 'TK', kind: 'moved', movedMinutes: 35 } as const;
  const gone = { ...leg, flight: 'B6 7', status: 'HX', kind: 'cancelled', movedMinutes: 0 } as const;
  const same = { ...leg, status: 'HK', kind: 'none', movedMinutes: 0 } as const;
  hub.gives(
    'bookings.find',
    answer([found(5, { scheduled: [moved] }), found(6, { scheduled: [moved, gone] }), found(7, { scheduled: [same] })]),
  );
  show();
  await user().keyboard('SMITH/J{Enter}');
  const rows = (await screen.findAllByRole('row')).slice(1).map((row) => row.textContent ?? '');
  expect(rows.map((text) => /(TK|HX) [^A-Z]*(AA|B6)?(?=SZETO)/.exec(text)?.[0])).toEqual([
    'TK 35 min later',
    'HX cancelled by B6',
    undefined,
  ]);
  expect(rows.map((text) => /12:\d\d/.exec(text)?.[0])).toEqual(['12:35', '12:35', '12:00']);
});

test('a booking with an unaccompanied minor is marked in the list of its flight', async () => {
  hub.gives('bookings.find', answer([found(5, { passengers: 2, minors: 1 }), found(6, { minors: 2 }), found(7)]));
  show();
  await user().keyboard('AA185{Enter}');
  const marks = (await screen.findAllByRole('row')).map((row) => /(\d )?UMNR/.exec(row.textContent ?? '')?.[0]);
  expect(marks).toEqual([undefined, 'UMNR', '2 UMNR', undefined]);
});

test('a misread locator offers what it may have been, and looks for the one picked', async () => {
  hub.gives('bookings.find', answer([], 0, ['R4TMQW']));
  show();
  await user().keyboard('R4TM0W{Enter}');
  await user().click(await screen.findByRole('button', { name: 'R4TMQW' }));
  expect(useNavigation.getState().screen).toEqual({ name: 'reservations', find: 'R4TMQW' });
});

test('a surname of six letters was a dead locator: WILSON is looked for as both, together', async () => {
  hub.gives('bookings.find', answer([found(5), found(6)]));
  show();
  await user().keyboard('WILSON{Enter}');
  expect(await screen.findByText('2 bookings, newest first')).toBeTruthy();
  expect(asked()).toEqual([
    [
      { by: 'locator', locator: 'WILSON' },
      { by: 'name', name: 'WILSON' },
    ],
  ]);
});

test('a name that one booking has opens it; coming back shows the list and opens nothing', async () => {
  hub.gives('bookings.find', answer([found(5)]));
  const place = { name: 'reservations', find: 'SZETO' } as const;
  const { unmount } = render(<ReservationsScreen screen={place} />);
  await waitFor(() => expect(useNavigation.getState().screen).toEqual({ name: 'reservations', bookingId: 5 }));
  unmount();
  startOver();
  render(<ReservationsScreen screen={place} />);
  expect(await screen.findByText('1 booking, newest first')).toBeTruthy();
  expect(useNavigation.getState().screen).toEqual({ name: 'board' });
});

test('the same locator scanned once more opens its booking again', async () => {
  hub.gives('bookings.find', answer([found(5)]));
  const { rerender } = show(LOCATOR);
  await waitFor(() => expect(useNavigation.getState().screen).toEqual({ name: 'reservations', bookingId: 5 }));
  startOver();
  rerender(<ReservationsScreen screen={{ name: 'reservations', find: LOCATOR }} />);
  await waitFor(() => expect(useNavigation.getState().screen).toEqual({ name: 'reservations', bookingId: 5 }));
});

test('Enter again repeated the search that had just answered: it goes to what was found, and the next one opens it', async () => {
  hub.gives('bookings.find', answer([found(5), found(6)]));
  show();
  await user().keyboard('SMITH/J{Enter}');
  await screen.findByText('2 bookings, newest first');
  await user().keyboard('{Enter}');
  expect(document.activeElement?.classList.contains('row-open')).toBe(true);
  await user().keyboard('{Enter}');
  expect(useNavigation.getState().screen).toEqual({ name: 'reservations', bookingId: 5 });
  expect(asked()).toHaveLength(1);
});

test('Enter twice in one second looks for what is not there once; a while later it looks again', async () => {
  hub.gives('bookings.find', answer([]));
  show();
  await user().keyboard('SMITH/J{Enter}');
  await screen.findByText('No booking under the name SMITH/J');
  await user().keyboard('{Enter}');
  expect(asked()).toHaveLength(1);
  vi.setSystemTime(NOON + 2_000);
  await user().keyboard('{Enter}');
  expect(asked()).toHaveLength(2);
});

test('a name typed while the list before was being renewed was not looked for at Enter', async () => {
  let renewed = () => {};
  hub.gives('bookings.find', answer([found(5), found(6)]));
  const { unmount } = show();
  await user().keyboard('SMITH/J{Enter}');
  await screen.findByText('2 bookings, newest first');
  unmount();
  hub.answers('bookings.find', ({ anyOf: [find] }) => {
    const reply = accept(answer([find?.by === 'name' && find.name === 'SMITH/J' ? found(5) : found(7)]));
    return find?.by === 'name' && find.name === 'SMITH/J' ? new Promise((resolve) => (renewed = () => resolve(reply))) : reply;
  });
  show();
  await screen.findByText('Looking');
  await user().clear(screen.getByRole('textbox'));
  await user().keyboard('PETROV/E{Enter}');
  renewed();
  await waitFor(() => expect(useNavigation.getState().screen).toEqual({ name: 'reservations', bookingId: 7 }));
});

describe('an answer that comes after one has moved on', () => {
  /** Looks for a locator whose answer waits; what comes back lets it come. */
  async function lookSlowly(): Promise<() => Promise<void>> {
    const { promise, resolve } = Promise.withResolvers<void>();
    hub.answers('bookings.find', async () => {
      await promise;
      return accept(answer([found(5)]));
    });
    show();
    await user().keyboard(`${LOCATOR}{Enter}`);
    expect(asked()).toHaveLength(1);
    return () => act(async () => resolve());
  }

  test('pulled the agent back to the booking from another screen: it moves nothing', async () => {
    const comes = await lookSlowly();
    go({ name: 'shift' });
    await comes();
    expect(screen.getByText('1 booking, newest first')).toBeTruthy();
    expect(useNavigation.getState().screen).toEqual({ name: 'shift' });
  });

  test('opened the booking while another locator was being typed, whose letters were keys there: what was found is listed', async () => {
    const comes = await lookSlowly();
    await user().clear(screen.getByRole('textbox'));
    await user().keyboard('P2X');
    await comes();
    expect(screen.getByText('1 booking, newest first')).toBeTruthy();
    expect(useNavigation.getState().screen).toEqual({ name: 'board' });
    expect(screen.getByRole<HTMLInputElement>('textbox').value).toBe('P2X');
  });
});

test('more than was counted is said to be more', async () => {
  hub.gives('bookings.find', { ...answer([found(5), found(6)], 900), counted: false });
  show();
  await user().keyboard('SM{Enter}');
  expect(await screen.findByText('2 bookings, newest first; at least 900 more, so narrow it down')).toBeTruthy();
});

test.each([
  ['', 'Type a locator (six letters and digits), a name (SURNAME/GIVEN), a flight and its date, a phone number or an e-mail address.'],
  [
    'AA 185 31NOV',
    'Type a locator (six letters and digits), a name (SURNAME/GIVEN), a flight and its date, a phone number or an e-mail address.',
  ],
])('%j asks the hub nothing and says what to type', async (typed, said) => {
  show();
  await user().keyboard(`${typed}{Enter}`);
  expect(await screen.findByText(said)).toBeTruthy();
  expect(asked()).toEqual([]);
});

test('nothing found says what to try', async () => {
  hub.gives('bookings.find', answer([]));
  show();
  await user().keyboard('AA 185 24NOV{Enter}');
  expect(await screen.findByText('No booking on flight AA 185 on 24NOV')).toBeTruthy();
  expect(asked()).toEqual([[{ by: 'flight', carrier: 'AA', number: 185, date: '2026-11-24' }]]);
});

test('another refusal is shown with what would work', async () => {
  hub.answers('bookings.find', () => refuse('HUB_BUSY'));
  show('SMITH/J');
  expect((await screen.findByRole('alert')).textContent).toBe('Too many requests are waiting at the hub. Try again in a moment.');
});

test('a list opened from the command bar is looked for, and follows what desks do', async () => {
  hub.gives('bookings.find', answer([found(1), found(2)]));
  show('SMITH/J');
  expect(await screen.findAllByText('HK confirmed')).toHaveLength(2);
  expect((screen.getByRole('textbox') as HTMLInputElement).value).toBe('SMITH/J');
  await act(async () => hub.tell(bookingEvent(101, 'booking.cancelled')));
  expect(screen.getByText('HX cancelled')).toBeTruthy();
});

test('bookings are found by what became of them: by a word, and by the choice beside the field', async () => {
  const flown = found(5, { flownAt: NOON - 1 });
  hub.gives('bookings.find', answer([flown, found(6, { refund: 'PART', refundDue: 120_00 }), found(7, { flownAt: NOON + 3_600_000 })]));
  show();
  await user().keyboard('SZETO flown{Enter}');
  expect(await screen.findByText('3 bookings, newest first')).toBeTruthy();
  expect(hub.inputsOf('bookings.find')).toEqual([{ anyOf: [{ by: 'name', name: 'SZETO' }], only: 'FLOWN' }]);
  const states = screen.getAllByRole('row').map((row) => row.querySelectorAll('td')[1]?.textContent);
  expect(states).toEqual([undefined, 'HK flown', 'HK confirmedpart refundrefund due', 'HK confirmed']);
  expect(screen.getByRole('button', { name: /Which/ }).textContent).toContain('Flown');
  await user().clear(screen.getByRole('textbox'));
  // The word is gone, and what it said with it.
  expect(screen.getByRole('button', { name: /Which/ }).textContent).toContain('All');
  await user().click(screen.getByRole('button', { name: /Which/ }));
  await user().click(await screen.findByRole('option', { name: 'Refund due' }));
  await waitFor(() => expect(hub.inputsOf('bookings.find').at(-1)).toEqual({ anyOf: [], only: 'REFUND_DUE' }));
});

test('no flown booking is said so, with what finds an older one', async () => {
  hub.gives('bookings.find', answer([]));
  show('flown');
  expect(await screen.findByText('No flown booking')).toBeTruthy();
  expect(screen.getByText('Nothing has left within 31 days. What left before is found by name or flight.')).toBeTruthy();
});
