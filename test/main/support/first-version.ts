import { SqliteDatabase, type SqliteOptions } from '../../../main/store/sqlite.ts';

/** Gives each system the role of a person. */
export const TO_FORTY_NINTH = `
  ALTER TABLE desks ADD COLUMN role TEXT;
  UPDATE desks SET role = CASE calls WHEN 'supervises' THEN 'supervisor' WHEN 'nothing' THEN 'reader' ELSE 'agent' END WHERE kind = 'system';
  ALTER TABLE desks DROP COLUMN calls;
  ALTER TABLE desks DROP COLUMN feeds;
  ALTER TABLE desks DROP COLUMN calls_per_second;
  DELETE FROM schema_version WHERE version > 49;`;

/** Counts wrong PINs of a user wherever they were typed. */
export const TO_FORTY_EIGHTH = `
  ${TO_FORTY_NINTH}
  DROP TABLE lock_outs;
  ALTER TABLE users ADD COLUMN failures INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE users ADD COLUMN locked_until INTEGER;
  DELETE FROM schema_version WHERE version > 48;`;

/** Knows no flash sales. */
export const TO_FORTY_SEVENTH = `
  ${TO_FORTY_EIGHTH}
  DROP TABLE flash_sales;
  DELETE FROM schema_version WHERE version > 47;`;

/** Knows desks by name alone, and has paired none. */
export const TO_FORTY_SIXTH = `
  ${TO_FORTY_SEVENTH}
  DROP TABLE desks;
  ALTER TABLE desk_names RENAME TO desks;
  DELETE FROM schema_version WHERE version > 46;`;

/** Knows no airport but those that ship. */
export const TO_FORTY_FIFTH = `
  ${TO_FORTY_SIXTH}
  DROP TABLE airport_changes;
  DELETE FROM schema_version WHERE version > 45;`;

/** Takes the codeshares away. */
export const TO_FORTY_FOURTH = `
  ${TO_FORTY_FIFTH}
  DROP TABLE staged_codeshares;
  DROP TABLE codeshares;
  DELETE FROM schema_version WHERE version > 44;`;

/** Knows of no change of the schedule by hand. */
export const TO_FORTY_THIRD = `
  ${TO_FORTY_FOURTH}
  DROP TABLE hand_changes;
  DELETE FROM schema_version WHERE version > 43;`;

/** Ties what a supervisor decided to the table of flights by a foreign key. */
export const TO_FORTY_SECOND = `
  ${TO_FORTY_THIRD}
  CREATE TABLE authorisations_before (
    id INTEGER NOT NULL PRIMARY KEY,
    flight_id INTEGER NOT NULL REFERENCES flights (id),
    cabin TEXT NOT NULL,
    seats_before INTEGER NOT NULL,
    seats_after INTEGER NOT NULL,
    author TEXT NOT NULL,
    reason TEXT NOT NULL,
    decided_at INTEGER NOT NULL,
    percent INTEGER
  ) STRICT;
  INSERT INTO authorisations_before SELECT * FROM authorisations;
  DROP TABLE authorisations;
  ALTER TABLE authorisations_before RENAME TO authorisations;
  CREATE INDEX authorisations_flight ON authorisations (flight_id, id);
  CREATE TABLE class_overrides_before (
    id INTEGER NOT NULL PRIMARY KEY,
    flight_id INTEGER REFERENCES flights (id),
    origin TEXT,
    destination TEXT,
    first_day INTEGER,
    last_day INTEGER,
    cabin TEXT NOT NULL,
    class_code TEXT NOT NULL,
    decision TEXT NOT NULL,
    author TEXT NOT NULL,
    reason TEXT NOT NULL,
    decided_at INTEGER NOT NULL
  ) STRICT;
  INSERT INTO class_overrides_before SELECT * FROM class_overrides;
  DROP TABLE class_overrides;
  ALTER TABLE class_overrides_before RENAME TO class_overrides;
  DROP INDEX staged_flights_repeated;
  DELETE FROM schema_version WHERE version > 42;`;

/** Takes away which numbers go on with the same aircraft. */
export const TO_FORTY_FIRST = `
  ${TO_FORTY_SECOND}
  DROP TABLE through_numbers;
  ALTER TABLE staged_flights DROP COLUMN operating_day;
  ALTER TABLE flights DROP COLUMN operating_day;
  DELETE FROM schema_version WHERE version > 41;`;

