import type { Input, Output } from '../../shared/contract.ts';
import { accept } from '../../shared/refusals.ts';
import { forgetUnheard } from '../store/tables/drafts-table.ts';
import type { Command } from './command.ts';

/** A console of the desk knows how a sale ended. Nobody needs to be shown it first any more. */
export const hearSale: Command<Input<'bookings.heard'>, Output<'bookings.heard'>> = async ({ db, actor }, { bookingId }) => {
  await forgetUnheard(db, bookingId, actor.desk);
  return accept({ bookingId });
};
