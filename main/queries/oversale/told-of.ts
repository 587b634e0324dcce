import type { ReadDatabase } from '../../store/database.ts';
import { bookingById, partyOf } from '../../store/tables/bookings-table.ts';
import { saleRecordOf } from '../../store/tables/sale-record.ts';
import { voucherById } from '../../store/tables/vouchers-table.ts';
import { listedName } from '../../views/listed-name.ts';

/** The name of a passenger as lists have it; empty when the booking has it no more. */
export async function hostNameOf(db: ReadDatabase, { booking_id, passenger }: { booking_id: number; passenger: number }): Promise<string> {
  const booking = await bookingById(db, booking_id);
  const { passengers } = await saleRecordOf(db, booking_id);
  const named = booking && passengers[partyOf(booking).findIndex((one) => one.passenger === passenger)];
  return named ? listedName(named) : '';
}

/** The number of a voucher and how long it is valid, for the letter. */
export async function voucherOf(db: ReadDatabase, id: number | null): Promise<{ voucher: string | null; voucherUntil: number | null }> {
  const voucher = id === null ? undefined : await voucherById(db, id);
  return { voucher: voucher?.number ?? null, voucherUntil: voucher?.valid_until ?? null };
}
