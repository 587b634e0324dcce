import type { ReadDatabase } from '../../main/store/database.ts';
import type { SqliteDatabase } from '../../main/store/sqlite.ts';
import type { Model } from './model/model.ts';

const VOLUNTEERS = `SELECT id, flight_id AS flightId, cabin, booking_id AS bookingId, passenger, seat, state, amount, way_id AS wayId, late_ms AS lateMs,
  asked_at AS askedAt, answered_at AS answeredAt, rebooked FROM volunteers ORDER BY id`;
const DENIALS = `SELECT d.id, d.flight_id AS flightId, d.cabin, d.booking_id AS bookingId, d.passenger, d.way_id AS wayId, d.late_ms AS lateMs, d.fare,
  d.percent, d.owed, d.owed_currency AS currency, d.rebooked, d.denied_at AS at, c.kind, c.at AS paidAt, c.desk FROM denials d
  LEFT JOIN compensations c ON c.denial_id = d.id ORDER BY d.id`;
const LETTERS = `SELECT kind || ' ' || subject_id AS letter, printed_at AS at FROM oversale_letters ORDER BY 1`;

/** Who was asked to give a seat up, who was denied boarding and was paid for it, and the letters that were printed: name, what the model has, what the store has. */
export function deniedStandings({ oversale }: Model, db: ReadDatabase): (readonly [what: string, expected: unknown, actual: unknown])[] {
  const all = (sql: string): object[] => (db as SqliteDatabase).query<object>(sql).all() as object[];
  const denied = oversale.denials.map(({ paid, ...denial }) => ({
    ...denial,
    ...{ kind: paid?.kind ?? null, paidAt: paid?.at ?? null, desk: paid?.desk ?? null },
  }));
  const letters = [...oversale.letters].map(([letter, at]) => ({ letter, at })).sort((a, b) => (a.letter < b.letter ? -1 : 1));
  return [
    ['volunteers', oversale.volunteers, all(VOLUNTEERS)],
    ['denied', denied, all(DENIALS)],
    ['letters', letters, all(LETTERS)],
  ];
}
