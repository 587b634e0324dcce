import { type BookingView, STATUS_CODES } from '../../shared/methods/booking-view.ts';
import { type BookingJson, bookingJson } from '../store/booking-json.ts';
import type { ReadDatabase } from '../store/database.ts';
import type { Locators } from '../store/locators.ts';
import { type BookingRow, legsOf, partyOf } from '../store/tables/bookings-table.ts';
import { draftOf } from '../store/tables/drafts-table.ts';
import { type PaymentRow, takenPayments } from '../store/tables/payments-table.ts';
import { NO_SALE_RECORD, type SaleRecord, saleRecordOf } from '../store/tables/sale-record.ts';
import type { PassengerRow, TenderRow } from '../store/tables/sale-rows.ts';
import { listedName } from './listed-name.ts';

/** The view without party and legs, which are JSON already. */
function columnsView(
  row: BookingRow,
  locators: Locators,
  record: SaleRecord,
  draft: BookingView['draft'],
): Omit<BookingView, 'party' | 'legs'> {
  return {
    bookingId: row.id,
    locator: locators.of(row.id),
    state: row.state,
    desk: row.desk,
    user: row.user,
    version: row.version,
    sale: row.sold_at === null ? null : { at: row.sold_at, user: row.sold_by ?? '', desk: row.sold_desk ?? '' },
    ...(row.minors_by === null ? {} : { minorsBy: row.minors_by }),
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    ...(row.pay_by === null ? {} : { payBy: { at: row.pay_by, atLimit: row.at_limit ?? 'cancel' } }),
    holdMs: row.hold_ms,
    extended: row.extended === 1,
    payingSince: row.paying_since,
    tenderFailedAt: row.tender_failed_at,
    statuses: statusesOf(row),
    passengers: record.passengers.map(passengerView),
    contact: row.asked_by === null ? null : { phone: row.phone ?? '', email: row.email ?? '', askedBy: row.asked_by },
    currency: row.currency,
    total: row.total,
    tenders: record.tenders.map(tenderView),
    refunded: row.refunded,
    fees: row.fees,
    draft,
  };
}

/** The status of each passenger on each leg: what the state of the booking gives, unless the row says otherwise. */
function statusesOf(row: BookingRow): BookingView['statuses'] {
  if (row.statuses !== null) return JSON.parse(row.statuses) as BookingView['statuses'];
  return legsOf(row).map(({ seats }) => seats.map(() => STATUS_CODES[row.state]));
}

const passengerView = (row: PassengerRow): BookingView['passengers'][number] => ({
  type: row.type,
  name: listedName(row),
  surname: row.surname,
  given: row.given,
  title: row.title,
  birthDate: row.birth_date,
  with: row.carried_by,
  ...(row.unaccompanied === 1 ? { unaccompanied: true } : {}),
});

const tenderView = (row: TenderRow): BookingView['tenders'][number] => ({
  kind: row.kind,
  amount: row.amount,
  given: row.given,
  approvalCode: row.approval_code,
  voucher: row.voucher,
  charge: row.reference,
  ...(row.wallet === null ? {} : { wallet: row.wallet }),
  ...(row.account === null ? {} : { account: row.account }),
  refunded: row.refunded,
  refundVoucher: row.refund_voucher,
});

/** A charge that stands taken, as a tender of its hold. */
const takenTender = ({ amount, approval_code, reference, at }: PaymentRow, place: number): TenderRow => ({
  ...{ place, kind: 'card', amount, approval_code, reference },
  ...{ given: null, voucher: null, wallet: null, account: null, refunded: 0, refund_voucher: null },
  // It belongs to no shift before it is part of a sale.
  ...{ event: 0, at, desk: '', user: '', document: 'sale' },
});

/** What a hold has instead of names and tenders of a sale: charges that stand taken. Without a tender that failed it has none. */
const heldRecord = async (db: ReadDatabase, row: BookingRow): Promise<SaleRecord> =>
  row.state !== 'HOLD' || row.tender_failed_at === null
    ? NO_SALE_RECORD
    : { passengers: [], tenders: (await takenPayments(db, row.id)).map(takenTender) };

const isSold = ({ sold_at }: BookingRow): boolean => sold_at !== null;

/** The hold or booking, whole, with its draft while it is not sold. */
export async function fullView(db: ReadDatabase, row: BookingRow, locators: Locators): Promise<BookingView> {
  const record = isSold(row) ? await saleRecordOf(db, row.id) : await heldRecord(db, row);
  const draft = isSold(row) ? null : await draftOf(db, row.id);
  return { ...columnsView(row, locators, record, draft), party: partyOf(row), legs: [...legsOf(row)] };
}

/** The view of a hold that was just placed, as JSON. */
export const newHold = (row: BookingRow, locators: Locators): BookingJson => writtenBooking(row, locators, NO_SALE_RECORD);

/** The view of a hold as JSON, as commands answer with it: without its draft. */
export const writtenHold = async (db: ReadDatabase, row: BookingRow, locators: Locators): Promise<BookingJson> =>
  writtenBooking(row, locators, await heldRecord(db, row));

/** The view of a sold booking as JSON, from a sale record that is known already. A sale answers with what it has just written and reads nothing back. */
export const writtenBooking = (row: BookingRow, locators: Locators, record: SaleRecord): BookingJson =>
  bookingJson(row, columnsView(row, locators, record, null));
