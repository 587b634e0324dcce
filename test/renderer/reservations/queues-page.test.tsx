import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useBooking } from '../../../renderer/reservations/booking-store.ts';
import { ReservationsScreen } from '../../../renderer/reservations/reservations-screen.tsx';
import { setServerNow } from '../../../renderer/stores/clock-store.ts';
import { useQueues } from '../../../renderer/stores/queues-store.ts';
import type { Output } from '../../../shared/contract.ts';
import { HOUR_MS, MINUTE_MS } from '../../../shared/instants.ts';
import type { QueueItem } from '../../../shared/methods/queues.ts';
import { QUEUES, type QueueName } from '../../../shared/queues.ts';
import { accept, refuse } from '../../../shared/refusals.ts';
import { ACTED } from '../support/acted.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { OSEI, openConsole, RUIZ } from '../support/open-console.ts';
import { hold, legNow, movedLater, NOON, refundPolicies, settings, soldHistory } from '../support/samples.ts';

const item = (subject: number, locator: string, more: Partial<QueueItem> = {}): QueueItem => ({
  ...{ subject, bookingId: subject, locator, name: 'PETROV/ELENA MRS', passengers: 1, flight: 'B6 101' },
  ...{ origin: 'JFK', destination: 'LAX', originZone: 'America/New_York', departsAt: NOON + 48 * HOUR_MS },
  ...{ since: NOON - 3 * HOUR_MS, due: null, until: null, amount: 129_00, currency: 'USD', kind: 'cancel', channel: '', answer: '' },
  ...{ stands: false, lock: null, forDesk: '', laterAt: null, remark: '', ...more },
});
const lockedBy = (desk: string, user: string): QueueItem['lock'] => ({ desk, user, at: NOON - 5 * MINUTE_MS, until: NOON + 5 * MINUTE_MS });
const HERE = lockedBy('T1-04', 'ruiz');

/** What the hub has in each queue, as the steps of a test leave it. */
let waiting: Partial<Record<QueueName, QueueItem[]>>;
let hub: FakeBridge;

const look = (queue: QueueName): Output<'queues.look'> => ({
  queues: QUEUES.map((name) => {
    const items = (waiting[name] ?? []).filter(({ laterAt }) => laterAt === null);
    const [oldest = null] = items.map(({ since }) => since).sort((a, b) => a - b);
    const [due = null] = items.flatMap((one) => one.due ?? []).sort((a, b) => a - b);
    return { queue: name, count: items.length, since: oldest, due };
  }),
  items: (waiting[queue] ?? []).filter(({ laterAt }) => laterAt === null),
  putOff: (waiting[queue] ?? []).filter(({ laterAt }) => laterAt !== null),
  ...{ elsewhere: 1, doneToday: 7, doneHere: 2, version: 100 },
});
const change = (subject: number, more: Partial<QueueItem>) => {
  waiting.timeLimit = (waiting.timeLimit ?? []).map((one) => (one.subject === subject ? { ...one, ...more } : one));
};
const takeOut = (subject: number) => {
  waiting.timeLimit = (waiting.timeLimit ?? []).filter((one) => one.subject !== subject);
};

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  setServerNow(NOON);
  waiting = {
    timeLimit: [
      item(11, 'KT4M9X', { due: NOON + 90 * MINUTE_MS, passengers: 3 }),
      item(12, 'W7Q2HD', { lock: lockedBy('T2-11', 'weber') }),
      item(13, 'R2D2AB', { forDesk: 'T1-04' }),
    ],
    refundDue: [item(21, 'C3PXAB', { since: NOON - 26 * HOUR_MS, kind: 'refund', answer: 'terminal busy' })],
  };
  hub = new FakeBridge()
    .gives('settings.get', settings)
    .gives('refunds.policies', refundPolicies)
    .answers('queues.look', ({ queue }) => accept(look(queue)))
    .answers('bookings.get', (asked) =>
      accept({ booking: hold({ bookingId: 'bookingId' in asked ? asked.bookingId : 0 }), history: soldHistory, version: 100 }),
    );
});
afterEach(() => {
  cleanup();
  useBooking.getState().forget();
  useQueues.setState({ look: null, refusal: null, refused: null, queue: 'timeLimit', chosen: null, asking: 'no' });
  vi.useRealTimers();
});

