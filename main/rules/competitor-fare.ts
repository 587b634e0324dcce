import { type Instant, instant, isDue } from '../../shared/instants.ts';

/** A flight by its number, or all flights of a route. */
export type FareSubject =
  | { readonly carrier: string; readonly number: number; readonly suffix: string }
  | { readonly origin: string; readonly destination: string };

/** One line that was understood: a fare in minor units for one local day of departure. */
export interface FareLine {
  readonly line: number;
  /** As the file writes it: `B6 101`, `JFK-LAX`. */
  readonly told: string;
  readonly of: FareSubject;
  readonly date: string;
  readonly fare: number;
  readonly currency: string;
  readonly readAt: number;
}

interface Flight {
  readonly cancelled: number;
  readonly departs_at: number;
  readonly competitor_fare: number | null;
  readonly competitor_read_at: number | null;
}

export const mayBeSet = ({ cancelled, departs_at }: Flight, now: Instant): boolean => cancelled === 0 && !isDue(instant(departs_at), now);

/** Whether the store knows this fare or one that was read later. */
export const isKnown = (
  { competitor_fare, competitor_read_at }: Flight,
  { fare, readAt }: { readonly fare: number; readonly readAt: number },
): boolean => competitor_read_at !== null && (competitor_read_at > readAt || (competitor_read_at === readAt && competitor_fare === fare));
