import { joinedName } from '../../shared/host-name.ts';
import { type BookingView, STATUS_CODES } from '../../shared/methods/booking-view.ts';
import { type BookingJson, bookingJson } from '../store/booking-json.ts';
import type { ReadDatabase } from '../store/database.ts';
import type { Locators } from '../store/locators.ts';
import { type BookingRow, legsOf, partyOf } from '../store/tables/bookings-table.ts';
import { NO_SALE_RECORD, type PassengerRow, type SaleRecord, saleRecordOf, type TenderRow } from '../store/tables/sale-record.ts';

/** The view without party and legs, which are JSON already. */
function columnsView(row: BookingRow, locators: Locators, record: SaleRecord): Omit<BookingView, 'party' | 'legs'> {
  return {
    bookingId: row.id,
    locator: locators.of(row.id),
    state: row.state,
    desk: row.desk,
    user: row.user,
    version: row.version,
    sale: row.sold_at === null ? null : { at: row.sold_at, user: row.sold_by ?? '', desk: row.sold_desk ?? '' },
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    holdMs: row.hold_ms,
    extended: row.extended === 1,
    payingSince: row.paying_since,
    statuses: statusesOf(row),
    passengers: record.passengers.map(passengerView),
    contact: row.asked_by === null ? null : { phone: row.phone ?? '', email: row.email ?? '', askedBy: row.asked_by },
    currency: row.currency,
    total: row.total,
    tenders: record.tenders.map(tenderView),
    refunded: row.refunded,
  };
}

/** The status of each passenger on each leg: what the state of the booking gives, unless the row says otherwise. */
function statusesOf(row: BookingRow): BookingView['statuses'] {
  if (row.statuses !== null) return JSON.parse(row.statuses) as BookingView['statuses'];
  return legsOf(row).map(({ seats }) => seats.map(() => STATUS_CODES[row.state]));
}

const passengerView = (row: PassengerRow): BookingView['passengers'][number] => ({
  type: row.type,
  name: joinedName(row.host_surname, row.host_given, row.title),
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
  party: partyOf(row),
  legs: [...legsOf(row)],
});

/** The booking as screens show it while it has neither names nor tenders. */
export const holdView = (row: BookingRow, locators: Locators): BookingView => rowView(row, locators, NO_SALE_RECORD);

/** The booking, whole. */
export const fullView = async (db: ReadDatabase, row: BookingRow, locators: Locators): Promise<BookingView> =>
  rowView(row, locators, await saleRecordOf(db, row.id));

/** `holdView` as JSON. */
export const writtenHold = (row: BookingRow, locators: Locators): BookingJson => writtenBooking(row, locators, NO_SALE_RECORD);

/** `fullView` as JSON, from a sale record that is known already. A sale answers with what it has just written and reads nothing back. */
export const writtenBooking = (row: BookingRow, locators: Locators, record: SaleRecord): BookingJson =>
  bookingJson(row, columnsView(row, locators, record));