const keys = () => userEvent.setup({ advanceTimers: vi.advanceTimersByTime });
async function open(session = RUIZ): Promise<void> {
  openConsole(hub, session);
  render(<ReservationsScreen screen={{ name: 'reservations', queues: true }} />);
  await screen.findByRole('group', { name: 'Queues' });
}
const rows = (queue: string) => within(screen.getByRole('group', { name: queue })).queryAllByRole('button');
const texts = (queue: string) => rows(queue).map(({ textContent }) => textContent ?? '');
const LIMITS = 'Ticketing time limit';

test.each([
  ['read before', () => look('timeLimit')],
  ['not read before', () => null],
])('the page begins with the first queue in which something waits (it began with an empty one): %s', async (_, before) => {
  waiting.timeLimit = [];
  openConsole(hub, RUIZ);
  useQueues.setState({ look: before() });
  render(<ReservationsScreen screen={{ name: 'reservations', queues: true }} />);
  await waitFor(() => expect(texts('Refund due')[0]).toContain('C3PXAB'));
  expect(screen.getByRole('button', { name: /^Refund due/ }).getAttribute('aria-pressed')).toBe('true');
});

test('a message that failed is named by what it told, also of a change of flights (it stood there as `flightsChanged`)', async () => {
  waiting.failedMessage = [
    item(31, 'M4KT9X', { amount: null, kind: 'flightsChanged', channel: 'email', answer: 'the mail server said 550' }),
    item(32, 'N5KT9X', { amount: null, kind: 'expired', channel: 'sms' }),
  ];
  await open();
  await keys().click(screen.getByRole('button', { name: /^Failed messages/ }));
  await waitFor(() => expect(texts('Failed messages')).toHaveLength(2));
  expect(texts('Failed messages')[0]).toContain('e-mail of a change of flights: the mail server said 550');
  expect(texts('Failed messages')[1]).toContain('SMS of the end of a hold');
});

test('an item says what the carrier did to its flights, in the words of the itinerary: before why it waits, or as the reason (it named the group alone)', async () => {
  waiting.timeLimit = [item(11, 'KT4M9X', { changed: movedLater(35) })];
  waiting.scheduleChange = [item(41, 'S5KT9X', { kind: 'cancelled', changed: legNow({ status: 'HX', kind: 'cancelled' }) })];
  await open();
  expect(texts(LIMITS)[0]).toContain('AA 185: TK 35 min later; 129.00 USD to pay; cancelled at its limit');
  const [changes] = rows('Queues');
  if (changes) await keys().click(changes);
  await waitFor(() => expect(texts('Schedule change')[0]).toMatch(/AA 185: HX cancelled by AA$/));
});

test('late in the evening an item is put off to the next day with its date (the hour alone was over, so it was refused)', async () => {
  // 23:10 in New York.
  setServerNow(Date.UTC(2026, 10, 22, 4, 10));
  waiting.timeLimit = [item(11, 'KT4M9X', { lock: HERE })];
  hub.gives('queues.later', { queue: 'timeLimit', subject: null });
  await open();
  await keys().click(screen.getByRole('button', { name: /^Later/ }));
  expect(await screen.findByRole('textbox', { name: /^Back in the queue at/ })).toHaveProperty('value', '22NOV 00:30');
  await keys().click(screen.getByRole('button', { name: /^Put off/ }));
  await waitFor(() => expect(hub.inputsOf('queues.later')).toMatchObject([{ subject: 11, at: Date.UTC(2026, 10, 22, 5, 30) }]));
});

