import { instant } from '../../../shared/instants.ts';
import { seatedOn } from '../../../shared/later-seat.ts';
import { fareAt } from '../../../shared/leg-fares.ts';
import type { BookedLeg, PricedFrom } from '../../../shared/methods/booking-view.ts';
import type { PolicyRule } from '../../../shared/pricing/policy.ts';
import { policyNeeds } from '../../../shared/pricing/policy-needs.ts';
import { fareByPolicy } from '../../../shared/pricing/price-by-policy.ts';
import { seatTypeOf } from '../../../shared/pricing/seat-type.ts';
import { accept } from '../../../shared/refusals.ts';
import { PoliciesInForce } from '../../pricing/policies-in-force.ts';
import { type ScoredSeat, scoreSale } from '../../pricing/score-sale.ts';
import type { ReadDatabase } from '../../store/database.ts';
import { type BookingRow, bookingById, legsOf, partyOf } from '../../store/tables/bookings-table.ts';
import { flightById } from '../../store/tables/flights-table.ts';
import { newestPolicy, policiesAfter, type StoredPolicy } from '../../store/tables/policies-table.ts';
import { type PolicyScore, type SaleEntry, salesBetween, scoredTo } from '../../store/tables/policy-scores-table.ts';
import { questionAgain } from '../../views/priced-from.ts';
import { newestEvent } from '../newest-event.ts';
import type { Query, QueryContext } from '../query.ts';

/** Entries of the journal that are scored at once. */
const ENTRIES_AT_ONCE = 2_000;

export interface SalesToScore {
  /** What is scored already, and up to where this part goes. */
  readonly from: number;
  readonly to: number;
  readonly more: boolean;
  /** By version and currency. */
  readonly scores: readonly PolicyScore[];
}

/** The next part of the journal, as additions to the scores of the versions that priced its sales. */
export const salesToScore: Query<Record<string, never>, SalesToScore> = async (context) => {
  const { db, pause } = context;
  const from = await scoredTo(db);
  const newest = await newestEvent(db);
  const to = Math.min(newest, from + ENTRIES_AT_ONCE);
  const additions = new Map<string, PolicyScore>();
  for (const entry of await salesBetween(db, from, to)) {
    await pause?.();
    for (const score of await scoresOfEntry(context, entry)) {
      const key = `${score.version} ${score.currency}`;
      const known = additions.get(key);
      additions.set(key, known ? added(known, score) : score);
    }
  }
  return accept({ from, to, more: to < newest, scores: [...additions.values()] });
};

/** All policies, and some of the ways in which flights were priced without one of them. */
interface Published {
  /** The newest row as text. */
  readonly newest: string;
  readonly all: readonly StoredPolicy[];
  readonly authors: ReadonlyMap<number, string>;
  readonly without: Map<number, PoliciesInForce>;
}

/** Versions that are remembered: sales come in the order of time, and few versions are in force at once. */
const WITHOUT_MAX = 20;

/** A cache of all policies, as in known-policies.ts. */
const publishedBy = new WeakMap<ReadDatabase, Published>();

async function readPublished(db: ReadDatabase): Promise<Published> {
  const newest = await newestPolicy(db);
  let known = publishedBy.get(db);
  if (known?.newest !== newest) {
    const all = await policiesAfter(db, 0);
    known = { newest, all, authors: new Map(all.map(({ version, author }) => [version, author])), without: new Map() };
    publishedBy.set(db, known);
  }
  return known;
}

/** What would have priced a leg without a version. Undefined for what was in force before anybody published: nothing was before it. */
async function rulesBefore(db: ReadDatabase, version: number, leg: BookedLeg, at: number): Promise<readonly PolicyRule[] | undefined> {
  const { all, authors, without } = await readPublished(db);
  if (!authors.get(version)) return undefined;
  let policies = without.get(version);
  if (!policies) {
    policies = new PoliciesInForce(all.filter((policy) => policy.version < version));
    if (without.size >= WITHOUT_MAX) without.clear();
    without.set(version, policies);
  }
  return policies.of({ id: leg.flightId, origin: leg.origin, destination: leg.destination }, instant(at)).rules;
}

async function scoresOfEntry(context: QueryContext, entry: SaleEntry): Promise<PolicyScore[]> {
  const row = await bookingById(context.db, entry.booking_id);
  if (!row) return [];
  const sold = entry.type === 'booking.confirmed';
  const scores: PolicyScore[] = [];
  for (const leg of legsOf(row)) {
    const { priced } = leg;
    const rules = priced && (await rulesBefore(context.db, priced.policy, leg, row.created_at));
    if (!priced || !rules) continue;
    const score = scoreSale(await seatsOf(context, row, leg, priced, rules));
    const own = { version: priced.policy, currency: row.currency };
    const first = { first_booking: sold ? row.id : null, first_at: sold ? entry.at : null };
    scores.push(sold ? { ...own, ...score, given_back: 0, ...first } : { ...own, ...taken(score), given_back: score.seats, ...first });
  }
  return scores;
}

/** Whether the sale kept all that rules ask for. What the policy that priced it did not ask for was not kept. */
function isKnown(rules: readonly PolicyRule[], priced: PricedFrom): boolean {
  const needs = policyNeeds(rules);
  const lacks = (needed: boolean, kept: unknown): boolean => needed && kept === undefined;
  return (
    !lacks(needs.flightLoad, priced.flight) &&
    !lacks(needs.miles, priced.miles) &&
    !lacks(needs.competitor, priced.competitor) &&
    !lacks(needs.classes, priced.party)
  );
}

async function seatsOf(
  { db, reference }: QueryContext,
  row: BookingRow,
  leg: BookedLeg,
  priced: PricedFrom,
  rules: readonly PolicyRule[],
): Promise<ScoredSeat[]> {
  const question = questionAgain(leg, row.currency, priced);
  const known = isKnown(rules, priced);
  const plain = known && !policyNeeds(rules).eachSeat ? fareByPolicy(rules, question) : undefined;
  const flight = known && plain === undefined ? await flightById(db, leg.flightId) : undefined;
  const plan = flight && reference.seatPlan(flight.seat_map);
  const party = seatedOn(partyOf(row), leg.segment);
  return leg.seats.map((name, at) => {
    const paid = fareAt(leg, at).fare;
    if (plain !== undefined || !plan) return { paid, before: plain };
    const seat = plan.byName.get(name);
    return {
      paid,
      before: fareByPolicy(rules, {
        ...question,
        seat: seat ? seatTypeOf(plan.map, seat) : 'standard',
        passenger: party[at]?.type ?? 'ADT',
      }),
    };
  });
}

const taken = ({ seats, paid, before_least, before_most, dearer, unknown }: ReturnType<typeof scoreSale>) => ({
  ...{ seats: -seats, paid: -paid, before_least: -before_least, before_most: -before_most, dearer: -dearer, unknown: -unknown },
});

const added = (one: PolicyScore, other: PolicyScore): PolicyScore => ({
  ...one,
  seats: one.seats + other.seats,
  paid: one.paid + other.paid,
  before_least: one.before_least + other.before_least,
  before_most: one.before_most + other.before_most,
  dearer: one.dearer + other.dearer,
  unknown: one.unknown + other.unknown,
  given_back: one.given_back + other.given_back,
  first_booking: one.first_booking ?? other.first_booking,
  first_at: one.first_at ?? other.first_at,
});
