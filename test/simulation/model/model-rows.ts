import type { BookingChange } from '../../../shared/methods/changes.ts';
import type { SoldUnder } from '../../../shared/refund-policy.ts';
import type { Leg, ModelBooking, ModelName } from './model.ts';

/** What seats cost that were added later. */
export type OtherFares = readonly { readonly at: number; readonly fare: number; readonly refund?: SoldUnder }[];

/** By its reference. */
export type Payment = {
  readonly bookingId: number;
  readonly amount: number;
  readonly at: number;
  approvalCode: string | null;
  state: string;
};
/** What was told of a cancellation or a change. `total`: what would go back; of a change what is to be paid, below 0 what goes back. */
export interface ModelQuote {
  readonly offerId: number;
  readonly kind: 'cancel' | 'change';
  readonly bookingId: number;
  readonly bookingVersion: number;
  readonly total: number;
  validUntil: number;
  readonly change?: BookingChange;
  /** What it holds after the change, where no hold keeps the price. */
  readonly legs?: readonly Leg[];
  readonly toVoucher?: boolean;
  /** A supervisor waives the rule. */
  readonly waived: boolean;
}
/** What stood before a change of a sold booking. */
export interface Version extends Pick<ModelBooking, 'bookingId' | 'version' | 'party' | 'legs' | 'total'> {
  readonly names: readonly ModelName[];
  /** How many tenders had paid. */
  readonly tenders: number;
}
/** Money that goes back to a card of the own terminal, by what the terminal calls it. */
export type Refund = { readonly bookingId: number; readonly reference: string; readonly amount: number; state: 'DUE' | 'DONE' | 'STOPPED' };
/** What is kept of a booking apart from its row. */
export type Kept = { readonly id: number; readonly desk: string; readonly at: number };
export interface ModelJob {
  readonly id: number;
  readonly kind: 'reversal' | 'refund';
  readonly subject: string;
  readonly bookingId: number;
  state: 'WAITING' | 'DEAD' | 'DONE' | 'STOPPED';
  tries: number;
  notBefore: number;
}

/** Its type, the booking that it is about, and what its data must tell at least. */
export type ModelEvent = readonly [type: string, bookingId: number | null, data: object];
