import { hash } from 'node:crypto';
import { accept } from '../../../shared/refusals.ts';
import { flashSaleByNumber, markDrawn } from '../../store/tables/flash-sales-table.ts';
import type { Command } from '../command.ts';

export interface DrawFlashLot {
  readonly number: number;
  /** Desk and user of each request, in the order in which they came. */
  readonly entrants: readonly string[];
}

/** Writes down who takes part in the lot, and tells the seed by which it is drawn. Null: it was drawn before, or the sale is closed. */
export const drawFlashLot: Command<DrawFlashLot, { seed: string | null }> = async ({ db, now, emit }, { number, entrants }) => {
  const sale = await flashSaleByNumber(db, number);
  if (!sale || sale.closed_at !== null || sale.drawn_at !== null) return accept({ seed: null });
  await markDrawn(db, number, now, entrants);
  const list = hash('sha256', JSON.stringify(entrants), 'hex');
  emit('flashSale.drawn', { number, flightId: sale.flight_id, seed: sale.seed, entrants: entrants.length, list });
  return accept({ seed: sale.seed });
};
