import type { ReadDatabase } from '../../main/store/database.ts';
import type { SqliteDatabase } from '../../main/store/sqlite.ts';
import type { Cabin } from '../../shared/seat-map.ts';
import { Failure } from './failure.ts';
import type { SeenEvent } from './store-checks.ts';
import { SEATS } from './world.ts';

/** Cabins in which somebody has no seat. The claim of a passenger without one is named for the cabin. */
const OVERSOLD = `SELECT DISTINCT c.flight_id AS flight, substr(c.seat, 2, 1) AS cabin, f.seat_map AS map, f.cancelled, f.departs_at AS departs
  FROM claims c JOIN flights f ON f.id = c.flight_id WHERE c.kind = 'over'`;
const CLAIMS = `SELECT c.seat, c.kind, c.owner, b.expires_at AS ends FROM claims c LEFT JOIN bookings b ON b.id = c.owner WHERE c.flight_id = ?`;
const TAKEN = 'SELECT held + sold AS taken FROM cabin_counters WHERE flight_id = ? AND cabin = ?';

interface Oversold {
  readonly flight: number;
  readonly cabin: Cabin;
  readonly map: string;
  readonly cancelled: number;
  readonly departs: number;
}

interface Claim {
  readonly seat: string;
  readonly kind: string;
  readonly owner: number;
  readonly ends: number | null;
}

/** With what seats come free, or a cabin gets more of them. */
const FREES: ReadonlySet<string> = new Set([
  ...['hold.expired', 'hold.released', 'payment.failed', 'booking.cancelled', 'booking.saleUndone', 'booking.seatsGiven'],
  ...['way.lapsed', 'seats.unblocked'],
]);

/** After these, seats are given on every flight: what came free on one that had left by a clock that stood ahead was given to nobody. */
const OF_ALL: ReadonlySet<string> = new Set(['schedule.applied', 'clock.set']);

/** What a schedule that is applied in pieces frees is given away in a later piece. */
const IN_PIECES = "SELECT count(*) AS pieces FROM meta WHERE key = 'schedule_switch'";

/** A cabin of a flight, as events name it. */
const cabinOf = ({ flightId, cabin }: { readonly flightId?: number; readonly cabin?: string }): string => `${flightId} ${cabin}`;

/** Cabins in which seats came free after somebody was last held there: who is held above the seats later gets none of those that are left for a larger party. */
function freedOn(all: readonly SeenEvent[], inPieces: boolean): (flight: number, cabin: Cabin) => boolean {
  const events = all.filter(({ type }) => !inPieces || type !== 'schedule.applied');
  const told = events.map(({ type, data }) => {
    const { legs = [], ...own } = JSON.parse(data) as Parameters<typeof cabinOf>[0] & { legs?: Parameters<typeof cabinOf>[0][] };
    return { type, cabins: new Set([own, ...legs].map(cabinOf)) };
  });
  return (flightId, cabin) => {
    const name = cabinOf({ flightId, cabin });
    const frees = told.findLastIndex(({ type, cabins }) => OF_ALL.has(type) || (FREES.has(type) && cabins.has(name)));
    return frees >= 0 && frees > told.findLastIndex(({ type, cabins }) => type === 'hold.placed' && cabins.has(name));
  };
}

/**
 * What must be true of cabins that were sold above their seats: as many passengers have no seat as were sold less those who have one, and no seat is kept
 * that came free from a party without one that it would seat as a whole. Seats in exit rows are given by hand.
 */
export function checkOversold(reader: ReadDatabase, events: readonly SeenEvent[]): void {
  const db = reader as SqliteDatabase;
  const now = events.at(-1)?.at ?? 0;
  const [{ pieces } = { pieces: 0 }] = db.query<{ pieces: number }>(IN_PIECES).all() as { pieces: number }[];
  const freed = freedOn(events, pieces > 0);
  for (const { flight, cabin, map, cancelled, departs } of db.query<Oversold>(OVERSOLD).all() as Oversold[]) {
    const facts = Object.entries(SEATS[map] ?? {}).filter(([, seat]) => seat.cabin === cabin && seat.sellable);
    const claims = db.query<Claim>(CLAIMS).all(flight) as Claim[];
    const kinds = new Map(claims.map(({ seat, kind }) => [seat, kind]));
    const without = (kind: string) => claims.filter((one) => one.kind === kind && one.seat[1] === cabin);
    const [over, open] = [without('over'), without('open').length];
    // Whoever was not unseated when another aircraft came has a seat that it does not have.
    const elsewhere = claims.some(({ seat, kind }) => kind === 'booking' && !SEATS[map]?.[seat]);
    const seated = facts.filter(([seat]) => kinds.get(seat) === 'booking').length;
    const [{ taken } = { taken: 0 }] = db.query<{ taken: number }>(TAKEN).all(flight, cabin) as { taken: number }[];
    if (!elsewhere && over.length !== taken - seated - open)
      throw new Failure(
        'oversold',
        `flight ${flight} ${cabin} has ${over.length} without a seat, ${taken} sold, ${seated} seated, ${open} open`,
      );
    if (cancelled || departs <= now || !freed(flight, cabin)) continue;
    const free = facts.filter(([seat]) => !kinds.has(seat));
    const most = Math.min(free.length - open, free.filter(([, { exit }]) => !exit).length);
    for (const [owner, party] of Map.groupBy(over, (one) => one.owner))
      if (party.length <= most && !party.some(({ ends }) => ends !== null && ends <= now))
        throw new Failure(
          'oversold',
          `${most} seats of flight ${flight} ${cabin} are free, and ${party.length} of booking ${owner} have none`,
        );
  }
}
