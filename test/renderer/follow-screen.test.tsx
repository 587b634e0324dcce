// A console hears what its screen shows. What it does not hear changes nothing on the screen, or a topic is missing.
import { act } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { offerUndo } from '../../renderer/parts/undo.tsx';
import { holdSeats } from '../../renderer/sale/sale-actions.ts';
import { dispatch, useSale } from '../../renderer/sale/sale-store.ts';
import { closeActivity, showActivity } from '../../renderer/stores/activity-store.ts';
import { go, type Screen } from '../../renderer/stores/navigation-store.ts';
import { lookElsewhere } from '../../renderer/stores/shift-now-store.ts';
import type { MethodName, Output } from '../../shared/contract.ts';
import { HOUR_MS } from '../../shared/instants.ts';
import { deskKeyOf } from '../fuzz/desk-key-of.ts';
import { openFuzzHub } from '../fuzz/fuzz-hub.ts';
import { adult, sale } from '../main/support/test-hub.ts';
import { EXAMPLES } from '../main/transport/examples.ts';
import { ConsoleAtHub } from './support/console-at-hub.tsx';

beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1200);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

type Hub = Awaited<ReturnType<typeof openFuzzHub>>;
const WITHOUT_ID: readonly MethodName[] = ['flights.seatMap', 'desks.pairHere', 'oversale.room'];
let requests = 0;

/** Of the aircraft of flight 6, which are given to nobody who does not ask for them. */
const EXIT_ROW = ['8A', '8B', '8C', '8D'];

/** The other desks: what they do is answered, or refused as it may be. */
class Others {
  readonly #hub: Hub;
  readonly here;
  readonly other;
  readonly supervisor;

  constructor(hub: Hub) {
    this.#hub = hub;
    this.here = hub.console('agent', 'T1-04');
    this.other = hub.console('agent', 'T1-02');
    this.supervisor = hub.console('supervisor', 'T1-01');
  }

