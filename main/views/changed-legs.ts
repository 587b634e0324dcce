import { assert } from '../../shared/assert.ts';
import { DAY_MS, type Instant, instant, isDue, MINUTE_MS } from '../../shared/instants.ts';
import type { LegChange, LegChangeKind } from '../../shared/leg-change.ts';
import type { BookedLeg } from '../../shared/methods/booking-view.ts';
import { CHANGE_GROUPS, type ChangeGroup } from '../../shared/methods/reaccommodation.ts';
import { sameJourney } from '../../shared/ways.ts';
import type { Reference } from '../reference/reference.ts';
import { connectionTime } from '../rules/connections.ts';
import { flownBetween } from '../rules/flown-between.ts';
import { leftBehindNow } from '../rules/left-behind-now.ts';
import { legsChanged } from '../rules/legs-changed.ts';
import type { ReadDatabase } from '../store/database.ts';
import { type BookingRow, legsOf } from '../store/tables/bookings-table.ts';
import { type FlightRow, flightById } from '../store/tables/flights-table.ts';
import { seatsLessened } from './seats-lessened.ts';

/** Minutes to change planes to the next flight of the same way: as sold, by the schedule of now, and the least that it takes. */
interface ConnectionNow {
  readonly sold: number;
  readonly now: number;
  readonly least: number;
}

/** A flight of a booking with what the schedule says of it now, and what that means. */
export interface ChangedLeg {
  readonly leg: BookedLeg;
  readonly flight: FlightRow;
  readonly change: LegChangeKind;
  readonly movedMinutes: number;
  /** The leg at what the seats cost that its passengers have, where one took a dearer kind of seat away; undefined where none did. */
  readonly lessened: BookedLeg | undefined;
  readonly connection: ConnectionNow | null;
  /** It leaves, or left, without its passengers. */
  readonly behind: boolean;
}

interface Moment {
  readonly db: ReadDatabase;
  readonly reference: Reference;
}

/** The worst that the carrier did to some flights; undefined when they are as they were sold. */
export const worstChange = (legs: readonly Pick<ChangedLeg, 'change'>[]): ChangeGroup | undefined =>
  CHANGE_GROUPS.find((group) => legs.some(({ change }) => change === group));

/** Whether telling the passengers is not enough. */
export const isBroken = ({ change }: Pick<ChangedLeg, 'change'>): boolean => change !== 'none' && change !== 'moved';

/** So long after it was to leave, who booked a flight that the carrier cancelled, or could not reach it, is still listed. */
const STRANDED_MS = 2 * DAY_MS;

/** Whether a flight still matters: it is to come, or its passengers stayed behind, because it did not fly, they missed it, or they could not reach it. */
export function isAhead({ flight, change, behind }: Pick<ChangedLeg, 'flight' | 'change' | 'behind'>, now: Instant): boolean {
  const stayMs = change === 'cancelled' || (change === 'connection' && behind) ? STRANDED_MS : 0;
  return change === 'missed' || !isDue(instant(flight.departs_at + stayMs), now);
}

/** Whether other flights are to be given: it cannot be flown as it was sold, or somebody has no seat on it. */
export const needsWay = (one: ChangedLeg): boolean => isBroken(one) || one.leg.seats.includes('over');

/**
 * What of the carrier's doing another way answers that comes instead of some flights. Null: their passengers missed one by their own fault, and nothing
 * else is wrong, so that the way is sold to them.
 */
export function wayAnswers(instead: readonly ChangedLeg[]): LegChangeKind | null {
  if (instead.some(({ leg }) => leg.missed === 'passenger') && !instead.some(needsWay)) return null;
  // Who was sold above the seats has none: that is a seat that is gone.
  return worstChange(instead) ?? 'seatGone';
}

type Booked = Pick<BookingRow, 'id' | 'legs' | 'parsedLegs' | 'party' | 'currency'>;
type Meant = LegChange & Pick<ChangedLeg, 'lessened'>;

/** What flights mean for who was sold the legs of a booking, in their order: as the schedule has them, or would have them. */
export async function legsMeant(moment: Moment, row: Booked, flights: readonly FlightRow[], limitMinutes: number): Promise<Meant[]> {
  const legs = legsOf(row);
  const meant: Meant[] = [];
  for (const [at, change] of legsChanged(legs, flights, moment.reference, limitMinutes).entries()) {
    const [leg, flight] = [legs[at], flights[at]];
    const lessened = leg && flight && (await seatsLessened(moment, row, leg, flight.seat_map));
    // What was paid for a seat that nobody has any more is to go back, also where another seat was given.
    const isGone = lessened && (change.kind === 'none' || change.kind === 'moved');
    meant.push({ ...change, kind: isGone ? 'seatGone' : change.kind, lessened });
  }
  return meant;
}

/** The flights of a booking as the schedule has them, in their order. `limitMinutes`: a longer move is too far. */
export async function changedLegs({ db, reference }: Moment, row: Booked, limitMinutes: number): Promise<ChangedLeg[]> {
  const legs = legsOf(row);
  const flights: FlightRow[] = [];
  for (const { flightId } of legs) {
    const flight = await flightById(db, flightId);
    assert(flight, `flight ${flightId} is booked and not known`);
    flights.push(flight);
  }
  const meant = await legsMeant({ db, reference }, row, flights, limitMinutes);
  const behind = leftBehindNow(legs, flights, 'anybody');
  const flown = legs.map((leg, at): Flown => [leg, flights[at] as FlightRow]);
  const changed: ChangedLeg[] = [];
  for (const [at, [leg, flight]] of flown.entries()) {
    const { kind: change = 'none', movedMinutes = 0, lessened } = meant[at] ?? {};
    const next = flown[at + 1];
    changed.push({
      ...{ leg, flight, change, movedMinutes, lessened },
      connection: next ? connectionNow(reference, [leg, flight], next) : null,
      behind: behind[at] === true,
    });
  }
  return changed;
}

type Flown = readonly [leg: BookedLeg, flight: FlightRow];

const minutesBetween = (from: number, until: number): number => Math.floor((until - from) / MINUTE_MS);

/** Null where the next flight is of the other way, or begins another journey. */
function connectionNow(reference: Reference, [leg, flight]: Flown, [nextLeg, next]: Flown): ConnectionNow | null {
  if (!sameJourney(leg, nextLeg)) return null;
  const [from, at, departsAt, to] = [...flownBetween(reference, flight), ...flownBetween(reference, next)];
  const time = from && at && departsAt && to && connectionTime(reference, from, at, departsAt, to);
  if (!time) return null;
  return {
    sold: minutesBetween(leg.arrivesAt, nextLeg.departsAt),
    now: minutesBetween(flight.arrives_at, next.departs_at),
    least: time.minimumMinutes,
  };
}
