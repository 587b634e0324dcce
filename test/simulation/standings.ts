import type { ReadDatabase } from '../../main/store/database.ts';
import type { SqliteDatabase } from '../../main/store/sqlite.ts';
import { deniedStandings } from './denied-standings.ts';
import type { Model } from './model/model.ts';
import { stationStandings } from './station-standings.ts';

const NAMES = `SELECT booking_id AS bookingId, type, surname, given, birth_date AS birthDate, carried_by AS "with" FROM booking_passengers
  ORDER BY booking_id, place`;
const VERSIONS =
  'SELECT booking_id AS bookingId, last_version AS version, party, legs, passengers, total FROM booking_versions ORDER BY booking_id, last_version';

const ACCOUNTS = 'SELECT id, code, currency, credit_limit AS "limit", balance, open FROM accounts ORDER BY id';
const BY_HAND = `SELECT r.id, r.booking_id AS bookingId, r.amount, r.at, r.state FROM refunds r WHERE r.called IS NULL AND r.state IS NOT NULL ORDER BY r.id`;
const TENDERS = `SELECT booking_id AS bookingId, kind, amount, voucher, wallet, account, refunded, reference, approval_code AS code FROM tenders
  ORDER BY booking_id, place`;
const CLOSES = 'SELECT shift_id AS id, desk, z FROM shift_closes ORDER BY shift_id';

const WAITS = `SELECT id, state, priority, hold_id AS hold, offered_at AS offeredAt, answered_at AS answeredAt, coalesce(ended_why, '') AS why,
  cabin, booking_class AS bookingClass, fare_limit AS fareLimit, desk, phone, joined_at AS joinedAt FROM waitlist ORDER BY id`;

const MESSAGES =
  'SELECT id, event, booking_id AS bookingId, version, kind, channel, language, state, tries, not_before AS notBefore FROM messages';
const CUSTOMERS = `SELECT id, surname, given, phone, email, birth_date AS birthDate, version, erased_at AS erasedAt FROM customers ORDER BY id`;
const LINKED = 'SELECT customer_id AS customerId, booking_id AS bookingId FROM customer_bookings ORDER BY 1, 2';
const WORKED = `SELECT queue || ' ' || subject AS key, since, desk, opened_at AS openedAt, open_until AS openUntil, later_at AS laterAt, for_desk AS forDesk,
  done_at AS doneAt, done_desk AS doneDesk, remark FROM queue_work ORDER BY 1`;
const WAYS = 'SELECT id AS hold, way_for AS "of", way_replaces AS replaces FROM bookings WHERE way_for IS NOT NULL ORDER BY id';
const WISHES = 'SELECT booking_id AS bookingId, language, opted_out AS optedOut FROM message_wishes ORDER BY booking_id';

const BLOCKS = `SELECT id, flight_id AS flightId, seat, cabin, code, desk, blocked_at AS at, until_at AS until, from_stock AS fromStock, ended_why AS ended
  FROM seat_blocks ORDER BY id`;

const HAND_CHANGES = `SELECT number, kind, carrier, flight_number AS flightNumber, from_day AS fromDay, to_day AS toDay, reason, changed_at AS at,
  user_name AS user, desk FROM hand_changes ORDER BY number`;

/** What is compared: its name, what the model has, and what the store has. */
type Compared = readonly [what: string, expected: unknown, actual: unknown];

/** The names on each sold booking, what stood before each change, accounts, refunds to wallets, who waits for seats, which are blocked, and the Z of each shift. */
export function standings(model: Model, db: ReadDatabase): readonly Compared[] {
  const all = <Row>(sql: string): Row[] => (db as SqliteDatabase).query<Row>(sql).all() as Row[];
  const sold = [...model.bookings.keys()].flatMap((bookingId) =>
    (model.names.get(bookingId) ?? []).map((name) => ({ bookingId, ...name })),
  );
  const kept = all<{ party: string; legs: string; passengers: string }>(VERSIONS).map(({ party, legs, passengers, ...row }) => ({
    ...row,
    ...{ party: JSON.parse(party), legs: JSON.parse(legs), passengers: JSON.parse(passengers) },
  }));
  const inOrder = model.versions.toSorted((a, b) => a.bookingId - b.bookingId || a.version - b.version);
  const before = inOrder.map(({ names, tenders: _, ...version }) => ({ ...version, passengers: names.map(({ given }) => ({ given })) }));
  // The tenders of a hold are charges that stand taken: no tender is written down before the sale.
  const owed = [...model.bookings.values()].flatMap(({ bookingId, state, tenders }) =>
    (state === 'HOLD' ? [] : tenders).map(({ charge, approvalCode, ...tender }) => ({
      bookingId,
      ...tender,
      reference: charge,
      code: approvalCode,
    })),
  );
  const links = [...model.customers.sold].flatMap(([customerId, ids]) => [...ids].map((bookingId) => ({ customerId, bookingId })));
  const linked = links.sort((a, b) => a.customerId - b.customerId || a.bookingId - b.bookingId);
  const worked = [...model.queues.work].map(([key, work]) => ({ key, ...work })).sort((a, b) => (a.key < b.key ? -1 : 1));
  const wished = [...model.wishes]
    .sort(([a], [b]) => a - b)
    .map(([bookingId, { language, optedOut }]) => ({ bookingId, language, optedOut: Number(optedOut) }));
  return [
    ['tenders', owed, all<object>(TENDERS)],
    ['names', sold, all<object>(NAMES)],
    ['versions', before, kept],
    ['accounts', model.accounts.map((account) => ({ ...account, open: account.open ? 1 : 0 })), all<object>(ACCOUNTS)],
    ['refunds by hand', model.byHand, all<object>(BY_HAND)],
    ['waitlist', model.waits.map(({ flights: _flights, party: _party, leavesAt: _leaves, ...entry }) => entry), all<object>(WAITS)],
    ['blocks', model.blocks.map((block) => ({ ...block, fromStock: block.fromStock ? 1 : 0 })), all<object>(BLOCKS)],
    ['messages', model.messages, all<object>(`${MESSAGES} ORDER BY id`)],
    ['customers', model.customers.all, all<object>(CUSTOMERS)],
    ['sold with', linked, all<object>(LINKED)],
    ['queues', worked, all<object>(WORKED)],
    ['wishes', wished, all<object>(WISHES)],
    ['ways on', [...model.ways].map(([hold, { of, replaces }]) => ({ hold, of, replaces: JSON.stringify(replaces) })), all<object>(WAYS)],
    ['changes by hand', model.hand.changes, all<object>(HAND_CHANGES)],
    ...deniedStandings(model, db),
    ...stationStandings(model, db),
    ['closes', model.shifts.flatMap(({ id, desk, z }) => (z === null ? [] : [{ id, desk, z }])), all<object>(CLOSES)],
  ];
}
