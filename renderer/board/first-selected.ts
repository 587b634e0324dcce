import { closesNow, salesOf } from '../stores/settings-in-force.ts';
import { type BoardRow, firstFlight, isCancelled } from './board-row.ts';

/** The row that is chosen first: the one that was chosen before, else the first that is still sold. */
export function firstSelected(rows: readonly BoardRow[], before: string | null, now: number): string | null {
  if (before && rows.some(({ key }) => key === before)) return before;
  const closes = closesNow();
  const isSold = (row: BoardRow): boolean => {
    const { state } = salesOf(row.flights, closes, now);
    return state === 'open' || state === 'closing';
  };
  return (rows.find(isSold) ?? rows.find((row) => firstFlight(row).departsAt > now && !isCancelled(row)) ?? rows[0])?.key ?? null;
}
