import type { CompensationKind } from '../../../shared/methods/compensation.ts';
import type { VolunteerState } from '../../../shared/methods/volunteers.ts';
import type { Cabin } from '../../../shared/seat-map.ts';

/** A passenger who was asked to give a seat up. Minor units. */
export interface ModelVolunteer {
  readonly id: number;
  readonly flightId: number;
  readonly cabin: Cabin;
  readonly passenger: number;
  readonly seat: string;
  readonly amount: number;
  readonly wayId: number;
  readonly lateMs: number;
  readonly askedAt: number;
  /** After a yes of one of a party: the one that this passenger got. */
  bookingId: number;
  state: VolunteerState;
  answeredAt: number | null;
  rebooked: number;
}

/** A passenger who was denied boarding. */
export interface ModelDenial {
  readonly id: number;
  readonly flightId: number;
  readonly cabin: Cabin;
  readonly bookingId: number;
  readonly passenger: number;
  readonly wayId: number | null;
  readonly lateMs: number | null;
  readonly fare: number;
  readonly percent: number | null;
  readonly owed: number | null;
  readonly currency: string | null;
  readonly rebooked: number;
  readonly at: number;
  paid: { readonly kind: CompensationKind; readonly at: number; readonly desk: string } | null;
}

/** What was done about cabins that were sold above their seats. */
export class ModelOversales {
  /** In the order of their numbers, from 1 on. */
  readonly volunteers: ModelVolunteer[] = [];
  readonly denials: ModelDenial[] = [];
  /** When each letter was printed last, by its kind and number. */
  readonly letters = new Map<string, number>();
  /** Vouchers for who gave a seat up or was denied boarding: nobody can foretell the numbers. */
  readonly issued: { readonly amount: number; readonly currency: string }[] = [];

  /** Whether a passenger of a booking gave a seat up or was denied boarding, so that somebody else has the seat by now. */
  left(bookingId: number): boolean {
    const gaveUp = this.volunteers.some((one) => one.bookingId === bookingId && one.state === 'TOOK');
    return gaveUp || this.denials.some((one) => one.bookingId === bookingId);
  }
}
