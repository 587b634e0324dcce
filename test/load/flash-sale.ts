import { assert } from '../../shared/assert.ts';
import { PARTY_MAX } from '../../shared/bounds.ts';
import type { Input } from '../../shared/contract.ts';
import type { BookingView } from '../../shared/methods/booking-view.ts';
import type { RefusalCode } from '../../shared/refusals.ts';
import { adult, sale } from '../main/support/test-hub.ts';
import { balanceBooks } from './balance-books.ts';
import { LineWatch } from './flash-line-watch.ts';
import type { LoadConsole } from './load-console.ts';
import { type LoadHub, withLoadHub } from './load-hub.ts';
import { lostEvents } from './lost-events.ts';
import { Times, type TimesSummary } from './method-times.ts';
import { PromisedBookings } from './promised-bookings.ts';
import type { LoadArguments } from './read-arguments.ts';
import { topicsOfFrame } from './topics-of-frame.ts';

/** Seats that are left when everybody asks. */
const LAST_SEATS = 100;
const NONE_LEFT: readonly RefusalCode[] = ['SEATS_TO_PICK', 'NO_SEAT_LEFT', 'CABIN_FULL'];

export interface FlashFigures {
  readonly sold: number;
  /** From the start of the sale until a console was told that it holds a seat, that it has sold it, that there is none. */
  readonly times: Record<string, TimesSummary>;
  /** Answers that told to come again, by method and reason, until they came. */
  readonly comeAgain: Record<string, TimesSummary>;
  readonly refusals: Record<string, number>;
  /** How many stood in line, and what was proved of it. */
  readonly line: readonly string[];
  readonly problems: readonly string[];
}

/**
 * All consoles want one of the last seats of one flight in the same moment, and sell it at once if they get it. With a line a supervisor has opened a flash sale of
 * the flight before.
 */
export const flashSale = (asked: LoadArguments, say: (line: string) => void): Promise<FlashFigures> =>
  withLoadHub(asked, say, (hub) => sellLastSeats(hub, asked.line));

async function sellLastSeats(hub: LoadHub, mode: LoadArguments['line']): Promise<FlashFigures> {
  const { consoles, store, watch, say } = hub;
  const promised = new PromisedBookings();
  const flight = store.routes.flatMap(({ flights }) => flights).find(({ seats }) => seats.length > LAST_SEATS + 20);
  assert(flight, 'a flight has more seats than are sold in the rush');
  // Everybody looks at its seat map.
  await Promise.all(consoles.map((console, at) => console.follow([...topicsOfFrame(store.places[at]?.desk ?? ''), `flight:${flight.id}`])));
  say('selling a flight but for its last seats');
  // Seats of an exit row are given only to who asks for one by its name, so they are none of the last seats here.
  await sell(flight.seats.length - LAST_SEATS, flight.id, consoles, promised);
  const before = promised.count('CONFIRMED');
  watch.comeAgain.reset();
  watch.refusals.clear();

  say('opening the sale');
  const line = mode === 'none' ? undefined : await LineWatch.open(hub, flight.id, mode);
  const times = new Times();
  const from = performance.now();
  await Promise.all(
    consoles.map(async (console) => {
      const asked = held(console, flight.id, 1, `flash-${console.number}-hold`);
      await line?.watch(console, asked);
      const hold = await asked;
      times.add(hold ? 'told of a seat' : 'told of none', performance.now() - from);
      if (!hold) return;
      promised.keep(await console.accepted('bookings.confirm', { requestId: `flash-${console.number}-sale`, ...sale(hold) }));
      times.add('sold', performance.now() - from);
    }),
  );
  const seconds = (performance.now() - from) / 1_000;
  const sold = promised.count('CONFIRMED') - before;
  const lost = await lostEvents(hub);
  await line?.leave();
  await hub.stop();
  const expected = Math.min(LAST_SEATS, consoles.length);
  const stood = await line?.proved(expected);
  const problems = [
    ...(sold === expected ? [] : [`${sold} seats were sold, not ${expected}`]),
    ...lost,
    ...(stood?.problems ?? []),
    ...(await balanceBooks(store.file, promised)),
  ];
  return {
    ...{ sold, times: times.summaries(seconds), comeAgain: watch.comeAgain.summaries(seconds) },
    ...{ refusals: Object.fromEntries(watch.refusals), line: stood?.said ?? [], problems },
  };
}

async function sell(seats: number, flightId: number, consoles: readonly LoadConsole[], promised: PromisedBookings): Promise<void> {
  let left = seats;
  for (let turn = 0; left > 0; turn++) {
    const count = Math.min(PARTY_MAX, left);
    const console = consoles[turn % consoles.length];
    const hold = console && (await held(console, flightId, count, `before-${turn}-hold`));
    assert(console && hold, 'seats are free before the sale');
    promised.keep(await console.accepted('bookings.confirm', { requestId: `before-${turn}-sale`, ...sale(hold) }));
    left -= count;
  }
}

/** Holds the best seats; undefined when there are none. */
async function held(console: LoadConsole, flightId: number, count: number, requestId: string): Promise<BookingView | undefined> {
  const input: Input<'holds.place'> = {
    requestId,
    legs: [{ flightId, cabin: 'Y', seats: 'best' }],
    passengers: Array.from({ length: count }, () => adult),
    exitRowConfirmed: true,
  };
  const reply = (await console.askUntilTaken('holds.place', input)).reply();
  if (reply.ok) return reply.value;
  if (NONE_LEFT.includes(reply.refusal.code)) return undefined;
  throw new Error(`a hold was refused: ${reply.refusal.message}`);
}
