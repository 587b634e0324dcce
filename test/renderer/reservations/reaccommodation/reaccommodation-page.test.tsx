import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { BURST_MS, WORD_MS } from '../../../../renderer/keys/letter-run.ts';
import { useBooking } from '../../../../renderer/reservations/booking-store.ts';
import { useDesk } from '../../../../renderer/reservations/reaccommodation/desk-store.ts';
import { leaveDesk } from '../../../../renderer/reservations/reaccommodation/keep-seats.ts';
import { ReservationsScreen } from '../../../../renderer/reservations/reservations-screen.tsx';
import { setServerNow } from '../../../../renderer/stores/clock-store.ts';
import { WAYS_BOOKINGS_MAX } from '../../../../shared/bounds.ts';
import type { Output } from '../../../../shared/contract.ts';
import { HOUR_MS, MINUTE_MS } from '../../../../shared/instants.ts';
import { CHANGE_GROUPS, type ChangedBooking, type Proposal, type Way } from '../../../../shared/methods/reaccommodation.ts';
import { accept, refuse } from '../../../../shared/refusals.ts';
import { ACTED } from '../../support/acted.ts';
import { FakeBridge } from '../../support/fake-bridge.ts';
import { openConsole, RUIZ } from '../../support/open-console.ts';
import { bookingEvent, NOON, refundPolicies, settings, sold, soldHistory } from '../../support/samples.ts';
import { changed, changedLeg, proposed, way } from './desk-samples.ts';

/** What the hub has, as the steps of a test leave it. */
let bookings: ChangedBooking[];
let ways: Map<number, Way[]>;
let hub: FakeBridge;

const listed = (group: ChangedBooking['group'] | null): Output<'reaccommodation.list'> => ({
  groups: CHANGE_GROUPS.map((one) => {
    const of = bookings.filter((booking) => booking.group === one);
    return { group: one, todo: of.filter(({ done }) => !done).length, done: of.filter(({ done }) => done).length };
  }),
  ...{ limitMinutes: 60, bookings: bookings.filter((booking) => booking.group === group), more: 0, version: 100 },
});
const proposals = (bookingIds: readonly number[], most: number): Proposal[] =>
  bookings
    .filter(({ bookingId }) => bookingIds.includes(bookingId))
    .map((booking) => proposed(booking, (ways.get(booking.bookingId) ?? []).slice(0, most)));
const takeOut = (ids: readonly number[]) => {
  bookings = bookings.filter(({ bookingId }) => !ids.includes(bookingId));
};

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  setServerNow(NOON);
  bookings = [
    changed(11, 'F6PK2W', 'LARSEN/NILS MR', { more: 1 }),
    changed(12, 'Q4TZ8M', 'RIVERA/LUIS MR', { more: 3 }),
    changed(13, 'W3NJ7D', 'GREENE/TOM MR', { more: 5, contact: { by: 'call', email: '', phone: '+1 646 555 0117', language: 'en' } }),
    changed(21, 'B6YF5K', 'STEIN/RAHEL MS', {
      group: 'movedFar',
      legs: [changedLeg({ change: 'movedFar', movedMinutes: 90, now: { ...changedLeg().now, status: 'TK' } })],
    }),
  ];
  ways = new Map([
    [11, [way(901, 'UA 711', ['21A', '21B'], 9), way(902, 'AA 325', ['9A', '9B'], 55), way(903, 'DL 181', ['30A', '30B'], 90)]],
    [12, [way(911, 'UA 711', ['23A', '23B', '23C', '23D'], 9)]],
  ]);
  hub = new FakeBridge()
    .gives('settings.get', settings)
    .gives('refunds.policies', refundPolicies)
    .answers('reaccommodation.list', ({ group }) => accept(listed(group)))
    .answers('reaccommodation.of', ({ bookingId }) => {
      const found = bookings.find((one) => one.bookingId === bookingId);
      const booking = found ?? changed(bookingId, sold().locator, 'PETROV/ELENA MS', { group: 'seatGone' });
      return accept({ group: found?.group ?? null, booking });
    })
    .answers('reaccommodation.propose', ({ bookingIds, ways: most }) => accept({ proposals: proposals(bookingIds, most) }))
    .answers('messages.preview', ({ bookingId, take }) => {
      const [subject, short] = [`Your new flights, booking ${bookingId}`, `You fly by hold ${take}.`];
      return accept({ language: 'en', subject, text: `${short}\n\nItinerary`, short: `${subject}. ${short}` });
    })
    .answers('reaccommodation.release', ({ bookingIds }) => accept({ released: bookingIds }))
    .answers('reaccommodation.accept', ({ items }) => {
      takeOut(items.map(({ bookingId }) => bookingId));
      return accept({ outcomes: items.map(({ bookingId, version }) => ({ outcome: 'done' as const, bookingId, version: version + 1 })) });
    })
    .answers('bookings.get', (asked) =>
      accept({ booking: sold({ bookingId: 'bookingId' in asked ? asked.bookingId : 0, version: 1 }), history: soldHistory, version: 100 }),
    );
});
afterEach(() => {
  cleanup();
  useBooking.getState().forget();
  leaveDesk();
  useDesk.setState({ listed: null, group: 'cancelled', refusal: null, refused: null, asking: 'no', doing: null });
  vi.useRealTimers();
});

