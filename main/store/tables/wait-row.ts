import type { WaitEnd, WaitState } from '../../../shared/methods/waitlist.ts';
import type { Cabin } from '../../../shared/seat-map.ts';

/** A party on the waitlist, as stored. */
export interface WaitRow {
  readonly id: number;
  readonly state: WaitState;
  /** JSON: numbers of flights; passengers as in a hold. */
  readonly flights: string;
  readonly cabin: Cabin;
  /** The letter of the booking class that it waits for; null: any. */
  readonly booking_class: string | null;
  readonly party: string;
  readonly contact_name: string;
  readonly phone: string;
  readonly fare_limit: number | null;
  readonly currency: string;
  readonly priority: number;
  readonly reason: string;
  readonly desk: string;
  readonly user: string;
  readonly joined_at: number;
  readonly ahead: number;
  readonly leaves_at: number;
  readonly offered_at: number | null;
  readonly hold_id: number | null;
  readonly answered_at: number | null;
  readonly ended_at: number | null;
  readonly ended_by: string | null;
  readonly ended_why: WaitEnd | null;
}
