import type { ReadDatabase } from '../../main/store/database.ts';
import type { SqliteDatabase } from '../../main/store/sqlite.ts';
import type { Model } from './model/model.ts';

const DESKS = `SELECT id, name, kind, calls, feeds, calls_per_second AS callsPerSecond, key_of AS key, kept_in AS keptIn, paired_at AS pairedAt, paired_by AS pairedBy, revoked_at AS revokedAt,
  revoked_by AS revokedBy, seen_at AS seenAt FROM desks ORDER BY id`;
const WRONG_PINS = `SELECT user_name || ' ' || desk AS "at", failures, locked_until AS until FROM lock_outs ORDER BY 1`;
const USERS = 'SELECT user_name AS user, role, pin_hash AS pinHash, active FROM users ORDER BY 1';
const SALES = `SELECT number, flight_id AS flightId, mode, seconds, seed, opened_at AS openedAt, opened_by AS openedBy, drawn_at AS drawnAt, entrants,
  closed_at AS closedAt, closed_by AS closedBy FROM flash_sales ORDER BY number`;
const HEALTH = "SELECT value FROM settings WHERE key = 'health'";

const byText = <Row>(text: (row: Row) => string): ((a: Row, b: Row) => number) => {
  return (a, b) => (text(a) < text(b) ? -1 : 1);
};

/** Desks, who may sign in and is locked out, flash sales, limits and acknowledged alarms: name, what the model has, what the store has. */
export function stationStandings({ station }: Model, db: ReadDatabase): (readonly [what: string, expected: unknown, actual: unknown])[] {
  const all = <Row extends object>(sql: string): Row[] => (db as SqliteDatabase).query<Row>(sql).all() as Row[];
  const desks = station.desks.map(({ rights, ...desk }) => ({
    ...desk,
    ...{ calls: rights?.calls ?? null, feeds: rights && Number(rights.feeds), callsPerSecond: rights?.callsPerSecond ?? null },
  }));
  const users = [...station.users].map(([user, { active, ...row }]) => ({ user, ...row, active: Number(active) }));
  const [kept] = all<{ value: string }>(HEALTH);
  const { limits, acknowledged } = JSON.parse(kept?.value ?? '{"limits":{},"acknowledged":{}}');
  return [
    ['desks', desks.sort(byText(({ id }) => id)), all(DESKS)],
    ['users', users.sort(byText(({ user }) => user)), all(USERS)],
    ['wrong PINs', [...station.wrongPins].map(([at, count]) => ({ at, ...count })).sort(byText(({ at }) => at)), all(WRONG_PINS)],
    ['flash sales', station.flashSales, all(SALES)],
    ['limits', [station.limits, station.acknowledged], [limits, acknowledged]],
    ['limits that are set', [limits, acknowledged], [station.limits, station.acknowledged]],
  ];
}