const keys = () => userEvent.setup({ advanceTimers: vi.advanceTimersByTime });
const rows = () => within(screen.getByRole('group', { name: 'Bookings' })).queryAllByRole('button');
const texts = () => rows().map(({ textContent }) => textContent ?? '');
const acceptButton = () => screen.getByRole('button', { name: /^Accept \d/ });
async function open(changes: true | number = true): Promise<void> {
  openConsole(hub, RUIZ);
  render(<ReservationsScreen screen={{ name: 'reservations', changes }} />);
  await waitFor(() => expect(rows().length).toBeGreaterThan(0));
}
/** The best way for each booking, with the focus in the list. */
async function proposeAll(): Promise<ReturnType<typeof keys>> {
  await open();
  const person = keys();
  act(() => rows()[0]?.focus());
  await person.keyboard(`r${ACTED}`);
  await waitFor(() => expect(texts()[0]).toContain('UA 711'));
  return person;
}

test('groups say what happened and how much is to do; a booking says what was sold, and no seats are kept before somebody asks', async () => {
  await open();
  const groups = within(screen.getByRole('group', { name: 'What happened' })).getAllByRole('button');
  expect(groups.map(({ textContent }) => textContent)).toEqual([
    'Cancelled3 to do3',
    'Missednone0',
    'Connection too shortnone0',
    'Moved over 60 min1 to do1',
    'Seat gonenone0',
    'Other airportnone0',
    'Moved up to 60 minnone0',
  ]);
  expect(screen.getByText('4 of 4 bookings to do')).toBeTruthy();
  expect(texts()[0]).toContain('F6PK2WLARSEN/NILS MR +1AA 317ORD');
  expect(texts()[0]).toContain('not asked yet');
  expect(hub.inputsOf('reaccommodation.propose')).toEqual([]);
});

test('more bookings than the hub takes at once are asked for and accepted in parts, each booking once (a bulk above 50 had never been tried)', async () => {
  const many = Array.from({ length: WAYS_BOOKINGS_MAX + 10 }, (_, at) => at + 101);
  bookings = many.map((id) => changed(id, `M${id}AA`, `BULK/NUMBER ${id}`));
  ways = new Map(many.map((id) => [id, [way(id + 1000, 'UA 711', ['21A'], 9)]]));
  const person = await proposeAll();
  const asked = hub.inputsOf('reaccommodation.propose').map(({ bookingIds }) => bookingIds);
  expect(asked.map(({ length }) => length)).toEqual([WAYS_BOOKINGS_MAX, 10]);
  expect(asked.flat()).toEqual(many);
  const bar = () => document.querySelector('.ra-bar')?.textContent;
  await waitFor(() => expect(bar()).toContain(`Accept ${many.length} and send`));
  await person.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(useDesk.getState().accepted.size).toBe(many.length));
  const accepted = hub.inputsOf('reaccommodation.accept').map(({ items }) => items.map(({ bookingId }) => bookingId));
  expect(accepted.map(({ length }) => length)).toEqual([WAYS_BOOKINGS_MAX, 10]);
  expect(accepted.flat()).toEqual(many);
});