/** Knows of no flight that was changed under bookings, and of no way on. */
export const TO_FORTIETH = `
  ${TO_FORTY_FIRST}
  DROP TABLE changed_flights;
  DROP INDEX bookings_ways;
  ALTER TABLE bookings DROP COLUMN way_for;
  ALTER TABLE bookings DROP COLUMN way_replaces;
  DELETE FROM schema_version WHERE version > 40;`;

/** Takes the aircraft away. */
export const TO_THIRTY_NINTH = `
  ${TO_FORTIETH}
  DROP TABLE assignments;
  DROP TABLE aircraft;
  DELETE FROM schema_version WHERE version > 39;`;

/** Takes away the seat maps of the airline. */
export const TO_THIRTY_EIGHTH = `
  ${TO_THIRTY_NINTH}
  DROP TABLE kept_seat_maps;
  DROP TABLE seat_map_turns;
  DROP TABLE seat_maps;
  DELETE FROM schema_version WHERE version > 38;`;

/** Keeps the last move of each waiting party alone. */
export const TO_THIRTY_SEVENTH = `
  ${TO_THIRTY_EIGHTH}
  ALTER TABLE waitlist ADD COLUMN moved_at INTEGER;
  ALTER TABLE waitlist ADD COLUMN moved_by TEXT;
  UPDATE waitlist SET (moved_at, moved_by) = (SELECT at, user_name FROM waitlist_moves m WHERE m.entry_id = waitlist.id ORDER BY number DESC LIMIT 1);
  DROP TABLE waitlist_moves;
  DELETE FROM schema_version WHERE version > 37;`;

/** Finds payments that failed by when their holds were placed. */
export const TO_THIRTY_SIXTH = `
  ${TO_THIRTY_SEVENTH}
  DROP INDEX bookings_failed;
  ALTER TABLE bookings DROP COLUMN failed_at;
  CREATE INDEX bookings_failed ON bookings (created_at) WHERE state = 'PAYMENT_FAILED';
  DELETE FROM schema_version WHERE version > 36;`;

/** Puts the types that a shift counts into a list again. */
export const TO_THIRTY_FIFTH = `
  ${TO_THIRTY_SIXTH}
  DROP INDEX journal_shift;
  CREATE INDEX journal_shift ON journal (desk, event) WHERE (type IN ('payment.reversalDue', 'booking.saleUndone', 'booking.cancelUndone', 'booking.changeUndone', 'receipt.printed', 'cabin.authorised', 'class.overridden', 'waitlist.moved')
    OR instr(data, 'overrides":[') > 0);
  DELETE FROM schema_version WHERE version > 35;`;

/** Takes the decisions out of the index of what a shift counts. */
export const TO_THIRTY_FOURTH = `
  ${TO_THIRTY_FIFTH}
  DROP INDEX journal_shift;
  CREATE INDEX journal_shift ON journal (desk, event) WHERE type IN ('payment.reversalDue', 'booking.saleUndone', 'booking.cancelUndone', 'booking.changeUndone', 'receipt.printed', 'cabin.authorised',
    'class.overridden');
  DELETE FROM schema_version WHERE version > 34;`;

/** Takes away the percentages of authorised seats, and the index of all blocks of a flight. */
export const TO_THIRTY_THIRD = `
  ${TO_THIRTY_FOURTH}
  ALTER TABLE authorisations DROP COLUMN percent;
  DROP INDEX seat_blocks_flight;
  DELETE FROM schema_version WHERE version > 33;`;

/** Takes away the booking classes that parties wait for. */
export const TO_THIRTY_SECOND = `
  ${TO_THIRTY_THIRD}
  ALTER TABLE waitlist DROP COLUMN booking_class;
  DELETE FROM schema_version WHERE version > 32;`;

/** Takes away what was paid to passengers who were denied boarding. */
export const TO_THIRTY_FIRST = `
  ${TO_THIRTY_SECOND}
  DROP TABLE compensations;
  DELETE FROM schema_version WHERE version > 31;`;

