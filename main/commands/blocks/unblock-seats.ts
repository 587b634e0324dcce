import { assert } from '../../../shared/assert.ts';
import { UNDO_MS } from '../../../shared/bounds.ts';
import type { Input, Output } from '../../../shared/contract.ts';
import { instant, isDue } from '../../../shared/instants.ts';
import { accept, refuse } from '../../../shared/refusals.ts';
import { blockReason } from '../../../shared/seat-blocks.ts';
import { trustSeats } from '../../store/checks/trust-seats.ts';
import { countersOf } from '../../store/tables/cabin-counters-table.ts';
import { flightById, flightName } from '../../store/tables/flights-table.ts';
import { blocksOfFlight } from '../../store/tables/seat-blocks-table.ts';
import type { Command } from '../command.ts';
import { offerFreed } from '../waitlist/offer-freed.ts';
import { freeBlocks } from './free-blocks.ts';
import { namedSeats } from './named-seats.ts';

/**
 * Gives blocked seats back to sale. Who waits for them gets them first. It overrides what another person decided, so a supervisor does it, and
 * says why. The desk that blocked them may take that back itself within a minute.
 */
export const unblockSeats: Command<Input<'seats.unblock'>, Output<'seats.unblock'>> = async (context, input) => {
  const { db, now, actor } = context;
  const { flightId, code, reason } = input;
  const flight = await flightById(db, flightId);
  if (!flight) return refuse('FLIGHT_UNKNOWN', { flightId });
  const details = { flightId, flight: flightName(flight) };
  if (isDue(instant(flight.departs_at), now)) return refuse('FLIGHT_DEPARTED', details);
  const named = namedSeats(context, flight, input.what, input.cabin);
  if (!named.ok) return named;
  const { cabin, seats } = named.value;

  await trustSeats(db, flightId);
  const asked = (await blocksOfFlight(db, flightId)).filter(
    (block) => seats.includes(block.seat) && (code === null || block.code === code),
  );
  if (asked.length === 0) return refuse('BLOCK_NONE', { ...details, seats, by: code ? ` by ${code}` : '' });
  const other = asked.find((block) => block.desk !== actor.desk || now >= block.blocked_at + UNDO_MS);
  if (other && actor.role !== 'supervisor')
    return refuse('BLOCK_OVERRIDE', { ...details, seat: other.seat, user: other.user_name, reason: blockReason(other.code) });

  const freed = await freeBlocks(context, asked, 'freed', { reason, ...(other ? { overrides: 'blockFreed' } : {}) });
  assert(freed.length > 0, 'some blocks were freed');
  await offerFreed(context, freed);
  const done = [...new Set(asked.map(({ seat }) => seat))];
  return accept({ flightId, cabin, seats: done, ...(await countersOf(db, flightId, cabin)) });
};
