import type { FlashMode } from '../../shared/methods/flash-sales.ts';
import { accept } from '../../shared/refusals.ts';
import { openFlashSales } from '../store/tables/flash-sales-table.ts';
import type { Query } from './query.ts';

/** A flight whose holds wait in line. Its seed stays in the store until the lot is drawn. */
export interface FlashSaleOpen {
  readonly number: number;
  readonly flightId: number;
  readonly mode: FlashMode;
  /** By lot: for how long requests gather. */
  readonly seconds: number;
  readonly openedAt: number;
  readonly drawn: boolean;
}

/** Flash sales that are open, for the hub process, which keeps their lines. */
export const flashSalesOpen: Query<object, { readonly sales: readonly FlashSaleOpen[] }> = async ({ db, now }) => {
  const rows = await openFlashSales(db, now);
  return accept({
    sales: rows.map(({ number, flight_id: flightId, mode, seconds, opened_at: openedAt, drawn_at }) => {
      return { number, flightId, mode, seconds, openedAt, drawn: drawn_at !== null };
    }),
  });
};