/** Takes away the index of those who were sold above the seats. */
export const TO_THIRTIETH = `
  ${TO_THIRTY_FIRST}
  DROP INDEX claims_over;
  DELETE FROM schema_version WHERE version > 30;`;

/** Takes wallets and accounts away. */
export const TO_TWENTY_NINTH = `
  ${TO_THIRTIETH}
  DROP INDEX tenders_wallet;
  DROP INDEX tenders_account;
  ALTER TABLE tenders DROP COLUMN wallet;
  ALTER TABLE tenders DROP COLUMN account;
  ALTER TABLE refunds DROP COLUMN sent_as;
  DROP TABLE accounts;
  DROP TABLE account_payments;
  DELETE FROM schema_version WHERE version > 29;`;

/** Takes records of passengers away. */
export const TO_TWENTY_EIGHTH = `
  ${TO_TWENTY_NINTH}
  DROP TABLE customers;
  DROP TABLE customer_keys;
  DROP TABLE customer_bookings;
  DELETE FROM schema_version WHERE version > 28;`;

/** Takes the work on queues away. */
export const TO_TWENTY_SEVENTH = `
  ${TO_TWENTY_EIGHTH}
  DROP TABLE queue_work;
  DELETE FROM schema_version WHERE version > 27;`;

/** Takes denied boarding away. */
export const TO_TWENTY_SIXTH = `
  ${TO_TWENTY_SEVENTH}
  DROP TABLE denials;
  DROP TABLE oversale_letters;
  DELETE FROM schema_version WHERE version > 26;`;

/** Takes blocked seats away. */
export const TO_TWENTY_FIFTH = `
  ${TO_TWENTY_SIXTH}
  DROP TABLE seat_blocks;
  DELETE FROM schema_version WHERE version > 25;`;

/** Takes away who was asked to give a seat up. */
export const TO_TWENTY_FOURTH = `
  ${TO_TWENTY_FIFTH}
  DROP TABLE volunteers;
  DELETE FROM schema_version WHERE version > 24;`;

/** Takes time limits away. */
export const TO_TWENTY_THIRD = `
  ${TO_TWENTY_FOURTH}
  DROP INDEX bookings_pay_by;
  ALTER TABLE bookings DROP COLUMN pay_by;
  ALTER TABLE bookings DROP COLUMN at_limit;
  DELETE FROM schema_version WHERE version > 23;`;

/** Takes refund policies away: the tiers are a setting again. */
export const TO_TWENTY_SECOND = `
  ${TO_TWENTY_THIRD}
  INSERT INTO settings (key, value) SELECT 'refundTiers', (SELECT json_group_array(json_object('overHours', (t.value ->> '$.overMinutes') / 60,
    'percent', t.value ->> '$.percent')) FROM json_each(p.tiers) t) FROM refund_policies p WHERE name = 'standard' AND version = 1;
  DROP TABLE refund_policies;
  DELETE FROM schema_version WHERE version > 22;`;

/** Takes shifts away: tenders and refunds do not say where they were taken. */
export const TO_TWENTY_FIRST = `
  ${TO_TWENTY_SECOND}
  DROP TABLE shifts;
  DROP TABLE shift_moves;
  DROP TABLE shift_counts;
  DROP TABLE shift_closes;
  DROP INDEX journal_shift;
  DROP INDEX tenders_desk;
  DROP INDEX refunds_desk;
  ALTER TABLE tenders DROP COLUMN event;
  ALTER TABLE tenders DROP COLUMN at;
  ALTER TABLE tenders DROP COLUMN desk;
  ALTER TABLE tenders DROP COLUMN user_name;
  ALTER TABLE tenders DROP COLUMN document;
  ALTER TABLE refunds DROP COLUMN event;
  ALTER TABLE refunds DROP COLUMN desk;
  ALTER TABLE refunds DROP COLUMN user_name;
  DELETE FROM schema_version WHERE version > 21;`;

/** Takes messages away. */
export const TO_TWENTIETH = `
  ${TO_TWENTY_FIRST}
  DROP TABLE messages;
  DROP TABLE message_tries;
  DROP TABLE message_wishes;
  DELETE FROM schema_version WHERE version > 20;`;