test('R asks for the best way of each, Space and X leave some out, and Ctrl Enter accepts the others by the version that was seen', async () => {
  const person = await proposeAll();
  expect(hub.inputsOf('reaccommodation.propose')).toMatchObject([{ bookingIds: [11, 12, 13], ways: 1 }]);
  expect(texts()[2]).toContain('no other flight takes the whole party');
  expect(document.querySelector('.ra-bar')?.textContent).toContain(
    '2 selected, 6 passengers2 e-mails; refunds 0.001 without a way stays here',
  );
  await person.keyboard(' ');
  expect(acceptButton().textContent).toContain('Accept 1 and send');
  await person.keyboard(' ');
  await person.keyboard(`x${ACTED}`);
  expect(document.activeElement).toBe(rows()[1]);
  await person.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(texts()[1]).toContain('accepted'));
  expect(hub.inputsOf('reaccommodation.accept')).toMatchObject([{ items: [{ bookingId: 12, version: 1, hold: 911 }] }]);
  expect(hub.callersOf('reaccommodation.accept')).toEqual(['person']);
  // What was accepted stays where it stood.
  expect(texts()[0]).toContain('F6PK2W');
  expect(texts()[1]).toContain('Q4TZ8M');
});

test('Ctrl Enter twice accepts once (a hurried hand presses it twice)', async () => {
  const answer = Promise.withResolvers<void>();
  hub.answers('reaccommodation.accept', async ({ items }) => {
    await answer.promise;
    return accept({ outcomes: items.map(({ bookingId }) => ({ outcome: 'done' as const, bookingId, version: 2 })) });
  });
  const person = await proposeAll();
  await person.keyboard('{Control>}{Enter}{Enter}{/Control}');
  answer.resolve();
  await waitFor(() => expect(texts()[0]).toContain('accepted'));
  await person.keyboard('{Control>}{Enter}{/Control}');
  expect(hub.inputsOf('reaccommodation.accept')).toHaveLength(1);
});

test('Enter keeps three ways for one booking; 2 takes the second, 0 the money by a quote, and U undoes what was accepted', async () => {
  hub
    .answers('bookings.cancelQuote', ({ bookingId }) =>
      accept({
        ...{ offerId: 77, kind: 'cancel', bookingVersion: 1, bookingId, locator: 'F6PK2W', number: 1, currency: 'USD', lines: [] },
        ...{ total: 298_00, validUntil: NOON + 10 * MINUTE_MS, percent: 100, rule: 'cancelled by the carrier', paid: 298_00 },
        to: [{ kind: 'card', amount: 298_00, reference: '' }],
      }),
    )
    .answers('reaccommodation.undo', ({ items }) =>
      accept({ outcomes: items.map(({ bookingId }) => ({ outcome: 'done' as const, bookingId, version: 3 })) }),
    );
  await open();
  const person = keys();
  act(() => rows()[0]?.focus());
  await person.keyboard('{Enter}');
  expect(await screen.findByRole('heading', { name: 'Three ways on' })).toBeTruthy();
  expect(hub.inputsOf('reaccommodation.propose')).toMatchObject([{ bookingIds: [11], ways: 3 }]);
  await person.keyboard(`2${ACTED}`);
  expect(texts()[0]).toContain('AA 325');
  expect(texts()[0]).toContain('55 min later');
  await person.keyboard(`0${ACTED}`);
  await waitFor(() => expect(texts()[0]).toContain('all money back'));
  expect(document.querySelector('.ra-bar')?.textContent).toContain('refunds 298.00');
  await person.keyboard(`1${ACTED}`);
  await person.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(texts()[0]).toContain('accepted'));
  expect(hub.inputsOf('reaccommodation.accept')).toMatchObject([{ items: [{ bookingId: 11, hold: 901 }] }]);
  // It still said that seats are kept.
  expect(screen.getByText('accepted; U undoes it within a minute')).toBeTruthy();
  bookings = [changed(11, 'F6PK2W', 'LARSEN/NILS MR', { version: 3, more: 1 }), ...bookings];
  await person.keyboard(`u${ACTED}`);
  act(() => void vi.advanceTimersByTime(WORD_MS));
  await waitFor(() => expect(texts()[0]).toContain('not asked yet'));
  expect(hub.inputsOf('reaccommodation.undo')).toMatchObject([{ items: [{ bookingId: 11, version: 2 }] }]);
});

