import Sqlite from 'better-sqlite3';
import { makeStore } from './bench-desk.ts';

/**
 * How many holds a second bare better-sqlite3 writes on this machine: the same rows, of the same sizes, in batches of the
 * same size, with the same durability, and nothing else around them.
 */
export async function rawHoldsPerSecond(holds: number, batch: number): Promise<number> {
  const store = await makeStore(1 + Math.ceil(holds / 100));
  const db = new Sqlite(store.file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  const booking = db.prepare(
    "INSERT INTO bookings (id, state, desk, user_name, created_at, expires_at, hold_ms, party, legs, currency, total) VALUES (?, 'HOLD', 'T1-04', 'ruiz', ?, ?, 300000, ?, ?, 'USD', 10000)",
  );
  const claim = db.prepare('INSERT INTO claims (flight_id, seat, booking_id) VALUES (?, ?, ?)');
  const counter = db.prepare(
    "INSERT INTO cabin_counters (flight_id, cabin, authorised, held, sold) VALUES (?, 'Y', 178, 1, 0) ON CONFLICT (flight_id, cabin) DO UPDATE SET held = held + 1",
  );
  const reply = db.prepare('INSERT INTO replies (request_id, body_hash, reply, at) VALUES (?, ?, ?, ?)');
  const event = db.prepare(
    "INSERT INTO journal (event, at, type, booking_id, user_name, desk, data, hash) VALUES (?, ?, 'hold.placed', ?, 'ruiz', 'T1-04', ?, ?)",
  );
  const [party, legs, data, text, hash] = [60, 430, 300, 900, 43].map((length) => 'x'.repeat(length));
  const from = performance.now();
  const at = Date.now();
  for (let done = 0; done < holds; ) {
    db.exec('BEGIN IMMEDIATE');
    for (let n = 0; n < batch && done < holds; n++, done++) {
      const id = done + 1;
      booking.run(id, at, at + 300_000, party, legs);
      claim.run(1 + Math.floor(done / 100), `${1 + Math.floor((done % 100) / 6)}${'ABCDEF'[done % 6]}${Math.floor((done % 100) / 6)}`, id);
      counter.run(1 + Math.floor(done / 100));
      reply.run(`raw-${id.toString().padStart(9, '0')}`, hash, text, at);
      event.run(id, at, id, data, hash);
    }
    db.exec('COMMIT');
  }
  const perSecond = (holds * 1_000) / (performance.now() - from);
  db.close();
  store.remove();
  return perSecond;
}
