import type { BookingView } from '../../shared/methods/booking-view.ts';
import { nameText } from '../../shared/passengers.ts';
import type { ReadDatabase } from '../store/database.ts';
import type { Locators } from '../store/locators.ts';
import { type BookingRow, legsOf } from '../store/tables/bookings-table.ts';
import type { WrittenBooking } from '../store/tables/replies-table.ts';
import { NO_SALE_RECORD, type PassengerRow, type SaleRecord, saleRecordOf, type TenderRow } from '../store/tables/sale-record.ts';

/** What the columns say; party and legs are JSON already. */
function columnsView(row: BookingRow, locators: Locators, record: SaleRecord): Omit<BookingView, 'party' | 'legs'> {
  return {
    bookingId: row.id,
    locator: locators.of(row.id),
    state: row.state,
    desk: row.desk,
    user: row.user,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    holdMs: row.hold_ms,
    extended: row.extended === 1,
    payingSince: row.paying_since,
    passengers: record.passengers.map(passengerView),
    contact: row.asked_by === null ? null : { phone: row.phone ?? '', email: row.email ?? '', askedBy: row.asked_by },
    currency: row.currency,
    total: row.total,
    tenders: record.tenders.map(tenderView),
    refunded: row.refunded,
  };
}

const passengerView = (row: PassengerRow): BookingView['passengers'][number] => ({
  type: row.type,
  name: nameText(row.surname, row.given, row.title),
  surname: row.surname,
  given: row.given,
  title: row.title,
  birthDate: row.birth_date,
  with: row.carried_by,
});

const tenderView = (row: TenderRow): BookingView['tenders'][number] => ({
  kind: row.kind,
  amount: row.amount,
  given: row.given,
  approvalCode: row.approval_code,
  voucher: row.voucher,
  refunded: row.refunded,
  refundVoucher: row.refund_voucher,
});

const rowView = (row: BookingRow, locators: Locators, record: SaleRecord): BookingView => ({
  ...columnsView(row, locators, record),
  party: JSON.parse(row.party) as BookingView['party'],
  legs: [...legsOf(row)],
});

/** The booking as screens show it while it has neither names nor tenders. */
export const holdView = (row: BookingRow, locators: Locators): BookingView => rowView(row, locators, NO_SALE_RECORD);

/** The booking, whole. */
export const fullView = async (db: ReadDatabase, row: BookingRow, locators: Locators): Promise<BookingView> =>
  rowView(row, locators, await saleRecordOf(db, row.id));

/** `holdView`, written. */
export const writtenHold = (row: BookingRow, locators: Locators): WrittenBooking => writtenBooking(row, locators, NO_SALE_RECORD);

/** `fullView`, written. */
export const writtenBooking = (row: BookingRow, locators: Locators, record: SaleRecord): WrittenBooking => ({
  id: row.id,
  head: JSON.stringify(columnsView(row, locators, record)).slice(0, -1),
  party: row.party,
  legs: row.legs,
});
