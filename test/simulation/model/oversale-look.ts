import { DAY_MS, HOUR_MS } from '../../../shared/instants.ts';
import type { Cabin } from '../../../shared/seat-map.ts';
import { capacity, SEATS } from '../world.ts';
import { usableSeats } from './blocks.ts';
import { fareOf, fareToStop, lateBy, owedOn, ruleOf } from './denied-rule.ts';
import { refused } from './expected.ts';
import type { Model, ModelFlight } from './model.ts';
import { seatsLeft } from './open-left.ts';
import { sittingOn } from './sale-checks.ts';
import { type Aboard, aboard, inOrder, withoutSeat } from './unseated.ts';

const CABINS = ['F', 'J', 'W', 'Y'] as const;
/** As many as the screen shows. */
const WAYS_MAX = 5;
const CANDIDATES_MAX = 12;

const freeOn = (model: Model, flightId: number, cabin: Cabin): number => Math.max(0, seatsLeft(model, { flightId, cabin }));

/** Flights between the same airports that leave from 6 hours before to 2 days after, have seats, and did not leave: who arrives first first. */
function waysOn(model: Model, from: ModelFlight, cabin: Cabin, now: number): ModelFlight[] {
  return [...model.flights.values()]
    .filter(({ id, origin, destination }) => id !== from.id && origin === from.origin && destination === from.destination)
    .filter(({ departs, cancelled }) => !cancelled && departs > now && departs >= from.departs - 6 * HOUR_MS)
    .filter(({ departs }) => departs < Math.max(now, from.departs) + 2 * DAY_MS)
    .filter(({ id, map }) => capacity(map, cabin) > 0 && freeOn(model, id, cabin) > 0)
    .sort((a, b) => a.arrives - b.arrives || a.id - b.id)
    .slice(0, WAYS_MAX);
}

/** Each passenger of a leg, in the order of its seats. */
const eachOn = ({ booking, leg }: Aboard) =>
  sittingOn(booking.party, leg.segment).map(({ passenger }, at) => ({
    ...{ bookingId: booking.bookingId, passenger, seat: leg.seats[at] ?? '', fare: fareOf(leg, booking.party, passenger) },
    ...{ party: booking.party.length, connects: fliesOn({ booking, leg }), adults: booking.party.every(({ type }) => type === 'ADT') },
    soldAt: booking.sale?.at,
    fareToStop: fareToStop(booking, leg, passenger),
  }));

const fliesOn = ({ booking, leg }: Aboard): boolean =>
  booking.legs.some(({ departsAt }) => departsAt >= leg.arrivesAt && departsAt - leg.arrivesAt < DAY_MS);

/** What the oversale screen must tell of a cabin. */
export function oversaleLook(model: Model, flightId: number, cabin: Cabin, now: number): object {
  const flight = model.flights.get(flightId);
  if (!flight) return refused('FLIGHT_UNKNOWN');
  const { map } = flight;
  if (capacity(map, cabin) === 0 && !model.counters.has(`${flightId} ${cabin}`)) return refused('CABIN_UNKNOWN');
  const { volunteers, denials, letters } = model.oversale;
  const asked = volunteers.filter((one) => one.flightId === flightId && one.cabin === cabin);
  const isAsked = (bookingId: number, passenger: number) => asked.some((one) => one.bookingId === bookingId && one.passenger === passenger);
  const sold = aboard(model, flightId).filter(({ booking, leg }) => booking.state === 'CONFIRMED' && leg.cabin === cabin);
  const ways = waysOn(model, flight, cabin, now);
  const owed = (fare: number) =>
    [...ways, undefined].map((way) => ({ wayId: way?.id ?? null, owed: owedOn(flight, lateBy(flight, way), fare) }));
  const without = [...sold]
    .sort(inOrder)
    .flatMap(eachOn)
    .filter(({ seat }) => seat === 'over')
    .map(({ seat: _, adults: __, ...one }) => ({ ...one, owed: owed(one.fareToStop) }));
  const candidates = sold
    .flatMap(eachOn)
    .filter(({ adults, seat, bookingId, passenger }) => adults && SEATS[map]?.[seat] && !isAsked(bookingId, passenger))
    .sort((a, b) => {
      const [one, other] = [a, b].map((of) => [of.connects ? 1 : 0, of.party, of.fare, -of.bookingId, of.passenger]);
      return one?.map((value, at) => value - (other?.[at] ?? 0)).find((difference) => difference !== 0) ?? 0;
    })
    .slice(0, CANDIDATES_MAX)
    .map(({ bookingId, passenger, seat, fare, party, connects }) => ({ bookingId, passenger, seat, fare, party, connects }));
  const isThere = (of: Cabin) => capacity(map, of) > 0 || model.counter(flightId, of).held + model.counter(flightId, of).sold > 0;
  return {
    ok: true,
    value: {
      ...{ flightId, cabin, ...model.counter(flightId, cabin), percent: model.percents.get(`${flightId} ${cabin}`) ?? null },
      ...{ seats: capacity(map, cabin), usable: usableSeats(model, flightId, cabin), free: freeOn(model, flightId, cabin) },
      unseated: withoutSeat(model, flightId, cabin, 'over'),
      cabins: CABINS.filter(isThere).map((of) => ({ cabin: of, unseated: withoutSeat(model, flightId, of, 'over') })),
      ways: ways.map((way) => ({
        ...{ flightId: way.id, lateMs: lateBy(flight, way), free: freeOn(model, way.id, cabin), own: way.carrier === flight.carrier },
        fare: model.price(way, cabin, now).fare,
      })),
      ...{ without, candidates, rule: ruleOf(flight) },
      volunteers: asked.map(({ id, bookingId, passenger, state, seat, amount, askedAt, answeredAt, rebooked, wayId, lateMs }) => ({
        ...{ volunteerId: id, bookingId, passenger, state, seat, amount, askedAt, answeredAt, rebooked, way: { flightId: wayId, lateMs } },
        printedAt: letters.get(`volunteer ${id}`) ?? null,
      })),
      denied: denials
        .filter((one) => one.flightId === flightId && one.cabin === cabin)
        .map(({ id, bookingId, passenger, at, fare, percent, rebooked, owed: due, currency, paid }) => ({
          ...{ denialId: id, bookingId, passenger, deniedAt: at, fare, percent, rebooked, owed: due, owedCurrency: currency, paid },
          printedAt: letters.get(`denied ${id}`) ?? null,
        })),
    },
  };
}
