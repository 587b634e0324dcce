import { assert } from '../../../shared/assert.ts';
import { doneByCarrier } from '../../../shared/done-by-carrier.ts';
import { DAY_MS, type Instant, instant } from '../../../shared/instants.ts';
import type { BookedLeg, TraceLine } from '../../../shared/methods/booking-view.ts';
import { minor, moneyText, percentOf } from '../../../shared/money.ts';
import { type RefundPart, refundParts } from '../../../shared/refund-parts.ts';
import { type RefundPolicy, STANDARD_REFUND, soldUnderText } from '../../../shared/refund-policy.ts';
import { refundRule } from '../../../shared/refund-rules.ts';
import { splitTenders } from '../../../shared/split-tenders.ts';
import { leftBehindNow } from '../../rules/left-behind-now.ts';
import { legsChanged } from '../../rules/legs-changed.ts';
import type { FlightRow } from '../../store/tables/flights-table.ts';
import type { CommandContext } from '../command.ts';

type Asking = Pick<CommandContext, 'db' | 'now' | 'cache' | 'reference'>;

/** Minor units of a price that are not needed any more, by the flight that they were paid for and the refund policy that they were sold under. */
export interface GivenUp extends RefundPart {
  readonly leg: BookedLeg;
}

/** What is given up of a leg: all of it, or what it costs more than `after`. */
export function givenUp(leg: BookedLeg, after?: BookedLeg): GivenUp[] {
  const stays = after ? refundParts(after) : [];
  const given = refundParts(leg).map(({ under, price }) => {
    const kept = stays.find((part) => soldUnderText(part.under) === soldUnderText(under))?.price ?? 0;
    return { leg, under, price: price - kept };
  });
  // Fares that stay have no part in the rule and the fee.
  const costs = given.filter(({ price }) => price !== 0);
  return costs.length > 0 ? costs : given.slice(0, 1);
}

/** What goes back of a price that is given up, and by which rule. Amounts in minor units of the booking. */
export interface RefundTerms {
  /** Of the price; of fares under several policies what comes out for them together, in whole percent. */
  readonly percent: number;
  /** In words: `6 to 24 h before departure`, `cancelled by AA`. */
  readonly rule: string;
  /** When the first flight leaves that still does; undefined when none does. */
  readonly departsAt: Instant | undefined;
  /** What the rule keeps, one line for each refund policy. */
  readonly kept: readonly TraceLine[];
  /** What goes back before a fee. */
  readonly back: number;
  /** A fee for so many passengers; undefined where there is none. `most`: no fee is larger. */
  fee(kind: 'cancelFee' | 'changeFee', passengers: number, most?: number): TraceLine | undefined;
}

const FEE_NAMES = { cancelFee: 'Cancel fee', changeFee: 'Change fee' } as const;

/** The flights of legs, in their order. */
async function flightsOf({ cache }: Pick<CommandContext, 'cache'>, legs: readonly BookedLeg[]): Promise<FlightRow[]> {
  const flights: FlightRow[] = [];
  for (const { flightId } of legs) {
    const flight = await cache.flight(flightId);
    assert(flight, `flight ${flightId} is booked and not known`);
    flights.push(flight);
  }
  return flights;
}

/**
 * When the first leg of a booking leaves with its passengers by the schedule of now; it may have been moved since it was sold. Undefined when the carrier
 * has cancelled all of them, made them be missed, or left its passengers behind before them. `of`: only of these of its `legs`.
 */
export async function firstDeparture(
  context: Pick<CommandContext, 'cache'>,
  legs: readonly BookedLeg[],
  of: readonly BookedLeg[] = legs,
): Promise<Instant | undefined> {
  const flights = await flightsOf(context, legs);
  const behind = leftBehindNow(legs, flights, 'carrier');
  const meant = new Set(of.map(({ segment }) => segment));
  const departures = legs.flatMap(({ segment }, at) => (meant.has(segment) && !behind[at] ? [flights[at]?.departs_at ?? 0] : []));
  return departures.length === 0 ? undefined : instant(Math.min(...departures));
}

/**
 * What the carrier has done to one of the flights that are given up since it was sold, when all of its price goes back for it: the worst, `cancelled by
 * AA`. A connection that is lost was one of two flights: either may be given up for it, and so may a flight that could only be reached by one that is lost.
 * `legs`: all of the booking.
 */