test('the text of the message is shown before it is sent: of the chosen way, and of another one once that is chosen', async () => {
  const person = await proposeAll();
  const message = () => screen.getByRole('region', { name: 'Message' }).textContent;
  await waitFor(() => expect(message()).toContain('You fly by hold 901.'));
  await person.keyboard(`{Enter}${ACTED}`);
  await waitFor(() => expect(screen.getByRole('button', { name: /AA 325/ })).toBeTruthy());
  await person.keyboard(`2${ACTED}`);
  await waitFor(() => expect(message()).toContain('You fly by hold 902.'));
  expect(message()).not.toContain('901');
  act(() => rows()[2]?.focus());
  await waitFor(() => expect(message()).toContain('call +1 646 555 0117'));
  hub.answers('messages.preview', () => refuse('BOOKING_UNKNOWN', { bookingId: 12, locator: 'number 911' }));
  act(() => rows()[1]?.focus());
  await waitFor(() => expect(message()).toContain('There is no booking number 911.'));
});

test('a booking that another desk changed meanwhile is a conflict with both versions; T keeps theirs, Y asks for ways anew', async () => {
  const person = await proposeAll();
  const history = [
    { event: 140, at: NOON, ahead: false, type: 'booking.changed' as const, text: 'changed to AA 325', user: 'weber', desk: 'T2-01' },
  ];
  hub.answers('bookings.get', (asked) =>
    accept({ booking: sold({ bookingId: 'bookingId' in asked ? asked.bookingId : 0, version: 2 }), history, version: 140 }),
  );
  bookings = bookings.map((one) => (one.bookingId === 11 || one.bookingId === 12 ? { ...one, version: 2 } : one));
  await act(() => useDesk.getState().load());
  const panel = within(await screen.findByRole('region', { name: /conflict/ }));
  expect(panel.getByRole('heading').textContent).toBe('2 conflicts: F6PK2W LARSEN/NILS MR');
  expect(panel.getAllByRole('row')[0]?.textContent).toContain('weber: changed to AA 325');
  expect(panel.getAllByRole('row')[1]?.textContent).toContain('UA 711');
  expect(texts()[0]).toContain('conflict, changed meanwhile');
  expect(acceptButton()).toHaveProperty('disabled', true);
  await person.keyboard(`t${ACTED}`);
  act(() => void vi.advanceTimersByTime(WORD_MS));
  await waitFor(() => expect(texts()[0]).toContain('not asked yet'));
  expect(hub.inputsOf('reaccommodation.release')).toMatchObject([{ bookingIds: [11] }]);
  await person.keyboard(`y${ACTED}`);
  await waitFor(() => expect(screen.queryByRole('region', { name: /conflict/ })).toBeNull());
  expect(hub.inputsOf('reaccommodation.propose').at(-1)).toMatchObject({ bookingIds: [12], ways: 3 });
  await person.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(hub.inputsOf('reaccommodation.accept')).toMatchObject([{ items: [{ bookingId: 12, version: 2 }] }]));
});

test('the hub finds the conflict first: the booking is not accepted, and shows what was done to it', async () => {
  hub.answers('reaccommodation.accept', ({ items }) =>
    accept({
      outcomes: items.map(({ bookingId, version }) =>
        bookingId === 11
          ? { outcome: 'conflict' as const, bookingId, at: NOON, user: 'weber', desk: 'T2-01', text: 'changed' }
          : { outcome: 'done' as const, bookingId, version: version + 1 },
      ),
    }),
  );
  const person = await proposeAll();
  hub.answers('bookings.get', (asked) =>
    accept({ booking: sold({ bookingId: 'bookingId' in asked ? asked.bookingId : 0, version: 2 }), history: soldHistory, version: 140 }),
  );
  await person.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(texts()[0]).toContain('conflict, changed meanwhile'));
  expect(texts()[1]).toContain('accepted');
});

