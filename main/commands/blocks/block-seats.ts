import type { Input, Output } from '../../../shared/contract.ts';
import { instant, isDue } from '../../../shared/instants.ts';
import { accept, refuse } from '../../../shared/refusals.ts';
import { takesFromStock } from '../../../shared/seat-blocks.ts';
import type { Cabin } from '../../../shared/seat-map.ts';
import type { SeatPlan } from '../../reference/reference.ts';
import { trustSeats } from '../../store/checks/trust-seats.ts';
import { shiftAuthorised } from '../../store/tables/cabin-counters-table.ts';
import { type Claimant, claimantOf, claimForBlock, openPassengers, takenSeats } from '../../store/tables/claims-table.ts';
import { cabinCounters, flightById, flightName } from '../../store/tables/flights-table.ts';
import { blocksOfFlight, insertSeatBlock } from '../../store/tables/seat-blocks-table.ts';
import { isUncounted } from '../../store/uncounted-flights.ts';
import type { Command, CommandContext } from '../command.ts';
import { expireDueHoldsOn } from '../expire-holds.ts';
import { flightOver } from '../flight-over.ts';
import { namedSeats } from './named-seats.ts';

/**
 * Takes seats from sale, all that are named or none. Nobody loses a seat by it: while one is held or sold, nothing is blocked. Where the code
 * makes seats count as none, the cabin may sell as many seats less. So nobody can sell above the seats without deciding it.
 */
export const blockSeats: Command<Input<'seats.block'>, Output<'seats.block'>> = async (context, input) => {
  const { db, now, actor, emit } = context;
  const { flightId, code, remark, until } = input;
  const flight = await flightById(db, flightId);
  if (!flight) return refuse('FLIGHT_UNKNOWN', { flightId });
  const details = { flightId, flight: flightName(flight), code };
  const over = flightOver(flight, now, { code });
  if (over) return over;
  if (await isUncounted(db, flightId)) return refuse('FLIGHT_CHANGING', details);
  if (takesFromStock(code) && actor.role !== 'supervisor') return refuse('BLOCK_ROLE', details);
  const named = namedSeats(context, flight, input.what, input.cabin);
  if (!named.ok) return named;
  const { cabin, seats, plan } = named.value;
  if (until !== null && (isDue(instant(until), now) || until > flight.departs_at)) return refuse('BLOCK_UNTIL', details);

  await trustSeats(db, flightId);
  const before = await blocksOfFlight(db, flightId);
  const blocked = new Map(Map.groupBy(before, ({ seat }) => seat));
  const fresh = seats.filter((seat) => !blocked.get(seat)?.some((block) => block.code === code));
  if (fresh.length === 0) return refuse('BLOCK_THERE', { ...details, seats });

  const taken: Taken[] = [];
  for (const seat of fresh) {
    if (blocked.has(seat) || (await claimForBlock(db, flightId, seat))) continue;
    const claimant = await claimantOf(db, flightId, seat);
    const due = claimant?.state === 'HOLD' && claimant.expires_at !== null && isDue(instant(claimant.expires_at), now);
    if (due && (await expireDueHoldsOn(context, flightId)) > 0 && (await claimForBlock(db, flightId, seat))) continue;
    taken.push(takenBy(context, seat, await claimantOf(db, flightId, seat)));
  }
  if (taken.length > 0) return refuse('BLOCK_TAKEN', { ...details, taken: takenText(taken), seats: taken });

  const { free, waiting } = await seatsLeft(db, flightId, plan, cabin);
  if (free < waiting) return refuse('BLOCK_LEFT', { ...details, cabin, waiting, short: waiting - free });

  const capacity = plan.capacity[cabin] ?? 0;
  const counter = (await cabinCounters(db, flightId)).find((one) => one.cabin === cabin);
  let stock = counter?.authorised ?? capacity;
  let less = 0;
  for (const seat of fresh) {
    const takes = takesFromStock(code) && stock > 0 && !blocked.get(seat)?.some((block) => block.from_stock === 1);
    if (takes) [stock, less] = [stock - 1, less + 1];
    await insertSeatBlock(db, {
      ...{ flight_id: flightId, seat, cabin, code, remark, until_at: until, from_stock: takes ? 1 : 0 },
      ...{ blocked_at: now, user_name: actor.user, desk: actor.desk },
    });
  }
  const counters = await shiftAuthorised(db, flightId, cabin, -less, capacity);
  emit('seats.blocked', { flightId, cabin, code, seats: [...fresh], until, ...counters });
  return accept({ flightId, cabin, seats: [...fresh], ...counters });
};

/** Seats of a cabin that nobody has, and passengers for whom some are left, because they choose later. */
async function seatsLeft(
  db: CommandContext['db'],
  flightId: number,
  plan: SeatPlan,
  cabin: Cabin,
): Promise<{ free: number; waiting: number }> {
  const taken = await takenSeats(db, flightId, 0);
  const free = (plan.ofCabin.get(cabin) ?? []).filter(({ seat, sellable }) => sellable && !taken.has(seat)).length;
  return { free, waiting: await openPassengers(db, flightId, cabin) };
}

/** Who has a seat. */
interface Taken {
  readonly seat: string;
  readonly state: 'held' | 'sold';
  readonly desk: string;
  readonly locator: string;
}

/** An agent may know the bookings of the own desk alone. */
function takenBy({ locators, actor }: CommandContext, seat: string, claimant: Claimant | undefined): Taken {
  const { id = 0, desk = '', state } = claimant ?? {};
  const known = claimant && (actor.role === 'supervisor' || desk === actor.desk);
  return { seat, state: state === 'HOLD' ? 'held' : 'sold', desk, locator: known ? locators.of(id) : '' };
}

const TAKERS_TOLD = 6;

/** Who has which seats, a booking once: `12D 12E sold as 7RT59B, 14D held by desk T1-02`. */
function takenText(taken: readonly Taken[]): string {
  const groups = Map.groupBy(taken, ({ state, desk, locator }) =>
    state === 'held' ? `held by desk ${desk}` : locator ? `sold as ${locator}` : 'sold',
  );
  const told = [...groups].slice(0, TAKERS_TOLD);
  const rest = taken.length - told.reduce((sum, [, seats]) => sum + seats.length, 0);
  const texts = told.map(([by, seats]) => `${seats.map(({ seat }) => seat).join(' ')} ${by}`);
  return [...texts, ...(rest > 0 ? [`and ${rest} more seats`] : [])].join(', ');
}
