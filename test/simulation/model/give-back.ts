import { UNDO_MS } from '../../../shared/bounds.ts';
import type { Model, ModelBooking } from './model.ts';
import { sharesOf } from './shares-of.ts';

/** Money that went back to a tender, with the version of the booking that its step made. `issued`: by a new voucher. */
export interface GivenBack {
  readonly bookingId: number;
  readonly version: number;
  readonly place: number;
  readonly amount: number;
  readonly called: string | null;
  readonly issued: boolean;
  /** Of the refund, in the order in which money went back. */
  readonly id: number;
}

/** Money that a supervisor sends back to a wallet. */
export interface ByHand {
  readonly id: number;
  readonly bookingId: number;
  readonly amount: number;
  readonly at: number;
  state: 'DUE' | 'DONE' | 'STOPPED';
}

interface Back {
  readonly now: number;
  /** When the terminal is asked. */
  readonly notBefore: number;
  /** A new voucher gets all of it. */
  readonly toVoucher?: boolean | undefined;
}

type Tenders = ModelBooking['tenders'];

/** Money of a booking goes back the way it came: cards first, then wallets, accounts, cash and vouchers. The tenders as they stand after that. */
export function giveBack(model: Model, bookingId: number, given: Tenders, amount: number, now: number, toVoucher = false): Tenders {
  if (toVoucher && amount > 0) {
    issue(model, bookingId, amount);
    model.met.push('to a new voucher');
  }
  // A cancellation may be undone for a while.
  return giveTo(model, bookingId, given, sharesOf(given, amount), { now, notBefore: now + UNDO_MS, toVoucher });
}

/** The same, where it is known how much goes to which tender. A new voucher is issued before. */
export function giveTo(
  model: Model,
  bookingId: number,
  given: Tenders,
  shares: readonly { readonly at: number; readonly back: number }[],
  { now, notBefore, toVoucher = false }: Back,
): Tenders {
  const tenders = given.map((tender) => ({ ...tender }));
  const version = model.booking(bookingId).version + 1;
  for (const { at, back } of shares) {
    const tender = tenders[at] as (typeof tenders)[number];
    const { kind, voucher, account, charge } = tender;
    tender.refunded += back;
    const issued = toVoucher || (voucher !== null && toVoucherThatPaid(model, voucher, back, bookingId, now));
    const id = ++model.refundsMade;
    const called = toVoucher || charge === null ? null : `${charge}.r${id}`;
    model.givenBack.push({ bookingId, version, place: at, amount: back, called, issued, id });
    if (toVoucher) continue;
    if (account) model.owe(account, -back);
    if (kind === 'cash') model.moveCash(-back);
    if (kind === 'wallet') model.byHand.push({ id, bookingId, amount: back, at: now, state: 'DUE' });
    if (called === null || charge === null) continue;
    model.refunds.set(called, { bookingId, reference: charge, amount: back, state: 'DUE' });
    model.enqueue('refund', called, bookingId, notBefore);
  }
  return tenders;
}

/** What went back with the step that made this version of a booking. */
export const refundsOf = (model: Model, bookingId: number, version: number): readonly GivenBack[] =>
  model.givenBack.filter((one) => one.bookingId === bookingId && one.version === version);

/** What went back for a tender by a new voucher, so that the bank still has it. */
export const vouchersFor = (model: Model, bookingId: number, place: number): number =>
  model.givenBack.reduce((sum, one) => sum + (one.issued && one.bookingId === bookingId && one.place === place ? one.amount : 0), 0);

/** The number of the voucher in the register that was added last. */
export const newestVoucher = ({ vouchers, refundVouchers, oversale }: Model): number =>
  vouchers.size + refundVouchers.length + oversale.issued.length;

/** Gives money back to a voucher, or to a new one when nobody could spend it from there any more; whether it is a new one. */
function toVoucherThatPaid(model: Model, number: string, amount: number, bookingId: number, now: number): boolean {
  const voucher = model.vouchers.get(number);
  if (!voucher || voucher.validUntil > now) {
    model.spend(number, -amount);
    return false;
  }
  issue(model, bookingId, amount);
  return true;
}

function issue(model: Model, bookingId: number, amount: number): void {
  model.refundVouchers.push({ bookingId, amount });
  model.events.push(['voucher.issued', null, { voucherId: newestVoucher(model), amount, currency: 'USD', forBooking: bookingId }]);
}