test('seats that lapse while somebody reads are not accepted; F9 keeps them longer before, and asks anew after', async () => {
  hub.answers('reaccommodation.keep', ({ bookingIds }) =>
    accept({ kept: bookingIds.map((bookingId) => ({ bookingId, hold: bookingId === 11 ? 901 : 911, expiresAt: NOON + 6 * MINUTE_MS })) }),
  );
  const person = await proposeAll();
  await person.keyboard('{F9}');
  await waitFor(() => expect(hub.inputsOf('reaccommodation.keep')).toMatchObject([{ bookingIds: [11, 12] }]));
  act(() => setServerNow(NOON + 4 * MINUTE_MS));
  act(() => void vi.advanceTimersByTime(1_000));
  expect(acceptButton().textContent).toContain('Accept 2 and send');
  act(() => setServerNow(NOON + HOUR_MS));
  act(() => void vi.advanceTimersByTime(1_000));
  expect(texts()[0]).toContain('seats lapsed, F9 asks again');
  await person.keyboard('{Control>}{Enter}{/Control}');
  expect(hub.inputsOf('reaccommodation.accept')).toEqual([]);
  await person.keyboard('{F9}');
  await waitFor(() => expect(hub.inputsOf('reaccommodation.propose').at(-1)).toMatchObject({ bookingIds: [11, 12], ways: 1 }));
});

test('a word that begins with keys of the desk does nothing here: what was accepted stays', async () => {
  hub.answers('reaccommodation.undo', ({ items }) =>
    accept({ outcomes: items.map(({ bookingId }) => ({ outcome: 'done' as const, bookingId, version: 3 })) }),
  );
  const person = await proposeAll();
  await person.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(texts()[0]).toContain('accepted'));
  act(() => rows()[0]?.focus());
  await person.keyboard('u');
  act(() => void vi.advanceTimersByTime(2 * BURST_MS));
  await person.keyboard('z');
  act(() => void vi.advanceTimersByTime(2 * WORD_MS));
  expect(hub.inputsOf('reaccommodation.undo')).toEqual([]);
  expect(texts()[0]).toContain('accepted');
});

test('who leaves the desk gives the seats back to sale', async () => {
  await proposeAll();
  cleanup();
  expect(hub.inputsOf('reaccommodation.release')).toMatchObject([{ bookingIds: [11, 12] }]);
});

test('a flight that moved far can be flown as it is now: 4 takes it, with no seats to keep', async () => {
  await open();
  const person = keys();
  act(() => screen.getByRole('button', { name: /^Moved over 60 min/ }).focus());
  await waitFor(() => expect(texts()[0]).toContain('B6YF5K'));
  act(() => rows()[0]?.focus());
  await person.keyboard(`4${ACTED}`);
  expect(texts()[0]).toContain('AA 317 as now');
  await person.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(hub.inputsOf('reaccommodation.accept')).toMatchObject([{ items: [{ bookingId: 21, hold: null }] }]));
});

test('from a booking: the desk opens with it and three ways on are asked for, also where no group lists it', async () => {
  await open(11);
  await waitFor(() => expect(hub.inputsOf('reaccommodation.propose')).toMatchObject([{ bookingIds: [11], ways: 3 }]));
  expect(await screen.findByRole('heading', { name: 'Three ways on' })).toBeTruthy();
  expect(document.activeElement, 'the focus was on Give all money back').toBe(rows()[0]);
  cleanup();
  bookings = [];
  await open(55);
  await waitFor(() => expect(hub.inputsOf('reaccommodation.propose').at(-1)).toMatchObject({ bookingIds: [55], ways: 3 }));
  expect(texts()[0]).toContain(sold().locator);
});

test('a refusal is said and nothing is lost; a list that cannot be read says so; an empty group says when bookings stand in it', async () => {
  const person = await proposeAll();
  hub.answers('reaccommodation.accept', () => refuse('HUB_BUSY'));
  await person.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(screen.getByRole('alert').textContent).not.toBe(''));
  expect(texts()[0]).toContain('UA 711');
  act(() => screen.getByRole('button', { name: /^Seat gone/ }).focus());
  expect(await screen.findByText('No booking stands in this group')).toBeTruthy();
  cleanup();
  useDesk.setState({ listed: null });
  hub.answers('reaccommodation.list', () => refuse('HUB_UNREACHABLE'));
  openConsole(hub, RUIZ);
  render(<ReservationsScreen screen={{ name: 'reservations', changes: true }} />);
  await waitFor(() => expect(screen.queryByText('Reading what the schedule changed')).toBeNull());
});

test('an event about a booking has the list read again', async () => {
  await open();
  const asked = hub.inputsOf('reaccommodation.list').length;
  act(() => hub.tell(bookingEvent(101, 'booking.cancelled')));
  await act(() => vi.advanceTimersByTimeAsync(1_100));
  expect(hub.inputsOf('reaccommodation.list').length).toBe(asked + 1);
});