/** Takes the waitlist away. */
export const TO_NINETEENTH = `
  ${TO_TWENTIETH}
  DROP TABLE waitlist;
  DROP TABLE waitlist_flights;
  DELETE FROM schema_version WHERE version > 19;`;

/** Takes away that sold bookings change: money goes back once, and a payment says how much. */
export const TO_EIGHTEENTH = `
  ${TO_NINETEENTH}
  ALTER TABLE payments ADD COLUMN refund INTEGER NOT NULL DEFAULT 0;
  UPDATE payments SET refund = coalesce((SELECT sum(amount) FROM refunds r WHERE r.reference = payments.reference), 0),
    state = CASE coalesce((SELECT max(state) FROM refunds r WHERE r.reference = payments.reference), '') WHEN 'DUE' THEN 'REFUND_DUE' WHEN 'DONE' THEN 'REFUNDED' ELSE state END;
  UPDATE jobs SET subject = (SELECT reference FROM refunds WHERE called = subject) WHERE kind = 'refund';
  CREATE INDEX payments_refund_due ON payments (at, reference) WHERE state = 'REFUND_DUE';
  DROP TABLE refunds;
  ALTER TABLE bookings DROP COLUMN fees;
  ALTER TABLE booking_versions DROP COLUMN passengers;
  ALTER TABLE booking_versions DROP COLUMN total;
  ALTER TABLE booking_versions DROP COLUMN tenders;
  DELETE FROM schema_version WHERE version > 18;`;

/** Takes policies away: each flight has a strategy of its own again. */
export const TO_TWELFTH = `
  ${TO_EIGHTEENTH}
  DROP TABLE promotions;
  DROP TABLE promotion_uses;
  DROP TABLE policy_receipts;
  DROP TABLE policy_scores;
  DROP TABLE override_scores;
  DELETE FROM meta WHERE key = 'scored_to';
  DROP TABLE class_overrides;
  DROP TABLE authorisations;
  ALTER TABLE flights DROP COLUMN competitor_read_at;
  ALTER TABLE flights DROP COLUMN competitor_fare;
  ALTER TABLE staged_flights DROP COLUMN competitor_fare;
  ALTER TABLE staged_flights DROP COLUMN competitor_read_at;
  ALTER TABLE flights ADD COLUMN strategy TEXT NOT NULL DEFAULT 'demand';
  UPDATE flights SET strategy = 'fixed' WHERE id IN (SELECT flight_id FROM policies WHERE rules LIKE '%amountBase%');
  DROP TABLE policies;
  DROP INDEX flights_route;
  CREATE INDEX flights_route ON flights (origin, destination, departs_at, arrives_at, base_fare, strategy) WHERE cancelled = 0;
  DELETE FROM schema_version WHERE version > 12;`;

/**
 * Makes a store what the second version of Aisle would have left: bookings that cannot change, seats that do not know their passenger,
 * refund quotes, no jobs and no register of vouchers. What was sold, and by whom, stands in the journal as it did then.
 */
