import type { PolicyScope } from '../../../shared/methods/policy-view.ts';
import type { PassengerType } from '../../../shared/passengers.ts';
import type { PolicyRule } from '../../../shared/pricing/policy.ts';
import type { Cabin } from '../../../shared/seat-map.ts';

/** Seats that are taken, and seats that may be sold. */
export type Load = readonly [taken: number, authorised: number];

/** All that a price of the model depends on. */
export interface Asked {
  readonly fare: number;
  readonly cabin: Cabin;
  readonly ofCabin: Load;
  readonly ofFlight: Load;
  readonly days: number;
  readonly passenger: PassengerType;
  /** With the promotion WELCOME. */
  readonly promoted: boolean;
  /** In an exit row. */
  readonly exit: boolean;
  /** Passengers with a seat who are sold together. */
  readonly party: number;
  /** Economy classes by hand. */
  readonly closed: readonly string[];
  readonly opened: readonly string[];
}

/** The policy with booking classes, from dear to cheap. */
export const CLASSES: PolicyName = 'classes';
export const CLASS_CODES: readonly string[] = ['Y', 'B', 'M'];

/** The policy under which a fare falls with the days that are left. */
export const LATE: PolicyName = 'late';

/** The policy that knows the promotions WELCOME and EARLY, of which the second is over. */
export const PROMOTED: PolicyName = 'children';
/** Fares that may be sold with WELCOME. */
export const PROMOTED_MAX = 5;

/** `over` / `under` of `amount`, to whole `unit`s, half up. */
const part = (amount: number, over: number, under: number, unit = 1): number =>
  Math.floor((2 * amount * over + under * unit) / (2 * under * unit)) * unit;
/** A fare in whole dollars is priced in whole dollars. */
const unitOf = (fare: number): number => (fare % 100 === 0 ? 100 : 1);
const base = (fare: number, cabin: Cabin, percent: Readonly<Record<Cabin, number>>): number => part(fare, percent[cabin], 100);

const USUAL = { F: 400, J: 250, W: 150, Y: 100 };
const TWICE = { F: 400, J: 200, W: 150, Y: 100 };
const HALF_ON_TOP = [
  { taken: 0, change: 0 },
  { taken: 100, change: 50 },
];
const halfOnTop = (fare: number, amount: number, [taken, authorised]: Load): number =>
  authorised === 0
    ? part(amount, 1, 1, unitOf(fare))
    : part(amount, 2 * authorised + Math.min(taken, authorised), 2 * authorised, unitOf(fare));

/** Fares go back by the refund policy with fees. */
const WITH_FEES = { rule: 'refund', policy: 'fees' } as const;