test('each queue has its count and how long its oldest waits, or in how long the first is due; each item says why', async () => {
  await open();
  expect(texts('Queues')).toEqual([
    'Schedule change0',
    'Ticketing time limit3in 1 h 30',
    'Refund due11 d 2 h',
    'Failed payment0',
    'Waitlist, to be told0',
    'Failed messages0',
  ]);
  const [first, locked, passed] = texts(LIMITS);
  expect(first).toContain('KT4M9X PETROV/ELENA MRS +2in 1 h 30129.00 USD to pay; cancelled at its limit');
  expect(locked).toContain('desk T2-11, weber, for 5 min');
  expect(passed).toContain('for desk T1-04; ');
  expect(screen.getByText('1 open at other desks')).toBeTruthy();
  expect(screen.getByText(/^done today/).textContent).toBe('done today 7, by this desk 2');
});

test('] and [ walk the queues, with an empty one said to be empty, and the arrows walk the items', async () => {
  await open();
  const person = keys();
  rows(LIMITS)[0]?.focus();
  await person.keyboard('{ArrowDown}{ArrowDown}');
  expect(document.activeElement).toBe(rows(LIMITS)[2]);
  await person.keyboard(`]${ACTED}`);
  await waitFor(() => expect(texts('Refund due')[0]).toContain('129.00 USD to go back: terminal busy'));
  // The focus stayed on another queue than the one that is shown, and Enter went back to it.
  expect(document.activeElement).toBe(rows('Queues')[2]);
  await person.keyboard('{Enter}');
  expect(document.activeElement).toBe(rows('Refund due')[0]);
  await person.keyboard(`]${ACTED}`);
  expect(await screen.findByText('Nothing waits in this queue')).toBeTruthy();
  expect(screen.getByText(/Holds that were not paid stand here/)).toBeTruthy();
  await person.keyboard(`[[${ACTED}`);
  await waitFor(() => expect(texts('Refund due')).toHaveLength(1));
});

test('N opens the next item for this desk alone, and Esc lets it go', async () => {
  hub
    .answers('queues.next', ({ after }) => {
      const next = after === 11 ? 13 : 11;
      for (const subject of [11, 13]) change(subject, { lock: subject === next ? HERE : null });
      return accept({ queue: 'timeLimit', subject: next });
    })
    .answers('queues.letGo', ({ subject }) => {
      change(subject, { lock: null });
      return accept({ queue: 'timeLimit', subject: null });
    });
  await open();
  const person = keys();
  rows(LIMITS)[0]?.focus();
  await person.keyboard(`n${ACTED}`);
  await waitFor(() => expect(texts(LIMITS)[0]).toContain('open here; '));
  await person.keyboard(`n${ACTED}`);
  await waitFor(() => expect(texts(LIMITS)[2]).toContain('open here; '));
  expect(hub.inputsOf('queues.next').map(({ after }) => after)).toEqual([null, 11]);
  await person.keyboard('{Escape}');
  await waitFor(() => expect(texts(LIMITS)[2]).not.toContain('open here; '));
  expect(hub.inputsOf('queues.letGo')).toMatchObject([{ queue: 'timeLimit', subject: 13 }]);
  // Whoever acts at the keyboard keeps the session open.
  expect(hub.callersOf('queues.next')).toEqual(['person', 'person']);
});

test('Ctrl Enter in the note says that the item is done, with the note, and opens the next; the note does not go with that one', async () => {
  change(11, { lock: HERE });
  hub.answers('queues.done', ({ subject }) => {
    takeOut(subject);
    change(13, { lock: HERE });
    return accept({ queue: 'timeLimit', subject: 13 });
  });
  await open();
  const person = keys();
  const note = screen.getByRole<HTMLInputElement>('textbox', { name: 'Note' });
  await person.type(note, 'rang, pays tonight');
  await person.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(texts(LIMITS)).toHaveLength(2));
  expect(hub.inputsOf('queues.done')).toMatchObject([{ subject: 11, remark: 'rang, pays tonight', next: true }]);
  await waitFor(() => expect(texts(LIMITS)[1]).toContain('open here; '));
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Note' }).value).toBe('');
  expect(screen.getByRole('group', { name: 'Queues' }).textContent).toContain('Ticketing time limit2');
});

