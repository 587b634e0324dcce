import { decimalsOf } from '../../../shared/currencies.ts';
import type { Cabin } from '../../../shared/seat-map.ts';

// How flights were priced before there were policies. Kept here to prove that their policies give the same prices.

const FIXED: Readonly<Record<Cabin, number>> = { F: 300_00, J: 200_00, W: 150_00, Y: 100_00 };
const FACTORS: Readonly<Record<Cabin, number>> = { F: 4, J: 2.5, W: 1.5, Y: 1 };

export interface FlightBefore {
  readonly baseFare: number;
  readonly currency: string;
  readonly strategy: 'fixed' | 'demand';
}

const halfUp = (amount: number): number => Math.floor(amount + 0.5);
const baseOf = (baseFare: number, cabin: Cabin): number => halfUp(baseFare * FACTORS[cabin]);

/** Minor units for one seat. */
export function fareBefore(
  { baseFare, currency, strategy }: FlightBefore,
  cabin: Cabin,
  { authorised, held, sold }: { readonly authorised: number; readonly held: number; readonly sold: number },
): number {
  const base = baseOf(baseFare, cabin);
  if (strategy === 'fixed') return currency === 'USD' ? FIXED[cabin] : base;
  const occupancy = authorised > 0 ? Math.min(1, (held + sold) / authorised) : 0;
  const unit = baseFare % 10 ** decimalsOf(currency) === 0 ? 10 ** decimalsOf(currency) : 1;
  return halfUp((base * (1 + 0.5 * occupancy)) / unit) * unit;
}

/** What no flight of this base fare cost less than. */
export const leastBefore = (strategy: FlightBefore['strategy'], baseFare: number, cabin: Cabin): number =>
  strategy === 'fixed' ? Math.min(FIXED[cabin], baseOf(baseFare, cabin)) : baseOf(baseFare, cabin);
