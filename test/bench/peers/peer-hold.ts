import pg from 'pg';
import { createClient } from 'redis';
import type { RecordedHold } from './recorded-holds.ts';

/** `statements`: prepared ones, one after the other. `function`: all of it in one round trip. */
export type PeerStyle = 'statements' | 'function';
type PlaceHold = (hold: RecordedHold) => Promise<void>;

export interface PeerClient {
  readonly place: PlaceHold;
  close(): Promise<void>;
}

/** One connection that places holds in PostgreSQL. */
export async function postgresClient(folder: string, style: PeerStyle): Promise<PeerClient> {
  const client = new pg.Client({ host: folder, user: 'postgres', database: 'postgres' });
  // What breaks a connection is told to whoever waits for an answer on it.
  client.on('error', () => {});
  await client.connect();
  const run = async (name: string, text: string, values: readonly unknown[]) => {
    const { rowCount, rows } = await client.query({ name, text, values: [...values] });
    if (rowCount !== 1) throw new Error(`${name} changed ${rowCount} rows`);
    return rows[0] as Record<string, string>;
  };
  const byStatements: PlaceHold = async (hold) => {
    await client.query('BEGIN');
    await run('flight', 'SELECT base_fare, strategy, departs_at FROM flights WHERE id = $1 AND cancelled = 0', [hold.flight_id]);
    const { booking_id } = await run(
      'claim',
      "INSERT INTO claims VALUES ($1, $2, nextval('booking_numbers')) ON CONFLICT DO NOTHING RETURNING booking_id",
      [hold.flight_id, hold.seat],
    );
    await run(
      'counter',
      `INSERT INTO cabin_counters VALUES ($1, 'Y', 178, 1, 0) ON CONFLICT (flight_id, cabin) DO UPDATE SET held = cabin_counters.held + 1
       WHERE cabin_counters.held + cabin_counters.sold + 1 <= cabin_counters.authorised RETURNING authorised, held, sold`,
      [hold.flight_id],
    );
    const { desk, user_name, created_at } = hold;
    const what = [hold.expires_at, hold.hold_ms, hold.party, hold.legs, hold.total];
    await run('booking', "INSERT INTO bookings VALUES ($1, 'HOLD', $2, $3, $4, $5, $6, $7, $8, 'USD', $9)", [
      booking_id,
      desk,
      user_name,
      created_at,
      ...what,
    ]);
    await run('reply', 'INSERT INTO replies VALUES ($1, $2, $3, $4)', [hold.request_id, hold.body_hash, hold.reply, created_at]);
    const entry = "INSERT INTO journal (at, type, booking_id, user_name, desk, data, hash) VALUES ($1, 'hold.placed', $2, $3, $4, $5, $6)";
    await run('entry', entry, [created_at, booking_id, user_name, desk, hold.data, hold.hash]);
    await client.query('COMMIT');
  };
  const byFunction: PlaceHold = async (hold) => {
    const { flight_id, seat, desk, user_name, created_at, expires_at, hold_ms, party, legs, total } = hold;
    const asked = [flight_id, seat, desk, user_name, created_at, expires_at, hold_ms, party, legs, total];
    const kept = [hold.request_id, hold.body_hash, hold.reply, hold.data, hold.hash];
    await run('place', 'SELECT place_hold($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)', [...asked, ...kept]);
  };
  return { place: style === 'function' ? byFunction : byStatements, close: () => client.end() };
}

const LOCK_MS = 300_000;
/** Gives a lock up only when it is still one's own. */
const RELEASE = "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0";

/** The same behind the usual lock: the seat is locked in Redis, then sold in PostgreSQL, then unlocked. */
export async function lockedClient(socket: string, inside: PeerClient): Promise<PeerClient> {
  const redis = createClient({ socket: { path: socket, tls: false } });
  redis.on('error', () => {});
  await redis.connect();
  const release = await redis.scriptLoad(RELEASE);
  return {
    async place(hold) {
      const key = `seat:${hold.flight_id}:${hold.seat}`;
      const locked = await redis.set(key, hold.request_id, { condition: 'NX', expiration: { type: 'PX', value: LOCK_MS } });
      if (locked !== 'OK') throw new Error(`${key} is locked`);
      await inside.place(hold);
      if ((await redis.evalSha(release, { keys: [key], arguments: [hold.request_id] })) !== 1) throw new Error(`${key} was not unlocked`);
    },
    async close() {
      await redis.close();
      await inside.close();
    },
  };
}