test('Enter on an item works it (the row took Enter for itself, and nothing happened)', async () => {
  hub.answers('queues.open', ({ subject }) => {
    change(subject, { lock: HERE });
    return accept({ queue: 'timeLimit', subject });
  });
  await open();
  rows(LIMITS)[2]?.focus();
  await keys().keyboard('{Enter}');
  await waitFor(() => expect(texts(LIMITS)[2]).toContain('open here; '));
  expect(hub.inputsOf('queues.open')).toMatchObject([{ subject: 13 }]);
});

test('what another desk works is not opened here; the refusal names who has it, and a supervisor lets it go', async () => {
  hub
    .answers('queues.open', () => refuse('QUEUE_ITEM_OPEN', { user: 'weber', desk: 'T2-11' }))
    .answers('queues.letGo', ({ subject }) => {
      change(subject, { lock: null });
      return accept({ queue: 'timeLimit', subject: null });
    });
  await open();
  const person = keys();
  rows(LIMITS)[1]?.focus();
  await person.keyboard('{Enter}');
  expect(await screen.findByText(/weber works this item at desk T2-11/)).toBeTruthy();
  const letGo = await screen.findByRole('button', { name: /Let weber at T2-11 go/ });
  expect(letGo.getAttribute('aria-disabled')).toBe('true');
  await person.click(letGo);
  expect(hub.inputsOf('queues.letGo')).toEqual([]);
  for (const name of [/^Later/, /^To another desk/, /^Done and next/])
    expect(screen.getByRole<HTMLButtonElement>('button', { name }).disabled).toBe(true);
  cleanup();

  await open(OSEI);
  rows(LIMITS)[1]?.focus();
  await person.keyboard('{Escape}');
  await waitFor(() => expect(hub.inputsOf('queues.letGo')).toMatchObject([{ subject: 12 }]));
  await waitFor(() => expect(texts(LIMITS)[1]).not.toContain('T2-11'));
});

