import type { LegChangeKind } from '../../shared/leg-change.ts';
import type { Cabin } from '../../shared/seat-map.ts';

/** A way on that was found: these flights instead of these segments of a booking. Whether the party has room there is known when its seats are kept. */
export interface FoundWay {
  readonly replaces: readonly number[];
  readonly flights: readonly number[];
  readonly cabin: Cabin;
  /** The worst that the carrier did to the segments; null: their passengers missed one by their own fault, so that the way is sold. */
  readonly change: LegChangeKind | null;
}

/** The ways on that were found for a booking, best first. */
export interface FoundWays {
  readonly bookingId: number;
  readonly ways: readonly FoundWay[];
}
