import type { Actor } from '../../../main/actor.ts';
import type { HubCall } from '../../../main/hub/hub-methods.ts';
import { reaccommodationMethods } from '../../../main/hub/reaccommodation-methods.ts';
import { crossCheck } from '../../../main/store/checks/cross-check.ts';
import type { ScheduledFlight } from '../../../main/store/tables/scheduled-flight.ts';
import { assert } from '../../../shared/assert.ts';
import type { Input } from '../../../shared/contract.ts';
import type { BookingView } from '../../../shared/methods/booking-view.ts';
import type { ChangeGroup } from '../../../shared/methods/reaccommodation.ts';
import type { Cabin } from '../../../shared/seat-map.ts';
import { FakeClock } from './fake-clock.ts';
import { applied, flight, KEPT, NOW, SMALL } from './staged-schedule.ts';
import { ANA, adult, MERCY, openTestHub, sale, type TestHub, value } from './test-hub.ts';

type Own = Partial<ScheduledFlight>;
type Legs = Input<'holds.place'>['legs'];

/** An hour and minute in UTC of the day that all of these flights leave on. */
export const at = (hour: number, minute = 0): number => Date.UTC(2026, 10, 23, hour, minute);

/** A flight of QX between two airports, at hours of that day in UTC; small unless told. */
export const flies = (number: number, route: string, from: number, until: number, more: Own = {}): ScheduledFlight => {
  const [origin = '', destination = ''] = route.split('-');
  return flight(number, { origin, destination, departsAt: from, arrivesAt: until, equipment: '733', seatMap: SMALL, ...more });
};

/** New York to Chicago and on to Los Angeles, with others to Chicago, one of them from La Guardia, and one to Los Angeles. */
export const DAY_OF_FLIGHTS: readonly ScheduledFlight[] = [
  flies(1, 'JFK-ORD', at(14), at(16, 30)),
  flies(2, 'JFK-ORD', at(14, 30), at(17)),
  flies(3, 'LGA-ORD', at(14, 20), at(16, 50)),
  flies(4, 'JFK-ORD', at(19), at(21, 30)),
  flies(5, 'ORD-LAX', at(18), at(22)),
  flies(6, 'JFK-LAX', at(15), at(21, 10)),
];

/** A store with these flights, and what a desk does with bookings on them when a new file changes the schedule. */
export async function openChangedHub({
  flights = DAY_OF_FLIGHTS,
  file = ':memory:',
}: {
  flights?: readonly ScheduledFlight[];
  file?: string;
} = {}) {
  const test = await openTestHub({ clock: new FakeClock(NOW), file });
  await applied(test, flights);
  return around(test);
}

/** The same store once more, after its hub was closed. */
export const reopened = async (file: string, clock: FakeClock) => around(await openTestHub({ file, clock }));

function around(test: TestHub) {
  const { hub, db, requestId } = test;
  let imports = 1;
  const methods = reaccommodationMethods(hub);
  const call = (actor: Actor) => ({ actor }) as HubCall;
  const idOf = async (number: number): Promise<number> =>
    (await db.query<{ id: number }>('SELECT id FROM flights WHERE number = ?').get(number))?.id ?? 0;
  return {
    ...test,
    methods,
    idOf,
    /** Sells seats on flights, the same number on each: `[[1, '20A 20B'], [5, '21A 21B']]`. */
    async sell(on: readonly (readonly [number: number, seats: string])[], more: Partial<Input<'holds.place'>> = {}): Promise<BookingView> {
      const legs: Legs = [];
      for (const [number, seats] of on) legs.push({ flightId: await idOf(number), cabin: 'Y', seats: seats.split(' ') });
      const passengers = (on[0]?.[1] ?? '').split(' ').map(() => adult);
      const held = value(await test.hold(0, [], { legs, passengers, ...more }));
      const sold = sale(held);
      const names = sold.passengers.map((one) => (one.type === 'CHD' ? { ...one, birthDate: '2019-03-01' } : one));
      return value(await hub.change('payments.confirm', { ...sold, passengers: names, approved: [] }, ANA, requestId())) as BookingView;
    },
    /** A new file of the carrier, with these flights alone. */
    change: (now: readonly ScheduledFlight[], more: { unseat?: boolean } = {}) =>
      applied(test, now, KEPT, `import-${String(++imports).padStart(4, '0')}`, more),
    list: async (group: ChangeGroup | null = null) => value(await hub.ask('reaccommodation.list', { group }, ANA)),
    queue: async () => value(await hub.ask('queues.look', { queue: 'scheduleChange', dayBegan: 0 }, ANA)).items,
    propose: async (bookingIds: readonly number[], ways = 3, actor = ANA, id = requestId()) =>
      value(await methods['reaccommodation.propose'](call(actor), { requestId: id, bookingIds: [...bookingIds], ways })).proposals,
    /** Three ways on that are sold to a booking whose passengers missed a flight by their own fault. */
    proposeSold: async (bookingId: number, actor = ANA, id = requestId()) => {
      const input = { requestId: id, bookingIds: [bookingId], ways: 3, by: 'passenger' as const };
      const [proposal] = value(await methods['reaccommodation.propose'](call(actor), input)).proposals;
      assert(proposal, 'each booking is answered');
      return proposal;
    },
    accept: async (items: Input<'reaccommodation.accept'>['items'], actor = ANA, id = requestId()) =>
      value(await methods['reaccommodation.accept'](call(actor), { requestId: id, items })).outcomes,
    undo: async (items: Input<'reaccommodation.undo'>['items'], actor = ANA) =>
      value(await methods['reaccommodation.undo'](call(actor), { requestId: requestId(), items })).outcomes,
    keep: async (bookingIds: number[], actor = ANA) =>
      value(await hub.execute('reaccommodation.keep', { requestId: requestId(), bookingIds }, actor)).kept,
    release: async (bookingIds: number[], actor = ANA) =>
      value(await hub.execute('reaccommodation.release', { requestId: requestId(), bookingIds }, actor)).released,
    /** How many seats of a cabin may be sold; none was before. */
    authorise: async (flightId: number, cabin: Cabin, authorised: number) => {
      const { cabins } = value(await hub.ask('flights.named', { flightIds: [flightId] }, MERCY)).flights[0] ?? { cabins: [] };
      const seen = cabins.find((one) => one.cabin === cabin)?.authorised ?? 0;
      const input = { requestId: requestId(), flightId, cabin, authorised, seen, reason: 'a test' };
      value(await hub.execute('pricing.authorise', input, MERCY));
    },
    legsOf: async (bookingId: number) =>
      value(await hub.ask('bookings.get', { bookingId }, ANA)).booking.legs.map((leg) => `${leg.flight} ${leg.seats.join(' ')}`),
    bookingOf: async (bookingId: number) => value(await hub.ask('bookings.get', { bookingId }, ANA)).booking,
    /** E-mail, SMS and push are on. */
    async channelsOn(): Promise<void> {
      const webhook = { address: 'http://127.0.0.1/', sms: true, push: false };
      value(await hub.change('messages.configure', { mail: null, webhook }, MERCY, requestId()));
    },
    sound: () => crossCheck(db),
  };
}
