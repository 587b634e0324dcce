import { instant } from '../../../shared/instants.ts';
import { seatedOn } from '../../../shared/later-seat.ts';
import { fareAt } from '../../../shared/leg-fares.ts';
import type { BookedLeg, PricedFrom } from '../../../shared/methods/booking-view.ts';
import type { PolicyRule } from '../../../shared/pricing/policy.ts';
import { policyNeeds } from '../../../shared/pricing/policy-needs.ts';
import { fareByPolicy } from '../../../shared/pricing/price-by-policy.ts';
import { rulesOn } from '../../../shared/pricing/rules-on.ts';
import { seatTypeOf } from '../../../shared/pricing/seat-type.ts';
import { accept } from '../../../shared/refusals.ts';
import { type HandOnLeg, overrideOfSale } from '../../pricing/override-of-sale.ts';
import { PoliciesInForce } from '../../pricing/policies-in-force.ts';
import { type ScoredSeat, scoreSale } from '../../pricing/score-sale.ts';
import type { ReadDatabase } from '../../store/database.ts';
import { type BookingRow, bookingById, legsOf, partyOf } from '../../store/tables/bookings-table.ts';
import { overridesAfter } from '../../store/tables/class-overrides-table.ts';
import { flightById } from '../../store/tables/flights-table.ts';
import { newestPolicy, policiesAfter, type StoredPolicy } from '../../store/tables/policies-table.ts';
import {
  type OverrideScore,
  type PolicyScore,
  type SaleEntry,
  type Score,
  salesBetween,
  scoredTo,
} from '../../store/tables/policy-scores-table.ts';
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
  /** By decision and currency. */
  readonly overrides: readonly OverrideScore[];
}

/**
 * The next part of the journal, as additions to the scores of the versions that priced its sales, and of the decisions by hand about classes
 * that counted for them.
 */
export const salesToScore: Query<Record<string, never>, SalesToScore> = async (context) => {
  const { db, pause } = context;
  const from = await scoredTo(db);
  const newest = await newestEvent(db);
  const to = Math.min(newest, from + ENTRIES_AT_ONCE);
  const scores = new Map<string, PolicyScore>();
  const overrides = new Map<string, OverrideScore>();
  for (const entry of await salesBetween(db, from, to)) {
    await pause?.();
    const found = await scoresOfEntry(context, entry);
    for (const score of found.scores) addTo(scores, score.version, score);
    for (const score of found.overrides) addTo(overrides, score.override, score);
  }
  return accept({ from, to, more: to < newest, scores: [...scores.values()], overrides: [...overrides.values()] });
};

function addTo<Kind extends Score>(all: Map<string, Kind>, of: number, score: Kind): void {
  const key = `${of} ${score.currency}`;
  const known = all.get(key);
  all.set(key, known ? added(known, score) : score);
}

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

async function scoresOfEntry(context: QueryContext, entry: SaleEntry): Promise<Pick<SalesToScore, 'scores' | 'overrides'>> {
  const [scores, overrides]: [PolicyScore[], OverrideScore[]] = [[], []];
  const row = await bookingById(context.db, entry.booking_id);
  if (!row) return { scores, overrides };
  const sold = entry.type === 'booking.confirmed';
  const first = { currency: row.currency, first_booking: sold ? row.id : null, first_at: sold ? entry.at : null };
  const scored = async (leg: BookedLeg, without: PricedFrom, rules: readonly PolicyRule[]): Promise<Score> => {
    const score = scoreSale(await seatsOf(context, row, leg, without, rules));
    return sold ? { ...score, given_back: 0, ...first } : { ...taken(score), given_back: score.seats, ...first };
  };
  for (const leg of legsOf(row)) {
    const { priced } = leg;
    if (!priced) continue;
    const rules = await rulesBefore(context.db, priced.policy, leg, row.created_at);
    if (rules) scores.push({ version: priced.policy, ...(await scored(leg, priced, rules)) });
    for (const hand of handsOn(priced)) {
      const own = await rulesOfVersion(context.db, priced.policy);
      const override = overrideOfSale(await overridesAfter(context.db, 0), leg, hand, row.created_at);
      if (own && override) overrides.push({ override: override.number, ...(await scored(leg, withoutHand(priced, hand), own)) });
    }
  }
  return { scores, overrides };
}

/** What was by hand when the leg was priced. */
const handsOn = ({ closed = [], opened = [] }: PricedFrom): HandOnLeg[] => [
  ...closed.map((code) => ({ code, decision: 'closed' as const })),
  ...opened.map((code) => ({ code, decision: 'open' as const })),
];

/** The same question, had nobody decided about this class. What else is by hand stays. */
const withoutHand = (priced: PricedFrom, { code, decision }: HandOnLeg): PricedFrom =>
  decision === 'closed'
    ? { ...priced, closed: (priced.closed ?? []).filter((one) => one !== code) }
    : { ...priced, opened: (priced.opened ?? []).filter((one) => one !== code) };

async function rulesOfVersion(db: ReadDatabase, version: number): Promise<readonly PolicyRule[] | undefined> {
  const rules = (await readPublished(db)).all.find((policy) => policy.version === version)?.rules;
  return rules ? rulesOn(rules) : undefined;
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
  return leg.seats.flatMap((name, at) => {
    // A seat that was added later was not sold by this price.
    if (leg.others?.find((other) => other.at === at)?.priced) return [];
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

const added = <Kind extends Score>(one: Kind, other: Kind): Kind => ({
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
