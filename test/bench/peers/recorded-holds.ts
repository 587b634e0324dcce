import Sqlite from 'better-sqlite3';

/** A hold as Aisle wrote it, for a peer to write too. */
export interface RecordedHold {
  readonly flight_id: number;
  readonly seat: string;
  readonly desk: string;
  readonly user_name: string;
  readonly created_at: number;
  readonly expires_at: number;
  readonly hold_ms: number;
  readonly party: string;
  readonly legs: string;
  readonly total: number;
  readonly request_id: string;
  readonly body_hash: string;
  readonly reply: string;
  readonly data: string;
  readonly hash: string;
}

/** Every hold of a store that `peer-<turn>` asked for, in the order of the turns, which is that of the booking numbers. */
export function recordedHolds(file: string): RecordedHold[] {
  const db = new Sqlite(file, { readonly: true });
  const holds = db
    .prepare(
      `SELECT c.flight_id, c.seat, b.desk, b.user_name, b.created_at, b.expires_at, b.hold_ms, b.party, b.legs, b.total,
        r.request_id, r.body_hash, r.reply, j.data, j.hash
       FROM bookings b JOIN claims c ON c.owner = b.id JOIN replies r ON r.request_id = 'bench-peer-' || (b.id - 1)
       JOIN journal j ON j.booking_id = b.id AND j.type = 'hold.placed' ORDER BY b.id`,
    )
    .all() as RecordedHold[];
  db.close();
  return holds;
}
