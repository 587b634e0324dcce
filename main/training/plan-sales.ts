import { DAY_MS, dateOfDay, HOUR_MS, MINUTE_MS } from '../../shared/instants.ts';
import { CABINS, type Seat } from '../../shared/seat-map.ts';
import type { SeatPlan } from '../reference/reference.ts';
import { type SeededRandom, seededRandom } from '../seeded-random.ts';
import { leadDays, shareSold } from './booking-curve.ts';
import { BUSINESS_LEAD, CHILDREN_SHARE, flightDemand } from './flight-demand.ts';
import { FreeBlocks } from './free-blocks.ts';
import { madeUpNames, madeUpPhone } from './made-up-names.ts';
import { simulatedDesk } from './simulated-desks.ts';
import type { TrainingSale } from './training-sale.ts';

/** Every training store of a day begins alike, so that a class of trainees sees the same flights. */
const SEED = 1_502_015;
const DESKS = 12;
/** Nothing of the day under way is sold later than this before the hub looks, nor before departure. */
const NEWEST_MS = MINUTE_MS;
const CLOSE_MS = HOUR_MS;
/** Of a hundred sales at a counter so many are paid by card. */
const CARD_SHARE = 0.85;

/** A flight that nobody has sold yet. */
export interface UnsoldFlight {
  readonly id: number;
  readonly departsAt: number;
  /** Local hour of departure, 0 to 23. */
  readonly localHour: number;
  readonly plan: SeatPlan;
}

export interface PlannedSales {
  /** The carrier cancels it after these sales. */
  readonly cancelled: boolean;
  readonly sales: readonly TrainingSale[];
}

/** What is on the books of a flight `now`, by the demand model of flight-demand.ts and the curve of booking-curve.ts. The same flight and time give the same sales. */
export function planSales(flight: UnsoldFlight, now: number): PlannedSales {
  const random = seededRandom(SEED + flight.id);
  const demand = flightDemand(random, flight.localHour);
  const sales: TrainingSale[] = [];
  for (const cabin of CABINS) {
    const seats = (flight.plan.ofCabin.get(cabin) ?? []).filter(({ sellable }) => sellable);
    if (seats.length === 0) continue;
    const free = new FreeBlocks(random, seats);
    const unsold = seats.length - Math.round(demand.load() * seats.length);
    while (free.left > unsold) {
      const { business, size } = demand.party();
      const taken = free.take(Math.min(size, free.left - unsold));
      const types = typesOf(random, taken, business);
      const born = (age: number) => dateOfDay(Math.floor((flight.departsAt - (age + 0.5) * 365.25 * DAY_MS) / DAY_MS));
      sales.push({
        at: soldAt(random, flight.departsAt, business, now),
        desk: simulatedDesk(1 + random.below(DESKS)),
        flightId: flight.id,
        cabin,
        seats: taken.map(({ seat }) => seat),
        names: madeUpNames(random, types, { family: !business, born }),
        phone: madeUpPhone(random),
        paid: random.next() < CARD_SHARE ? 'card' : 'cash',
      });
    }
  }
  return { cancelled: demand.cancelled, sales };
}

/** Children travel with leisure parties of three and four, never in an exit row. */
function typesOf(random: SeededRandom, seats: readonly Seat[], business: boolean): ('ADT' | 'CHD')[] {
  const children = !business && seats.length > 2 && !seats.some(({ exit }) => exit) && random.next() < CHILDREN_SHARE;
  return seats.map((_, place) => (children && place >= 2 ? 'CHD' : 'ADT'));
}

/** Drawn from the part of the curve that is over by now. */
function soldAt(random: SeededRandom, departsAt: number, business: boolean, now: number): number {
  const scale = business ? BUSINESS_LEAD : 1;
  const daysLeft = Math.max(0, departsAt - now) / DAY_MS;
  const lead = scale * leadDays(random.next() * shareSold(daysLeft / scale));
  return Math.round(Math.min(departsAt - lead * DAY_MS, departsAt - CLOSE_MS, now - NEWEST_MS));
}
