import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { feed } from '../../../renderer/client/client.ts';
import { ActivityFeed } from '../../../renderer/frame/activity-feed.tsx';
import { useFrameKeys } from '../../../renderer/frame/use-frame-keys.ts';
import { closeActivity, showActivity, useActivity } from '../../../renderer/stores/activity-store.ts';
import { startOver, useNavigation } from '../../../renderer/stores/navigation-store.ts';
import { wireStores } from '../../../renderer/stores/wire-stores.ts';
import type { JournalEvent } from '../../../shared/events.ts';
import type { Cabin } from '../../../shared/seat-map.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { openConsole, RUIZ } from '../support/open-console.ts';
import { bookingEvent, LOCATOR, NOON, refused } from '../support/samples.ts';

let hub: FakeBridge;
let unwire: () => void;
const user = userEvent.setup();
const noKeys = () => undefined;
function Shown() {
  useFrameKeys(noKeys, true);
  return <ActivityFeed />;
}

const seats = (cabin: Cabin) => [{ flightId: 7, cabin, seats: ['2A'], authorised: 9, held: 0, sold: 1 }];
const changed = (event: number, cabin: Cabin): JournalEvent => {
  const confirmed = bookingEvent(event, 'booking.confirmed', { legs: seats(cabin) });
  return { ...confirmed, type: 'booking.changed', data: { ...confirmed.data, price: 1, fees: 0, paid: 0 } } as JournalEvent;
};
const given = (event: number, cabin: Cabin): JournalEvent =>
  ({ ...bookingEvent(event, 'booking.confirmed', { legs: seats(cabin) }), type: 'booking.seatsGiven' }) as JournalEvent;
const offered = (event: number, hold: number): JournalEvent => ({
  ...{ event, at: NOON, type: 'waitlist.offered', user: 'ruiz', desk: 'T1-04' },
  data: { entryId: 1, flights: [7], cabin: 'Y', passengers: 1, priority: 0, desk: 'T1-04', hold, flightId: 7, why: '' },
});

const tell = (...events: JournalEvent[]) =>
  act(async () => {
    for (const event of events) hub.tell(event);
  });
const rows = () =>
  within(screen.getByRole('list'))
    .getAllByRole('button')
    .map(({ textContent }) => textContent);

beforeEach(() => {
  hub = new FakeBridge().gives('events.since', { events: [], newest: 100 }).gives('holds.ofDesk', { holds: [] });
  openConsole(hub, RUIZ);
  feed.start(100);
  unwire = wireStores();
  render(<Shown />);
});
afterEach(() => {
  unwire();
  cleanup();
  closeActivity();
  startOver();
});

test('Alt Y shows what passengers were told of before and after the console was opened, at all desks, newest first', async () => {
  hub.gives('events.since', { events: [bookingEvent(99, 'hold.placed'), bookingEvent(100, 'payment.begun')], newest: 100 });
  await user.keyboard('{Alt>}[KeyY]{/Alt}');
  await screen.findByRole('dialog', { name: 'Activity of all desks' });
  await waitFor(() => expect(rows()).toHaveLength(1));
  expect(hub.inputsOf('events.since')).toEqual([{ after: 0 }]);
  await tell(bookingEvent(101, 'booking.confirmed', { desk: 'T2-11' }), bookingEvent(102, 'hold.extended'));
  expect(rows().map((row) => row?.replace(/^.*?:\d\d(?=[A-Z])/, ''))).toEqual([`${LOCATOR}confirmedT2-11`, `${LOCATOR}heldT1-04`]);
});

test('a row that comes does not take the focus, so that Enter opens the booking that was read', async () => {
  const past = [bookingEvent(99, 'hold.placed', { bookingId: 5 }), bookingEvent(100, 'hold.placed', { bookingId: 6 })];
  hub.gives('events.since', { events: past, newest: 100 });
  await user.click(screen.getByRole('button', { name: 'Activity of all desks' }));
  await waitFor(() => expect(document.activeElement).toBe(within(screen.getByRole('list')).getAllByRole('button')[0]));
  await user.keyboard('{ArrowDown}');
  await tell(bookingEvent(103, 'hold.expired', { bookingId: 7 }));
  expect(rows()).toHaveLength(3);
  await user.keyboard('{Enter}');
  expect(useNavigation.getState().screen).toEqual({ name: 'reservations', bookingId: 5 });
  expect(screen.queryByRole('dialog')).toBeNull();
});

test.each<[string, JournalEvent[], string[]]>([
  ['a better cabin', [given(101, 'Y'), changed(102, 'J')], ['upgraded']],
  ['seats that an upgraded party takes later', [given(101, 'Y'), changed(102, 'J'), changed(103, 'J')], ['changed', 'upgraded']],
  ['a lower cabin', [given(101, 'J'), changed(102, 'Y')], ['changed']],
  ['other seats', [given(101, 'Y'), changed(102, 'Y')], ['changed']],
  ['a hold for a party that waited', [bookingEvent(101, 'hold.placed', { bookingId: 3 }), offered(102, 3)], ['waitlistOffered']],
  ['what nobody is told of', [bookingEvent(101, 'payment.begun'), bookingEvent(102, 'hold.extended')], []],
])('%s is told as the passengers are told it', async (_, events, kinds) => {
  await act(async () => showActivity());
  for (const event of events) await tell(event);
  expect(useActivity.getState().told.map(({ kind }) => kind)).toEqual(kinds);
});

test('of many events the last 50 are kept, and one that was read and is heard too stands once', async () => {
  hub.gives('events.since', { events: [bookingEvent(101, 'hold.placed')], newest: 101 });
  await user.click(screen.getByRole('button', { name: 'Activity of all desks' }));
  await waitFor(() => expect(useActivity.getState().told).toHaveLength(1));
  await tell(...Array.from({ length: 60 }, (_, index) => bookingEvent(101 + index, 'hold.placed')));
  const told = useActivity.getState().told.map(({ event }) => event);
  expect(told).toEqual(Array.from({ length: 50 }, (_, index) => 160 - index));
});

test('nothing is kept while nobody looks, because only some of it is heard then', async () => {
  await tell(bookingEvent(101, 'hold.placed'));
  expect(useActivity.getState().told).toEqual([]);
});

test('nothing so far is said, and a journal that begins later leaves what was heard', async () => {
  hub.answers('events.since', () => refused('BOOKING_UNKNOWN'));
  await user.click(screen.getByRole('button', { name: 'Activity of all desks' }));
  await screen.findByText(/^Nothing was held, sold, changed or cancelled lately/);
  await tell(bookingEvent(101, 'hold.placed'));
  expect(rows()).toHaveLength(1);
});
