import type { Action } from './action.ts';

/** A step as it was chosen. */
type Chosen = Pick<Action, 'do'> & {
  readonly what?: string;
  readonly flight?: number;
  readonly asks?: true;
  readonly legs?: readonly { readonly flight: number }[];
};

/**
 * Which steps have asked for a price, so that holds bring what was quoted then: in time or not, at that desk or another. It draws nothing, so
 * the other steps of a seed stay as they are.
 */
export class PriceReads {
  /** By flight, the step that asked last. */
  readonly #steps = new Map<number, number>();
  #last = 0;

  add(key: number, { what, flight, asks, legs }: Chosen): void {
    const asked = what === 'price' ? flight : asks ? legs?.[0]?.flight : undefined;
    if (asked === undefined) return;
    this.#steps.set(asked, key);
    this.#last = key;
  }

  /** Whether a hold asks for its price before. */
  asks(key: number): { readonly asks?: true } {
    return key % 6 === 0 ? { asks: true } : {};
  }

  /** The step whose quote the hold of a step brings for a flight; now and then the quote is of another flight. */
  for(flight: number, key: number): { readonly offer?: number } {
    const offer = key % 5 === 0 && this.#last > 0 ? this.#last : this.#steps.get(flight);
    return offer === undefined ? {} : { offer };
  }
}
