import type { Output } from '../../../shared/contract.ts';
import { accept, refuse } from '../../../shared/refusals.ts';
import { markClosed, openFlashSaleOf } from '../../store/tables/flash-sales-table.ts';
import type { Command } from '../command.ts';

/** The flight is sold as before. The hub process tells those who wait. */
export const closeFlashSale: Command<{ readonly flightId: number }, Output<'flashSale.close'>> = async (context, { flightId }) => {
  const { db, now, actor, emit } = context;
  const sale = await openFlashSaleOf(db, flightId);
  if (!sale) return refuse('FLASH_NOT_OPEN', { flightId });
  await markClosed(db, sale.number, now, actor.user);
  emit('flashSale.closed', { number: sale.number, flightId });
  return accept({ flightId, number: sale.number });
};
