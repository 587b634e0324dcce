/** The tables that a hold writes, as a PostgreSQL design would have them: the same columns, keys and indexes as Aisle's. */
export const PEER_SCHEMA = `
CREATE TABLE flights (id bigint PRIMARY KEY, carrier text NOT NULL, number int NOT NULL, departs_at bigint NOT NULL, base_fare int NOT NULL,
  currency text NOT NULL, strategy text NOT NULL, seat_map text NOT NULL, cancelled int NOT NULL);
CREATE TABLE claims (flight_id bigint, seat text, booking_id bigint NOT NULL, PRIMARY KEY (flight_id, seat));
CREATE TABLE cabin_counters (flight_id bigint, cabin text, authorised int NOT NULL, held int NOT NULL, sold int NOT NULL, PRIMARY KEY (flight_id, cabin))
  WITH (fillfactor = 50);
CREATE SEQUENCE booking_numbers;
CREATE TABLE bookings (id bigint PRIMARY KEY, state text NOT NULL, desk text NOT NULL, user_name text NOT NULL, created_at bigint NOT NULL,
  expires_at bigint, hold_ms int NOT NULL, party text NOT NULL, legs text NOT NULL, currency text NOT NULL, total int NOT NULL);
CREATE INDEX bookings_due ON bookings (expires_at) WHERE state = 'HOLD';
CREATE TABLE replies (request_id text PRIMARY KEY, body_hash text NOT NULL, reply text NOT NULL, at bigint NOT NULL);
CREATE TABLE journal (event bigserial PRIMARY KEY, at bigint NOT NULL, type text NOT NULL, booking_id bigint, user_name text NOT NULL,
  desk text NOT NULL, data text NOT NULL, hash text NOT NULL);
CREATE INDEX journal_booking ON journal (booking_id, event) WHERE booking_id IS NOT NULL;
INSERT INTO flights SELECT n, 'B6', n, 4000000000000, 10000, 'USD', 'demand', 'a320', 0 FROM generate_series(1, 1000) AS n;

CREATE FUNCTION place_hold(asked_flight bigint, asked_seat text, asked_desk text, asked_user text, asked_at bigint, until bigint, ms int,
  party_text text, legs_text text, price int, request text, body text, reply_text text, data_text text, link text) RETURNS bigint
LANGUAGE plpgsql AS $$
DECLARE booking bigint;
BEGIN
  PERFORM 1 FROM flights WHERE id = asked_flight AND cancelled = 0 AND departs_at > asked_at;
  IF NOT FOUND THEN RAISE EXCEPTION 'no such flight'; END IF;
  INSERT INTO claims VALUES (asked_flight, asked_seat, nextval('booking_numbers')) ON CONFLICT DO NOTHING RETURNING booking_id INTO booking;
  IF booking IS NULL THEN RAISE EXCEPTION 'seat taken'; END IF;
  INSERT INTO cabin_counters VALUES (asked_flight, 'Y', 178, 1, 0) ON CONFLICT (flight_id, cabin) DO UPDATE SET held = cabin_counters.held + 1
    WHERE cabin_counters.held + cabin_counters.sold + 1 <= cabin_counters.authorised;
  IF NOT FOUND THEN RAISE EXCEPTION 'cabin full'; END IF;
  INSERT INTO bookings VALUES (booking, 'HOLD', asked_desk, asked_user, asked_at, until, ms, party_text, legs_text, 'USD', price);
  INSERT INTO replies VALUES (request, body, reply_text, asked_at);
  INSERT INTO journal (at, type, booking_id, user_name, desk, data, hash)
    VALUES (asked_at, 'hold.placed', booking, asked_user, asked_desk, data_text, link);
  RETURN booking;
END $$;`;

export const FORGET = 'TRUNCATE claims, cabin_counters, bookings, replies, journal; ALTER SEQUENCE booking_numbers RESTART';