/** What may be published: the rules as the product takes them, and the price as it is told in words. */
export const POLICIES = {
  demand: {
    rules: [{ rule: 'filedBase', percent: USUAL }, { rule: 'loadCurve', over: 'cabin', knots: HALF_ON_TOP }, { rule: 'roundingAsFiled' }],
    price: ({ fare, cabin, ofCabin }: Asked) => halfOnTop(fare, base(fare, cabin, USUAL), ofCabin),
  },
  fixed: {
    rules: [
      { rule: 'amountBase', currency: 'USD', fares: { F: 300_00, J: 200_00, W: 150_00, Y: 100_00 }, otherwise: USUAL },
      { rule: 'rounding', to: 1, less: 0 },
    ],
    price: ({ cabin }: Asked) => ({ F: 30_000, J: 20_000, W: 15_000, Y: 10_000 })[cabin],
  },
  wholeFlight: {
    rules: [{ rule: 'filedBase', percent: TWICE }, { rule: 'loadCurve', over: 'flight', knots: HALF_ON_TOP }, { rule: 'roundingAsFiled' }],
    price: ({ fare, cabin, ofFlight }: Asked) => halfOnTop(fare, base(fare, cabin, TWICE), ofFlight),
  },
  tiers: {
    rules: [
      { rule: 'filedBase', percent: USUAL },
      {
        rule: 'loadTiers',
        over: 'cabin',
        tiers: [
          { below: 50, percent: 70 },
          { below: 80, percent: 100 },
        ],
        above: 180,
      },
      WITH_FEES,
      { rule: 'rounding', to: 500, less: 1 },
    ],
    price({ fare, cabin, ofCabin: [taken, authorised] }: Asked) {
      const full = authorised === 0 ? 0 : Math.min(1, taken / authorised);
      return part(base(fare, cabin, USUAL), full < 0.5 ? 70 : full < 0.8 ? 100 : 180, 100, 500) - 1;
    },
  },
  lastDay: {
    rules: [
      { rule: 'filedBase', percent: USUAL },
      {
        rule: 'daysAhead',
        knots: [
          { days: 0, change: 40 },
          { days: 2, change: 0 },
        ],
      },
      { rule: 'charge', name: 'Fuel', amounts: { USD: 12_00 } },
      { rule: 'ceiling', amounts: { USD: 400_00 } },
      WITH_FEES,
      { rule: 'rounding', to: 1, less: 0 },
    ],
    price: ({ fare, cabin, days }: Asked) =>
      Math.min(40_000, part(base(fare, cabin, USUAL), 100 + Math.max(0, 40 - 20 * days), 100) + 1_200),
  },
  children: {
    rules: [
      { rule: 'filedBase', percent: USUAL },
      { rule: 'seatType', percent: { standard: 100, preferred: 110, extraLegroom: 115, exit: 130 } },
      { rule: 'passengerType', percent: { ADT: 100, CHD: 75, INF: 10, INS: 50 } },
      { rule: 'promotion', code: 'WELCOME', change: -25, from: '2026-11-01', to: '2027-12-31', stock: PROMOTED_MAX },
      { rule: 'promotion', code: 'EARLY', change: -50, from: '2026-01-01', to: '2026-10-31', stock: 1_000 },
      WITH_FEES,
      { rule: 'rounding', to: 1, less: 0 },
    ],
    price: ({ fare, cabin, passenger, promoted, exit }: Asked) =>
      part(
        base(fare, cabin, USUAL),
        { ADT: 100, CHD: 75, INF: 10, INS: 50 }[passenger] * (promoted ? 75 : 100) * (exit ? 130 : 100),
        1_000_000,
      ),
  },
  /** The fewer days are left, the cheaper. */
  late: {
    rules: [
      { rule: 'filedBase', percent: USUAL },
      {
        rule: 'daysAhead',
        knots: [
          { days: 0, change: -30 },
          { days: 2, change: 0 },
        ],
      },
      { rule: 'rounding', to: 1, less: 0 },
    ],
    price: ({ fare, cabin, days }: Asked) => part(base(fare, cabin, USUAL), 100 - Math.max(0, 30 - 15 * days), 100),
  },
  /** Of B nothing is known, so that it keeps every seat from M: M is sold only while it is open by hand. For Y nobody is waited for. */
  classes: {
    rules: [
      {
        rule: 'bookingClasses',
        over: 'cabin',
        currency: 'USD',
        cabins: {
          F: [],
          J: [],
          W: [],
          Y: [
            { code: 'Y', fare: 300_00, mean: 0.1, deviation: 0.1 },
            { code: 'B', fare: 200_00, mean: null, deviation: 0 },
            { code: 'M', fare: 120_00, mean: null, deviation: 0 },
          ],
        },
        otherwise: USUAL,
      },
      { rule: 'rounding', to: 1, less: 0 },
    ],
    price({ fare, cabin, ofCabin: [taken, authorised], party, closed, opened }: Asked) {
      if (cabin !== 'Y') return base(fare, cabin, USUAL);
      const fares = { Y: 30_000, B: 20_000, M: 12_000 };
      const hasRoom = authorised - taken >= party;
      if (hasRoom && opened.includes('M')) return fares.M;
      if (hasRoom && !closed.includes('B')) return fares.B;
      // The dearest that is not closed, whether it has room or not. All of them are closed where one was for the flight and another for its route:
      // then the dearest of all, because a seat needs a fare.
      return !closed.includes('Y') ? fares.Y : !closed.includes('B') ? fares.B : !closed.includes('M') ? fares.M : fares.Y;
    },
  },
} as const satisfies Record<string, { readonly rules: readonly PolicyRule[]; price(asked: Asked): number }>;
export type PolicyName = keyof typeof POLICIES;
export const POLICY_NAMES = Object.keys(POLICIES) as PolicyName[];

interface ModelPolicy {
  readonly version: number;
  readonly scope: PolicyScope;
  readonly name: PolicyName | null;
  readonly from: number;
  readonly to: number | null;
}
type Flight = { readonly id: number; readonly origin: string; readonly destination: string };

const same = (one: PolicyScope, other: PolicyScope): boolean => Object.entries(one).every(([key, is]) => other[key as never] === is);

/** The flight that has a policy of its own from the beginning. */
export const FIXED_FLIGHT = 4;

/** All versions, oldest first. */
export class ModelPolicies {
  readonly #all: ModelPolicy[] = [
    { version: 1, scope: { kind: 'network' }, name: 'demand', from: 0, to: null },
    { version: 2, scope: { kind: 'flight', flightId: FIXED_FLIGHT }, name: 'fixed', from: 0, to: null },
  ];

  add(policy: Omit<ModelPolicy, 'version'>): number {
    this.#all.push({ version: this.#all.length + 1, ...policy });
    return this.#all.length;
  }

  /** The newest version of a scope; 0 for none. */
  newestOf(scope: PolicyScope): number {
    return this.#all.findLast((policy) => same(policy.scope, scope))?.version ?? 0;
  }

  /** When a policy begins or ends next, whatever prices the same flights then; null when none does. */
  nextTurn(now: number): number | null {
    const later = this.#all.flatMap(({ from, to }) => [from, ...(to === null ? [] : [to])]).filter((turn) => turn > now);
    return later.length === 0 ? null : Math.min(...later);
  }

  /** What prices a flight at a moment. */
  of({ id, origin, destination }: Flight, now: number): { readonly version: number; readonly name: PolicyName } {
    const scopes: PolicyScope[] = [{ kind: 'flight', flightId: id }, { kind: 'route', origin, destination }, { kind: 'network' }];
    for (const scope of scopes) {
      const found = this.#all.findLast(({ from, to, ...policy }) => same(policy.scope, scope) && from <= now && (to === null || now < to));
      if (found?.name) return { version: found.version, name: found.name };
    }
    throw new Error('the network has no policy');
  }
}