  async ask(from: Parameters<Hub['dispatcher']['call']>[0], method: MethodName, input: object): Promise<unknown> {
    from.session?.use(this.#hub.hub.now());
    const given = WITHOUT_ID.includes(method) ? input : { ...input, requestId: `other-request-${++requests}` };
    const reply = JSON.parse(await this.#hub.dispatcher.call(from, method, given, 'person'));
    if (!reply.ok) throw new Error(`${method} was refused: ${JSON.stringify(reply.refusal)}`);
    return reply.value;
  }

  async hold(
    from = this.other,
    flightId = 1,
    count = 1,
    seats: 'best' | 'over' | readonly string[] = 'best',
  ): Promise<Output<'holds.place'>> {
    const legs = [{ flightId, cabin: 'Y', seats }];
    const passengers = Array.from({ length: count }, () => adult);
    return (await this.ask(from, 'holds.place', { legs, passengers, exitRowConfirmed: seats === EXIT_ROW })) as Output<'holds.place'>;
  }

  async sell(
    from = this.other,
    flightId = 1,
    count = 1,
    seats: 'best' | 'over' | readonly string[] = 'best',
  ): Promise<Output<'holds.place'>> {
    const hold = await this.hold(from, flightId, count, seats);
    await this.ask(from, 'bookings.confirm', { ...sale(hold) });
    return hold;
  }

  async cancel(bookingId: number): Promise<void> {
    const { offerId } = (await this.ask(this.other, 'bookings.cancelQuote', { bookingId })) as Output<'bookings.cancelQuote'>;
    await this.ask(this.other, 'bookings.cancel', { bookingId, offerId });
  }

  /** So many seats of the economy cabin of a flight may be sold. */
  async authorise(flightId: number, authorised: number): Promise<void> {
    const { flight } = (await this.ask(this.supervisor, 'flights.seatMap', { flightId })) as Output<'flights.seatMap'>;
    const seen = flight.cabins.find(({ cabin }) => cabin === 'Y')?.authorised;
    await this.ask(this.supervisor, 'pricing.authorise', { flightId, cabin: 'Y', authorised, seen, reason: 'few turn up on Mondays' });
  }

  get now(): number {
    return this.#hub.hub.now();
  }

  later(): number {
    return this.now + 2 * HOUR_MS;
  }

  /** A passenger of a booking is asked to give up the seat on the flight that is sold above its seats. */
  async volunteer(bookingId: number, passenger = 1): Promise<number> {
    const place = { flightId: 6, cabin: 'Y' };
    const { ways } = (await this.ask(this.supervisor, 'oversale.room', place)) as Output<'oversale.room'>;
    const asked = { ...place, bookingId, passenger, amount: 20_000, wayId: ways[0]?.flightId };
    return ((await this.ask(this.supervisor, 'oversale.ask', asked)) as Output<'oversale.ask'>).volunteerId;
  }

  /** One gives it up, and gets the letter. */
  async letVolunteer(bookingId: number): Promise<void> {
    const volunteerId = await this.volunteer(bookingId);
    await this.ask(this.supervisor, 'oversale.answer', { volunteerId, answer: 'took' });
    await this.ask(this.other, 'oversale.printed', { kind: 'volunteer', id: volunteerId });
  }

  /** A flash sale of a flight begins and ends. */
  async flash(flightId: number): Promise<void> {
    const { hub } = this.#hub;
    const { actor } = this.supervisor.session ?? {};
    if (!actor) throw new Error('no supervisor is signed in');
    const begun = { flightId, mode: 'order', seconds: 0, seed: '0'.repeat(64) } as const;
    const replies = [
      await hub.change('flashSale.begin', begun, actor, `other-request-${++requests}`),
      await hub.change('flashSale.end', { flightId }, actor, `other-request-${++requests}`),
    ];
    for (const reply of replies) if (!reply.ok) throw new Error(JSON.stringify(reply.refusal));
  }
}

const { bookingClass: _, ...WAITS } = EXAMPLES['waitlist.join'][0];

/** What is there when the console opens. */
interface There {
  /** A sale of another desk. */
  readonly sold: number;
  /** Others, which are cancelled where they were found and where that could be undone. */
  readonly found: number;
  readonly undone: number;
  /** A hold of the console's own desk. */
  readonly here: number;
  /** Those who have seats on the flight that is sold above its seats. */
  readonly seated: readonly number[];
}
/** The shifts of the other desk and of the console's own. */
const [ELSEWHERE, OWN] = [1, 2];

const contact = { phone: '+1 212 555 0100', email: '', askedBy: 'John Smith' };
const record = (turn: number) => ({ ...EXAMPLES['customers.keep'][0].record, email: `smith${turn}@example.org` });

async function begin(others: Others): Promise<There> {
  const { here, other, supervisor } = others;
  await others.ask(supervisor, 'accounts.open', EXAMPLES['accounts.open'][0]);
  await others.ask(supervisor, 'users.create', EXAMPLES['users.create'][0]);
  for (const desk of [other, here]) await others.ask(desk, 'shift.open', EXAMPLES['shift.open'][0]);
  const { bookingId: sold } = await others.sell();
  await others.ask(other, 'customers.keep', { record: record(0), bookingId: sold });
  // One more is sold than there are seats. Nobody more gets on, and who comes waits.
  const seated: number[] = [];
  for (const count of [9, 9, 9, 9, 9, 1]) seated.push((await others.sell(other, 6, count)).bookingId);
  await others.sell(other, 6, 4, EXIT_ROW);
  await others.authorise(6, 51);
  await others.sell(other, 6, 1, 'over');
  return {
    seated,
    sold,
    found: (await others.sell()).bookingId,
    undone: (await others.sell()).bookingId,
    here: (await others.hold(here)).bookingId,
  };
}

/** One thing of each kind that happens at a station, from other desks. `turn`: how often it was done before. */
async function news(others: Others, { sold, seated }: There, turn: number): Promise<void> {
  const { here, other, supervisor } = others;
  for (const flightId of [1, 2, 3]) await others.sell(other, flightId);
  await others.ask(here, 'holds.release', { bookingId: (await others.hold(here)).bookingId });
  const { bookingId: moved } = await others.hold(here);
  await others.ask(here, 'holds.payLater', { ...EXAMPLES['holds.payLater'][0], bookingId: moved, payBy: others.later(), contact });
  await others.ask(other, 'holds.takeOver', { bookingId: moved });
  await others.ask(supervisor, 'queues.open', { queue: 'timeLimit', subject: moved });
  const { bookingId } = await others.sell(other, 1, 2);
  await others.ask(other, 'bookings.split', { bookingId, version: 2, passengers: [2], contact });
  await others.ask(other, 'bookings.cancelQuote', { bookingId: sold });
  const seat = `${'ABCDEF'[turn % 4]}`;
  await others.ask(supervisor, 'seats.block', { ...EXAMPLES['seats.block'][0], what: `${25 + Math.floor(turn / 4)}${seat}` });
  await others.authorise(1, 130 + turn);
  const name = `CHEN/MEI ${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[turn]} MS`;
  await others.ask(other, 'waitlist.join', { ...WAITS, flights: [6], name });
  await others.ask(other, 'customers.change', { customerId: 1, version: turn + 1, record: record(turn + 1) });
  await others.ask(supervisor, 'vouchers.issue', EXAMPLES['vouchers.issue'][0]);
  await others.ask(supervisor, 'accounts.receive', { accountId: 1, amount: 100 + turn, note: 'transfer 4711' });
  const moves = [
    [ELSEWHERE, other],
    [OWN, here],
  ] as const;
  for (const [shiftId, from] of moves) await others.ask(from, 'shift.drop', { ...EXAMPLES['shift.drop'][0], shiftId, amount: 100 });
  await others.ask(supervisor, 'users.setActive', { user: 'new', active: turn % 2 === 1 });
  await others.ask(supervisor, 'desks.pairHere', { desk: `T5-${10 + turn}`, publicKey: deskKeyOf(turn) });
  await others.ask(supervisor, 'settings.set', { name: 'holdMinutes', value: 6 + turn });
  await others.ask(supervisor, 'aircraft.set', { ...EXAMPLES['aircraft.set'][0], tail: `N1${10 + turn}AA` });
  await others.ask(supervisor, 'refunds.addPolicy', { ...EXAMPLES['refunds.addPolicy'][0], name: `flexible-${turn}` });
  // Each passenger is asked once.
  const volunteerId = await others.volunteer(seated[turn % 5] ?? 0, 1 + Math.floor(turn / 5));
  await others.ask(supervisor, 'oversale.answer', { volunteerId, answer: 'no' });
  await others.flash(2);
  await others.ask(supervisor, 'pricing.setFares', { fares: [{ flightId: 1, fare: 10_400 + turn, currency: 'USD', readAt: others.now }] });
  await others.ask(supervisor, 'health.setLimit', { figure: 'store', limit: 200 + turn });
}

interface Place {
  readonly screen: Screen;
  /** What else is on the screen. */
  readonly more?: () => void;
  /** What happens there beside the news. */
  readonly act?: (others: Others) => Promise<void>;
}

const PLACES: Readonly<Record<string, (there: There) => readonly Place[]>> = {
  'where seats are sold': ({ here, seated }) => [
    { screen: { name: 'board' } },
    { screen: { name: 'flight', flightIds: [1] } },
    { screen: { name: 'flight', flightIds: [2, 3] } },
    { screen: { name: 'flight', flightIds: [1], bookingId: here } },
    // The sale goes on behind it.
    { screen: { name: 'health' } },
    { screen: { name: 'waitlist' } },
    { screen: { name: 'pricing' } },
    // The last: a seat comes free for the one above the seats.
    { screen: { name: 'flight', flightIds: [6], oversale: 'Y' }, act: (others) => others.letVolunteer(seated[5] ?? 0) },
  ],
  'where bookings are looked after': ({ sold, found, undone, seated }) => [
    { screen: { name: 'reservations', customer: { by: 'record', customerId: 1 } } },
    { screen: { name: 'reservations', bookingId: sold } },
    { screen: { name: 'reservations', find: 'PETROV' }, act: (others) => others.cancel(found) },
    { screen: { name: 'reservations', queues: true } },
    { screen: { name: 'reservations', changes: true } },
    {
      screen: { name: 'health' },
      more: () => offerUndo(`booking ${undone}`, 'Sold', () => {}),
      act: (others) => others.cancel(undone),
    },
    // The last: seats come free for those who wait.
    { screen: { name: 'health' }, more: showActivity, act: (others) => others.cancel(seated[0] ?? 0) },
  ],
  'where the station is looked after': () => [
    { screen: { name: 'shift' } },
    { screen: { name: 'shift' }, more: () => void lookElsewhere(ELSEWHERE) },
    ...(['users', 'desks', 'accounts', 'jobs', 'payments', 'messages', 'settings', 'aircraft'] as const).map(
      (tab): Place => ({ screen: { name: 'admin', tab } }),
    ),
  ],
};

test.each(Object.entries(PLACES))('what a console does not follow changes nothing of what it shows %s', async (_, placesOf) => {
  const hub = await openFuzzHub();
  vi.useFakeTimers({ now: hub.clock.now(), toFake: ['Date', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'] });
  const console = new ConsoleAtHub(hub);
  const others = new Others(hub);
  const found: string[] = [];
  try {
    const there = await begin(others);
    await console.open();
    for (const [turn, { screen, more, act: also }] of placesOf(there).entries()) {
      await act(async () => {
        go(screen);
        more?.();
      });
      await console.settle();
      const before = hub.heard.length;
      await news(others, there, turn);
      await also?.(others);
      await console.settle();
      found.push(...(await console.tellRest(hub.heard.slice(before))).map((what) => `${JSON.stringify(screen)}: ${what}`));
      await act(async () => closeActivity());
    }
    expect(found).toEqual([]);
  } finally {
    console.close();
    vi.useRealTimers();
    await hub.close();
  }
});

test('a chosen seat that another desk takes is heard of behind another screen, and once seats are held those of others are not', async () => {
  const hub = await openFuzzHub();
  vi.useFakeTimers({ now: hub.clock.now(), toFake: ['Date', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'] });
  const console = new ConsoleAtHub(hub);
  const others = new Others(hub);
  const behind = async (screen: Screen): Promise<void> => {
    await act(async () => go(screen));
    await console.settle();
  };
  const chosen = () => useSale.getState().sale?.legs[0]?.seats;
  try {
    await console.open();
    await behind({ name: 'flight', flightIds: [6] });
    await act(async () => dispatch({ do: 'pick', seat: '5A', cabin: 'Y' }));
    await behind({ name: 'health' });
    expect(chosen()).toEqual(['5A']);
    await others.hold(others.other, 6, 1, ['5A']);
    await console.settle();
    expect(chosen()).toEqual([null]);
    await behind({ name: 'flight', flightIds: [6] });
    await act(async () => dispatch({ do: 'pick', seat: '5B', cabin: 'Y' }));
    await act(async () => holdSeats());
    await behind({ name: 'health' });
    expect(useSale.getState().sale?.stage).toBe('details');
    expect(console.topics).not.toContain('flight:6');
  } finally {
    console.close();
    vi.useRealTimers();
    await hub.close();
  }
});
