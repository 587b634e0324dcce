import type { SeatCounts } from '../../../shared/configuration.ts';
import { CABINS, type Cabin, capacityOf, type SeatMap, seatsOf } from '../../../shared/seat-map.ts';

/** Seats of one cabin, or of all (`cabin` null), by the file, before and after. */
export interface CabinCount {
  readonly cabin: Cabin | null;
  readonly file: number;
  readonly before: number;
  readonly after: number;
}

/** The cabins that any of the three has, and the sum of all. */
export function countCabins(file: SeatCounts, before: SeatCounts, after: SeatCounts): CabinCount[] {
  const rows = CABINS.filter((cabin) => file[cabin] || before[cabin] || after[cabin]).map((cabin) => ({
    cabin,
    file: file[cabin] ?? 0,
    before: before[cabin] ?? 0,
    after: after[cabin] ?? 0,
  }));
  const sum = (of: 'file' | 'before' | 'after') => rows.reduce((total, row) => total + row[of], 0);
  return [...rows, { cabin: null, file: sum('file'), before: sum('before'), after: sum('after') }];
}

/** Cabins in which a map would sell more than the file says, in order. */
export const cabinsAbove = (file: SeatCounts, map: SeatMap): Cabin[] => {
  const capacity = capacityOf(map);
  return CABINS.filter((cabin) => (capacity[cabin] ?? 0) > (file[cabin] ?? 0));
};

/** `Exits: rows 1, 12. Exit row 12: 6 seats. Charged: 18.` */
export function exitWords(map: SeatMap): string {
  const exits = map.rows.filter((row) => row.exit);
  const seats = seatsOf(map);
  const charged = seats.filter(({ codes }) => codes.includes('CH')).length;
  const inExits = seats.filter(({ exit, sellable }) => exit && sellable).length;
  const rows = exits.map(({ row }) => row).join(', ');
  const said = exits.length === 0 ? 'No exit rows.' : `${exits.length === 1 ? 'Exit row' : 'Exit rows'} ${rows}: ${inExits} seats.`;
  return charged > 0 ? `${said} Charged: ${charged}.` : said;
}
