import type { Input, Output } from '../../shared/contract.ts';
import type { SeatBlock } from '../../shared/methods/seat-blocks.ts';
import { accept, refuse } from '../../shared/refusals.ts';
import { takesFromStock } from '../../shared/seat-blocks.ts';
import { flightById } from '../store/tables/flights-table.ts';
import { nextBlockEnd, type SeatBlockRow } from '../store/tables/seat-blocks-table.ts';
import { standingBlocks } from '../views/seats-left.ts';
import type { Query } from './query.ts';

const blockView = (row: SeatBlockRow): SeatBlock => ({
  ...{ seat: row.seat, cabin: row.cabin, code: row.code, remark: row.remark },
  ...{ until: row.until_at, at: row.blocked_at, user: row.user_name, desk: row.desk },
});

/** The list of blocked seats of a flight. */
export const seatBlocks: Query<Input<'seats.blocks'>, Output<'seats.blocks'>> = async (context, { flightId }) => {
  if (!(await flightById(context.db, flightId))) return refuse('FLIGHT_UNKNOWN', { flightId });
  const blocks = await standingBlocks(context, flightId);
  const notUsable = new Set(blocks.filter(({ code }) => takesFromStock(code)).map(({ seat }) => seat)).size;
  return accept({ blocks: blocks.map(blockView), notUsable });
};

/** When the next block ends by itself; null when none does. */
export const nextBlock: Query<Record<string, never>, { readonly next: number | null }> = async ({ db }) =>
  accept({ next: await nextBlockEnd(db) });