const TO_SECOND = `
  ${TO_TWELFTH}
  DROP TABLE desks;
  DROP TABLE hold_drafts;
  DROP TABLE unheard_sales;
  DROP INDEX bookings_failed;
  DROP INDEX bookings_sold;
  DROP INDEX payments_taken;
  DROP INDEX payments_booking;
  ALTER TABLE bookings DROP COLUMN tender_failed_at;
  ALTER TABLE bookings DROP COLUMN expires_unpaid;
  DROP INDEX flights_departures;
  CREATE INDEX flights_departures ON flights (origin, departs_at) WHERE cancelled = 0;
  DROP INDEX flights_repeated;
  DROP INDEX flights_key;
  ALTER TABLE flights DROP COLUMN day_shift;
  ALTER TABLE flights DROP COLUMN departure;
  CREATE UNIQUE INDEX flights_key ON flights (carrier, number, suffix, origin, service_day);
  DROP TABLE staged_flights;
  CREATE TABLE staged_flights (import_id TEXT NOT NULL, carrier TEXT NOT NULL, number INTEGER NOT NULL, suffix TEXT NOT NULL, origin TEXT NOT NULL,
    destination TEXT NOT NULL, service_day INTEGER NOT NULL, departs_at INTEGER NOT NULL, arrives_at INTEGER NOT NULL, equipment TEXT NOT NULL,
    seat_map TEXT NOT NULL, base_fare INTEGER NOT NULL, currency TEXT NOT NULL,
    PRIMARY KEY (import_id, carrier, number, suffix, origin, service_day)) STRICT, WITHOUT ROWID;
  DROP TABLE find_keys;
  CREATE INDEX booking_passengers_name ON booking_passengers (host_surname, host_given, booking_id);
  CREATE TABLE refund_quotes (id INTEGER NOT NULL PRIMARY KEY, booking_id INTEGER NOT NULL, number INTEGER NOT NULL, quote TEXT NOT NULL,
    valid_until INTEGER NOT NULL) STRICT;
  CREATE UNIQUE INDEX refund_quotes_booking ON refund_quotes (booking_id, number);
  INSERT INTO refund_quotes SELECT id, booking_id, number,
    json_patch(json_object('quoteId', id),
      json_set(json_remove(offer, '$.offerId', '$.kind', '$.bookingVersion', '$.total'), '$.refund', total)), valid_until FROM offers;
  UPDATE replies SET reply = '{"ok":true,"value":' || (SELECT quote FROM refund_quotes WHERE id = reply ->> '$.value.offerId') || '}'
    WHERE booking_id IS NULL AND reply ->> '$.value.offerId' IS NOT NULL;
  DROP TABLE offers;
  DROP TABLE booking_versions;
  ALTER TABLE replies DROP COLUMN booking_version;
  ALTER TABLE claims DROP COLUMN passenger;
  ALTER TABLE claims DROP COLUMN segment;
  ALTER TABLE claims DROP COLUMN kind;
  ALTER TABLE claims RENAME COLUMN owner TO booking_id;
  UPDATE bookings SET user_name = coalesce(sold_by, user_name), expires_at = coalesce(expires_at, created_at + hold_ms),
    party = (SELECT json_group_array(json_remove(value, '$.passenger')) FROM json_each(party)),
    legs = (SELECT json_group_array(json_remove(value, '$.segment')) FROM json_each(legs));
  ALTER TABLE booking_passengers DROP COLUMN unaccompanied;
  ALTER TABLE bookings DROP COLUMN minors_by;
  ALTER TABLE bookings DROP COLUMN statuses;
  ALTER TABLE bookings DROP COLUMN sold_desk;
  ALTER TABLE bookings DROP COLUMN sold_by;
  ALTER TABLE bookings DROP COLUMN sold_at;
  ALTER TABLE bookings DROP COLUMN version;
  DROP TABLE jobs;
  DROP TABLE job_tries;
  DROP INDEX payments_reversal_due;
  DROP INDEX tenders_voucher;
  DROP INDEX tenders_approval_code;
  ALTER TABLE tenders DROP COLUMN refund_voucher;
  DROP TABLE vouchers;
  CREATE UNIQUE INDEX tenders_voucher ON tenders (voucher) WHERE voucher IS NOT NULL;
  DELETE FROM schema_version WHERE version > 2;`;

/** Replies were kept whole. */
const TO_FIRST = `
  UPDATE replies SET reply = reply || (SELECT ',"party":' || party || ',"legs":' || legs || '}}' FROM bookings WHERE id = replies.booking_id)
    WHERE booking_id IS NOT NULL;
  ALTER TABLE replies DROP COLUMN booking_id;
  DELETE FROM schema_version WHERE version > 1;`;

/** Takes a closed store back to an earlier version. In one transaction: by itself each of the statements is synced to the disk, and a test waits for some three hundred of them. */
export async function makeOlder(file: string, script: string, options: Pick<SqliteOptions, 'single'> = {}): Promise<void> {
  const db = new SqliteDatabase({ file, ...options });
  await db.script(`BEGIN IMMEDIATE; ${script} COMMIT;`);
  db.close();
}

export const toSecondVersion = (file: string, options: Pick<SqliteOptions, 'single'> = {}): Promise<void> =>
  makeOlder(file, TO_SECOND, options);

export async function toFirstVersion(file: string, options: Pick<SqliteOptions, 'single'> = {}): Promise<void> {
  await toSecondVersion(file, options);
  await makeOlder(file, TO_FIRST, options);
}
