import type { SeededRandom } from '../../../main/seeded-random.ts';
import { MINUTE_MS } from '../../../shared/instants.ts';
import type { BookedLeg } from '../../../shared/methods/booking-view.ts';
import type { Tender } from '../../../shared/methods/tenders.ts';
import { POLICY_TEMPLATES } from '../../../shared/pricing/policy-templates.ts';
import { priceByPolicy } from '../../../shared/pricing/price-by-policy.ts';
import type { PriceQuestion } from '../../../shared/pricing/rules/price-rule.ts';
import { type GeneratedName, passengerName } from './passenger-names.ts';
import type { SoldCabin, SoldFlights } from './sold-flights.ts';

/** One sale, or one hold that nobody paid, from its hold to its end. */
export interface GeneratedSale {
  readonly id: number;
  readonly actor: { readonly user: string; readonly role: 'agent'; readonly desk: string };
  readonly heldAt: number;
  readonly expiresAt: number;
  /** When it was paid, or when the hold lapsed. */
  readonly endsAt: number;
  readonly paid: boolean;
  readonly cabins: readonly SoldCabin[];
  readonly party: readonly {
    readonly passenger: number;
    readonly type: 'ADT' | 'CHD';
    readonly infant: boolean;
    readonly assistance: boolean;
  }[];
  readonly legs: readonly BookedLeg[];
  readonly total: number;
  readonly names: readonly GeneratedName[];
  readonly contact: { readonly phone: string; readonly email: string; readonly askedBy: string };
  readonly tenders: readonly Tender[];
}

const HOLD_MS = 5 * MINUTE_MS;
const PAID_AFTER_MS = 2 * MINUTE_MS;
const PARTIES = [1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 3, 4] as const;
/** One hold in so many is never paid. */
const UNPAID_EVERY = 25;

/** Draws the next sale and takes its seats. */
export function nextSale(random: SeededRandom, flights: SoldFlights, id: number, heldAt: number): GeneratedSale {
  const seated = random.pick(PARTIES);
  const cabins = flights.legsFor(seated);
  const paid = random.below(UNPAID_EVERY) > 0;
  const legs = cabins.map((cabin, place) => takeLeg(cabin, id, seated, place + 1));
  const names = Array.from({ length: seated }, () => passengerName(random));
  const total = legs.reduce((sum, leg) => sum + leg.fare * seated, 0);
  const lead = names[0];
  return {
    id,
    actor: { user: id % 3 === 0 ? 'weber' : 'ruiz', role: 'agent', desk: `T${1 + (id % 4)}-${String(1 + (id % 12)).padStart(2, '0')}` },
    heldAt,
    expiresAt: heldAt + HOLD_MS,
    endsAt: heldAt + (paid ? PAID_AFTER_MS : HOLD_MS),
    paid,
    cabins,
    party: names.map((_, place) => ({ passenger: place + 1, type: place >= 2 ? 'CHD' : 'ADT', infant: false, assistance: false })),
    legs,
    total,
    names,
    contact: { phone: `+1 212 555 ${String(id % 10_000).padStart(4, '0')}`, email: '', askedBy: `${lead?.given} ${lead?.surname}` },
    tenders: [tenderFor(random, total)],
  };
}

function takeLeg(sold: SoldCabin, id: number, seated: number, segment: number): BookedLeg {
  const { flight, cabin } = sold;
  const seats = sold.seats.slice(sold.owners.length, sold.owners.length + seated);
  const taken = { authorised: sold.authorised, held: sold.held, sold: sold.sold };
  const { base_fare: baseFare, currency } = flight;
  const question: PriceQuestion = {
    ...{ baseFare, currency, cabin, ofCabin: taken, ofFlight: taken, origin: 'from the schedule file', date: sold.leg.date },
    ...{ daysAhead: 0, seat: 'standard', passenger: 'ADT', miles: undefined, competitor: undefined, promotion: undefined },
  };
  const { fare, trace } = priceByPolicy(POLICY_TEMPLATES.demand ?? [], question);
  for (let seat = 0; seat < seated; seat++) {
    sold.owners.push(id);
    sold.segments.push(segment);
  }
  sold.held += seated;
  return { segment, ...sold.leg, cabin, seats, fare, trace: [...trace] };
}

function tenderFor(random: SeededRandom, amount: number): Tender {
  if (random.below(20) < 12) return { kind: 'card', amount, approvalCode: String(100_000 + random.below(900_000)), testCard: null };
  return { kind: 'cash', amount, given: Math.ceil(amount / 50_00) * 50_00 };
}
