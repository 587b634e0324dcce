import type { Input } from '../../../shared/contract.ts';
import type { SoldUnder } from '../../../shared/refund-policy.ts';
import { percentOf } from './bookings.ts';
import { connectionLost } from './connection-lost.ts';
import { refused } from './expected.ts';
import { hasNoSeat } from './leg-meaning.ts';
import type { Commands, Leg, Model } from './model.ts';
import { POLICIES, type PolicyName } from './policies.ts';
import { withoutThem } from './without-them.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

type Terms = Pick<Input<'refunds.addPolicy'>, 'tiers' | 'cancelFee' | 'changeFee'>;

/** The refund policy with fees. */
export const FEES = 'fees';

/** Over 2 hours all of it, over 30 minutes the half. */
export const FIRST_FEES: Terms = {
  tiers: [
    { overMinutes: 120, percent: 100 },
    { overMinutes: 30, percent: 50 },
  ],
  cancelFee: { USD: 15_00 },
  changeFee: { USD: 20_00 },
};
const STANDARD: Terms = {
  tiers: [
    { overMinutes: 24 * 60, percent: 100 },
    { overMinutes: 6 * 60, percent: 50 },
  ],
  cancelFee: {},
  changeFee: {},
};

/** All versions by name, the first one first. */
export class ModelRefundPolicies {
  readonly #all = new Map<string, Terms[]>([
    ['standard', [STANDARD]],
    [FEES, [FIRST_FEES]],
  ]);

  newest(name: string): number {
    return this.#all.get(name)?.length ?? 0;
  }

  add(name: string, terms: Terms): number {
    const all = this.#all.get(name) ?? [];
    all.push(terms);
    this.#all.set(name, all);
    return all.length;
  }

  /** Under what a fare is sold now by a price policy, as its leg keeps it. */
  under(policy: PolicyName): { readonly refund?: SoldUnder } {
    const name = POLICIES[policy].rules.some(({ rule }) => rule === 'refund') ? FEES : 'standard';
    const version = this.newest(name);
    return name === 'standard' && version === 1 ? {} : { refund: { policy: name, version } };
  }

  of({ policy, version }: SoldUnder): Terms {
    const terms = this.#all.get(policy)?.[version - 1];
    if (!terms) throw new Error(`there is no version ${version} of refund policy ${policy}`);
    return terms;
  }
}

/** Fares of a leg that were sold under one refund policy. */
export interface GivenUp {
  readonly leg: Leg;
  readonly under: SoldUnder;
  readonly price: number;
}

export const underOf = ({ refund }: { readonly refund?: SoldUnder | undefined }): SoldUnder => refund ?? { policy: 'standard', version: 1 };
const nameOf = ({ policy, version }: SoldUnder): string => `${policy} ${version}`;

/** What a leg costs, by refund policy: its own first. */
function priceParts(leg: Leg): Map<string, GivenUp> {
  const { seats, fare, others = [], laps = [] } = leg;
  const parts = new Map([[nameOf(underOf(leg)), { leg, under: underOf(leg), price: 0 }]]);
  const add = (price: number, { refund }: { readonly refund?: SoldUnder | undefined } = {}): void => {
    const under = refund ?? underOf(leg);
    parts.set(nameOf(under), { leg, under, price: price + (parts.get(nameOf(under))?.price ?? 0) });
  };
  for (const at of seats.keys()) {
    const other = others.find((one) => one.at === at);
    add(other?.fare ?? fare, other);
    for (const lap of laps) if (lap.at === at) add(lap.fare, lap);
  }
  return parts;
}

/** What is given up of a leg: all of it, or what it costs more than `after`. Fares that stay have no part in it. */
export function givenUp(leg: Leg, after?: Leg): GivenUp[] {
  const stays = after && priceParts(after);
  const all = [...priceParts(leg)].map(([name, part]) => ({ ...part, price: part.price - (stays?.get(name)?.price ?? 0) }));
  const given = all.filter(({ price }) => price !== 0);
  return given.length > 0 ? given : all.slice(0, 1);
}

/** What goes back of a price that is given up, in minor units and in percent, and what is kept as a fee for so many passengers. */
export interface ModelTerms {
  readonly back: number;
  readonly percent: number;
  fee(kind: 'cancelFee' | 'changeFee', passengers: number, most?: number): number;
}

/**
 * By the time until the first of the flights leaves, the fares under each refund policy apart; all of it and no fee when the carrier has cancelled
 * or moved one of them, made one of them be missed, given one of them, or broken a connection to or from one of them, or a supervisor waives the rule. `legs`: all of the booking.
 */
export function refundTerms(
  model: Model,
  given: readonly GivenUp[],
  legs: readonly Leg[],
  { now, waived }: { readonly now: number; readonly waived: boolean },
): ModelTerms {
  const price = given.reduce((sum, one) => sum + one.price, 0);
  const isGiven = ({ segment }: Leg): boolean => given.some(({ leg }) => leg.segment === segment);
  const lost = legs.some((next, at) => {
    const before = legs[at - 1];
    return before !== undefined && (isGiven(before) || isGiven(next)) && connectionLost(model, before, next);
  });
  if (lost) model.met.push('connection lost');
  const without = withoutThem(model, legs, 'carrier');
  const disrupted = given.some(({ leg }) => {
    if (legs.some((one) => one.segment === leg.segment && (without.has(one) || hasNoSeat(model, one)))) return true;
    const { destination, departs, arrives } = model.flight(leg.flightId);
    const off = Math.max(Math.abs(departs - leg.departsAt), Math.abs(arrives - leg.arrivesAt));
    return leg.given !== undefined || destination !== leg.destination || off > HOUR_MS;
  });
  if (disrupted) model.met.push('disrupted');
  if (waived) model.met.push('waived');
  if (disrupted || lost || waived) return { back: price, percent: 100, fee: () => 0 };
  const left = Math.min(...given.map(({ leg }) => model.flight(leg.flightId).departs)) - now;
  const groups = [...Map.groupBy(given, ({ under }) => nameOf(under)).values()].map((parts) => {
    const terms = model.refundPolicies.of((parts[0] as GivenUp).under);
    const most = terms.tiers.filter(({ overMinutes }) => left > overMinutes * MINUTE_MS).map(({ percent }) => percent);
    const percent = Math.max(0, ...most);
    const sum = parts.reduce((all, part) => all + part.price, 0);
    return { terms, percent, back: percentOf(sum, percent) };
  });
  const back = groups.reduce((sum, group) => sum + group.back, 0);
  if (groups.length > 1) model.met.push('two refund policies');
  return {
    back,
    percent: groups.length === 1 ? (groups[0]?.percent ?? 0) : Math.floor((back * 100) / Math.max(1, price)),
    fee(kind, passengers, most = Number.POSITIVE_INFINITY) {
      const fee = Math.min(most, passengers * Math.max(0, ...groups.map(({ terms }) => terms[kind].USD ?? 0)));
      if (fee > 0) model.met.push(kind);
      return fee;
    },
  };
}

export const REFUND_POLICIES: Commands = {
  'refunds.addPolicy'(model, { name, basedOn, tiers, cancelFee, changeFee }: Input<'refunds.addPolicy'>) {
    if (basedOn !== model.refundPolicies.newest(name)) throw refused('REFUND_POLICY_CHANGED');
    const version = model.refundPolicies.add(name, { tiers, cancelFee, changeFee });
    model.events.push(['refund.policyAdded', null, { name, version }]);
    return { name, version };
  },
};