test('L puts the item off to a time; what is no time, and a time that the hub refuses, are said in the dialog', async () => {
  change(11, { lock: HERE });
  hub.answers('queues.later', ({ subject, at, remark }) => {
    if (at > NOON + 40 * HOUR_MS) return refuse('QUEUE_TIME', { problem: 'the hold has ended by then' });
    change(subject, { lock: null, laterAt: at, remark });
    return accept({ queue: 'timeLimit', subject: null });
  });
  await open();
  const person = keys();
  rows(LIMITS)[0]?.focus();
  await person.keyboard(`l${ACTED}`);
  const dialog = within(await screen.findByRole('dialog', { name: 'KT4M9X later' }));
  const field = dialog.getByRole('textbox', { name: /^Back in the queue at/ });
  await person.clear(field);
  await person.keyboard('soon{Enter}');
  expect(field.getAttribute('aria-invalid')).toBe('true');
  expect(hub.inputsOf('queues.later')).toEqual([]);
  await person.clear(field);
  await person.keyboard('25NOV 06:00{Enter}');
  expect(await dialog.findByText(/the hold has ended by then/)).toBeTruthy();
  await person.clear(field);
  await person.keyboard('18:30{Enter}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  const [, asked] = hub.inputsOf('queues.later');
  expect(new Date(asked?.at ?? 0).toLocaleTimeString('en-GB', { timeZone: 'America/New_York' })).toBe('18:30:00');
  const off = await screen.findByRole('list', { name: 'Put off' });
  expect(off.textContent).toContain('KT4M9X');
  expect(off.textContent).toContain('18:30');
  expect(texts(LIMITS)).toHaveLength(2);
});

test('an item that was left to a desk says so beside its note as well (only its row did, cut off)', async () => {
  waiting.timeLimit = [item(13, 'R2D2AB', { forDesk: 'T1-04', remark: 'rings back at noon' })];
  await open();
  expect(await screen.findByText('Left to desk T1-04.')).toBeTruthy();
  expect(screen.getByText('Note: rings back at noon')).toBeTruthy();
});

test('who is to be told of held seats has the phone beside it (nothing on the screen said whom to call)', async () => {
  waiting = { waitlist: [item(41, 'DCLS6G', { name: 'HAGEN/NILS MR' })] };
  const draft = { passengers: [], contact: '+1 646 555 0117', askedBy: 'HAGEN/NILS MR', tenders: [] };
  const booking = hold({ bookingId: 41, draft: { ...draft, savedAt: NOON, user: 'ruiz', desk: 'T1-04' } });
  hub.answers('bookings.get', () => accept({ booking, history: soldHistory, version: 100 }));
  await open();
  await keys().click(screen.getByRole('button', { name: /^Waitlist/ }));
  await waitFor(() => expect(document.querySelector('.qu-what')?.textContent).toContain('Call HAGEN/NILS MR on +1 646 555 0117.'));
});

test('R leaves the item to another desk; what is no desk is said before the hub is asked', async () => {
  change(11, { lock: HERE });
  hub.answers('queues.pass', ({ subject, desk }) => {
    if (desk === 'T9-99') return refuse('QUEUE_DESK', { problem: 'no desk has this name' });
    change(subject, { lock: null, forDesk: desk });
    return accept({ queue: 'timeLimit', subject: null });
  });
  await open();
  const person = keys();
  rows(LIMITS)[0]?.focus();
  await person.keyboard(`r${ACTED}`);
  const dialog = within(await screen.findByRole('dialog', { name: 'KT4M9X to another desk' }));
  await person.type(dialog.getByRole('textbox', { name: 'Desk' }), 'desk 5{Enter}');
  expect(await dialog.findByText(/The name of a desk, as it stands in the frame/)).toBeTruthy();
  expect(hub.inputsOf('queues.pass')).toEqual([]);
  await person.clear(dialog.getByRole('textbox', { name: 'Desk' }));
  await person.keyboard('t9-99{Enter}');
  expect(await dialog.findByText(/no desk has this name/)).toBeTruthy();
  // The page behind the dialog said it a second time, and went on saying it.
  expect(screen.getAllByText(/no desk has this name/)).toHaveLength(1);
  await person.clear(dialog.getByRole('textbox', { name: 'Desk' }));
  await person.keyboard('t2-11{Enter}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await waitFor(() => expect(texts(LIMITS)[0]).toContain('for desk T2-11; '));
});

test('an item that is not settled stays, and the screen says what to do; queues that cannot be read say so', async () => {
  change(11, { lock: HERE, stands: true });
  hub.answers('queues.done', () => refuse('QUEUE_STILL_DUE', { problem: 'the hold stands unpaid', advice: 'Have it paid or release it' }));
  await open();
  const person = keys();
  rows(LIMITS)[0]?.focus();
  await person.keyboard('{Control>}{Enter}{/Control}');
  expect(await screen.findByText(/the hold stands unpaid/)).toBeTruthy();
  expect(screen.getByText(/Have it paid or release it/)).toBeTruthy();
  expect(texts(LIMITS)).toHaveLength(3);
  // The queues are read again after each event and every half minute: the words were gone before anybody had read them.
  await act(() => useQueues.getState().load());
  expect(screen.getByText(/the hold stands unpaid/)).toBeTruthy();
  act(() => rows(LIMITS)[1]?.focus());
  expect(screen.queryByText(/the hold stands unpaid/)).toBeNull();
  cleanup();

  useQueues.setState({ look: null, refusal: null });
  hub.answers('queues.look', () => refuse('HUB_UNREACHABLE'));
  openConsole(hub, RUIZ);
  render(<ReservationsScreen screen={{ name: 'reservations', queues: true }} />);
  await waitFor(() => expect(screen.queryByText('Reading the queues')).toBeNull());
  expect(screen.queryByRole('group', { name: 'Queues' })).toBeNull();
});
