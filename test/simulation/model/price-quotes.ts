import type { Cabin } from '../../../shared/seat-map.ts';

/** What one seat costs, as it was read out at a desk. */
export interface PriceQuote {
  readonly flightId: number;
  readonly cabin: Cabin;
  readonly policy: number;
  /** Classes by hand, where the policy has classes. */
  readonly byHand: string;
  readonly desk: string;
  readonly fare: number;
  readonly until: number;
}

type Asked = Pick<PriceQuote, 'flightId' | 'cabin' | 'policy' | 'byHand' | 'desk' | 'fare'> & {
  readonly now: number;
  readonly promoted: boolean;
  readonly party: number;
};

/** All prices that were read out, by the text that proves them. Who holds in time, at the same desk, pays no more than was read out. */
export class PriceQuotes {
  readonly #told = new Map<string, PriceQuote>();

  told(offer: string, quote: PriceQuote): void {
    this.#told.set(offer, quote);
  }

  /** What one seat costs with this offer, and how the offer was taken where it names less than `asked.fare`: the price of now. */
  fare(offer: string | undefined, asked: Asked): { readonly fare: number; readonly met?: string } {
    const quote = this.#told.get(offer ?? '');
    if (!quote || quote.fare >= asked.fare) return { fare: asked.fare };
    const { fare } = asked;
    if (quote.flightId !== asked.flightId || quote.cabin !== asked.cabin) return { fare, met: 'quote of another flight' };
    if (quote.desk !== asked.desk) return { fare, met: 'quote of another desk' };
    if (quote.policy !== asked.policy) return { fare, met: 'quote of another policy' };
    // It was read out without the promotion.
    if (asked.promoted) return { fare, met: 'quote without the promotion' };
    // A class that is open for one may not be for two. It was read out for one.
    if (asked.party !== 1) return { fare, met: 'quote of another party' };
    if (quote.byHand !== asked.byHand) return { fare, met: 'quote of other classes' };
    if (quote.until <= asked.now) return { fare, met: 'quote too late' };
    return { fare: quote.fare, met: 'quote kept' };
  }
}
