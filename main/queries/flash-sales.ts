import { accept } from '../../shared/refusals.ts';
import { type FlashSaleRow, openFlashSales } from '../store/tables/flash-sales-table.ts';
import type { Query } from './query.ts';

/** Flash sales that are open, for the hub process, which keeps their lines. */
export const flashSalesOpen: Query<object, { readonly sales: readonly FlashSaleRow[] }> = async ({ db, now }) =>
  accept({ sales: await openFlashSales(db, now) });