async function carrierReason(asking: Asking, given: readonly GivenUp[], legs: readonly BookedLeg[]): Promise<string | undefined> {
  const flights = await flightsOf(asking, legs);
  const changes = legsChanged(legs, flights, asking.reference, await asking.cache.setting('movedMinutes'));
  const behind = leftBehindNow(legs, flights, 'carrier');
  const isGiven = (at: number): boolean => given.some(({ leg }) => leg.segment === legs[at]?.segment);
  const concerned = legs.flatMap(({ flight, seats }, at) => {
    const kind = changes[at]?.kind ?? 'none';
    const strands = behind[at] === true && legs.some((_, later) => later > at && behind[later] === true && isGiven(later));
    return isGiven(at) || strands || (kind === 'connection' && isGiven(at - 1)) ? [{ kind, flight, seats }] : [];
  });
  const done = doneByCarrier(concerned);
  if (done !== undefined) return done;
  // Whoever was given another flight, or other times, may still have the money instead.
  const other = legs.findIndex((leg, place) => leg.given !== undefined && isGiven(place));
  return other < 0 ? undefined : `changed by ${flights[other]?.carrier}`;
}

/** All of it, without a fee. */
const whole = (rule: string, departsAt: Instant | undefined, price: number): RefundTerms => ({
  ...{ percent: 100, rule, departsAt, back: price },
  kept: [{ label: `Kept, ${rule}`, detail: '0 %', amount: 0 }],
  fee: () => undefined,
});

/**
 * The one place where a refund rule is looked up. The tier in force is that of the time before the first departure of what is given up. Fares under
 * different policies are worked out apart, each sum rounded once. All of it goes back when the carrier has cancelled one of the flights or moved it
 * by more than the setting says, when it flies elsewhere or a connection is lost, or when a supervisor waives the rule. `legs`: all of the booking.
 */
export async function refundTerms(
  asking: Asking,
  given: readonly GivenUp[],
  {
    legs,
    currency,
    waived = false,
  }: { readonly legs: readonly BookedLeg[]; readonly currency: string; readonly waived?: boolean | undefined },
): Promise<RefundTerms> {
  const { cache, now } = asking;
  const price = given.reduce((sum, one) => sum + one.price, 0);
  const departsAt = await firstDeparture(
    asking,
    legs,
    given.map(({ leg }) => leg),
  );
  const carrier = await carrierReason(asking, given, legs);
  if (carrier !== undefined || waived) return whole(carrier ?? 'waived by a supervisor', departsAt, price);

  const policies: RefundPolicy[] = [];
  const kept: TraceLine[] = [];
  const rules: string[] = [];
  let keptInAll = 0;
  let percentOfOne = 100;
  const byPolicy = Map.groupBy(given, (part) => soldUnderText(part.under));
  for (const [under, parts] of byPolicy) {
    const policy = await cache.refundPolicy((parts[0] as GivenUp).under);
    policies.push(policy);
    const { percent, rule } = refundRule(policy.tiers, departsAt ?? instant(now), now);
    const sum = parts.reduce((all, part) => all + part.price, 0);
    const amount = sum - percentOf(minor(sum), percent);
    keptInAll += amount;
    percentOfOne = percent;
    rules.push(rule);
    const named = under === STANDARD_REFUND ? '' : `, ${under}`;
    kept.push({ label: `Kept, ${rule}`, detail: `${100 - percent} %${named}`, amount });
  }
  const back = price - keptInAll;
  return {
    ...{ departsAt, kept, back, rule: [...new Set(rules)].join('; ') },
    percent: byPolicy.size === 1 ? percentOfOne : Number((BigInt(back) * 100n) / BigInt(Math.max(1, price))),
    fee(kind, passengers, most = Number.MAX_SAFE_INTEGER) {
      const each = Math.max(0, ...policies.map((policy) => policy[kind][currency] ?? 0));
      const amount = Math.min(each * passengers, most);
      return amount === 0 ? undefined : { label: FEE_NAMES[kind], detail: `${passengers} at ${moneyText(minor(each), currency)}`, amount };
    },
  };
}

/** What is given up of each flight when only a part of their price is: in proportion. */
export function partOfPrice(legs: readonly BookedLeg[], price: number): GivenUp[] {
  const whole = legs.flatMap((leg) => givenUp(leg));
  const parts = splitTenders(
    price,
    whole.map((part) => ({ amount: part.price, refunded: 0 })),
  );
  return whole.map((part, at) => ({ ...part, price: parts[at] ?? 0 }));
}

/** How long an offer of these terms may stand at most: nothing is given back once the first flight has left. */
export const standsUntil = ({ departsAt }: RefundTerms, now: Instant): Instant => departsAt ?? instant(now + DAY_MS);
