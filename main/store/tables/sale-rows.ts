import type { BookingView } from '../../../shared/methods/booking-view.ts';

export interface PassengerRow {
  readonly type: BookingView['passengers'][number]['type'];
  /** As the name stands on lists and tickets. */
  readonly host_surname: string;
  readonly host_given: string;
  /** As written in the passport. */
  readonly surname: string;
  readonly given: string;
  readonly title: BookingView['passengers'][number]['title'];
  readonly birth_date: string | null;
  readonly carried_by: number | null;
  /** 1: travels as an unaccompanied minor. */
  readonly unaccompanied: number;
}

export interface TenderRow {
  readonly place: number;
  readonly kind: BookingView['tenders'][number]['kind'];
  readonly amount: number;
  readonly given: number | null;
  readonly approval_code: string | null;
  readonly voucher: string | null;
  readonly reference: string | null;
  /** What a wallet calls the payment. */
  readonly wallet: string | null;
  /** The code of the account that pays later. */
  readonly account: string | null;
  readonly refunded: number;
  readonly refund_voucher: string | null;
  /** When, by whom and at which desk it was taken, and what it paid for. A part that a split gives to another booking keeps it. */
  readonly event: number;
  readonly at: number;
  readonly desk: string;
  readonly user: string;
  readonly document: 'sale' | 'change';
}
