import type { GridGeometry, GridRow, GridSeat } from './grid-geometry.ts';

export const WALK_KEYS = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown'] as const;
export type WalkKey = (typeof WALK_KEYS)[number];
export const isWalkKey = (key: string): key is WalkKey => (WALK_KEYS as readonly string[]).includes(key);

/** Rows ahead that are looked at for a seat in the same lane before the nearest of the next row will do. */
const LOOK_AHEAD = 4;
const SAME_LANE = 0.75;

/** Distance across the cabin; an aisle counts like half a seat, so that a walk along it stays on its side. */
const apart = (a: GridSeat, b: GridSeat) => Math.abs(a.y - b.y) + Math.abs(a.aisles - b.aisles) / 2;

const nearest = (row: GridRow, to: GridSeat): GridSeat | undefined =>
  row.seats.reduce<GridSeat | undefined>((best, seat) => (best && apart(best, to) <= apart(seat, to) ? best : seat), undefined);

/**
 * The seat that a key leads to: left and right walk the rows to nose and tail and stay in their lane, up and down walk
 * the seats of the row and skip the aisle, Home and End are the row's port and starboard ends, PageUp and PageDown the
 * cabins. Undefined at an end, or when `from` is not on the map.
 */
export function walk(geometry: Pick<GridGeometry, 'rows'>, from: string, key: WalkKey): string | undefined {
  const row = geometry.rows.find(({ seats }) => seats.some(({ seat }) => seat.seat === from));
  const here = row?.seats.find(({ seat }) => seat.seat === from);
  if (!row || !here) return undefined;
  switch (key) {
    case 'ArrowUp':
      return row.seats[row.seats.indexOf(here) + 1]?.seat.seat;
    case 'ArrowDown':
      return row.seats[row.seats.indexOf(here) - 1]?.seat.seat;
    case 'Home':
      return row.seats[0]?.seat.seat;
    case 'End':
      return row.seats.at(-1)?.seat.seat;
    case 'ArrowLeft':
      return along(geometry.rows, row.index, -1, here);
    case 'ArrowRight':
      return along(geometry.rows, row.index, 1, here);
    case 'PageUp':
      return cabinAway(geometry.rows, row, -1, here);
    case 'PageDown':
      return cabinAway(geometry.rows, row, 1, here);
  }
}

function along(rows: readonly GridRow[], index: number, step: 1 | -1, here: GridSeat): string | undefined {
  let fallback: GridSeat | undefined;
  for (let away = 1; away <= LOOK_AHEAD; away++) {
    const row = rows[index + step * away];
    const seat = row && nearest(row, here);
    if (seat && apart(seat, here) <= SAME_LANE) return seat.seat.seat;
    fallback ??= seat;
  }
  return fallback?.seat.seat;
}

/** The first row of the next cabin; of the same cabin when there is none before it. */
function cabinAway(rows: readonly GridRow[], row: GridRow, step: 1 | -1, here: GridSeat): string | undefined {
  const opens = rows.filter((other, index) => rows[index - 1]?.cabin !== other.cabin && other.seats.length > 0);
  const own = opens.findLastIndex((other) => other.index <= row.index);
  const atStart = opens[own]?.index === row.index;
  const target = step === 1 ? opens[own + 1] : (opens[own - (atStart ? 1 : 0)] ?? opens[0]);
  if (target) return nearest(target, here)?.seat.seat;
  const last = rows.findLast(({ seats }) => seats.length > 0);
  return last && nearest(last, here)?.seat.seat;
}
