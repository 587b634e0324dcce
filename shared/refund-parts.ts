import { fareAt, lapFareAt } from './leg-fares.ts';
import type { BookedLeg } from './methods/booking-view.ts';
import { refundOf, type SoldUnder, soldUnderText } from './refund-policy.ts';

type Sold = Pick<BookedLeg, 'seats' | 'fare' | 'trace' | 'others' | 'laps' | 'refund'>;

/** What fares of a leg cost together that were sold under one refund policy, in minor units. */
export interface RefundPart {
  readonly under: SoldUnder;
  readonly price: number;
}

/** The fares of a leg by the refund policy under which each was sold: the leg's own first. Who was added later may have another one. */
export function refundParts(leg: Sold): RefundPart[] {
  const own = refundOf(leg);
  const parts = new Map<string, RefundPart>([[soldUnderText(own), { under: own, price: 0 }]]);
  const add = (price: number, under = own): void => {
    const name = soldUnderText(under);
    parts.set(name, { under, price: price + (parts.get(name)?.price ?? 0) });
  };
  for (const at of leg.seats.keys()) {
    add(fareAt(leg, at).fare, leg.others?.find((other) => other.at === at)?.refund);
    add(lapFareAt(leg, at), leg.laps?.find((lap) => lap.at === at)?.refund);
  }
  const [first, ...others] = parts.values();
  // Nobody of a leg may have its own policy any more.
  return first && (first.price > 0 || others.length === 0) ? [first, ...others] : others;
}
