import type { Input, Output } from '../../shared/contract.ts';
import { instant, isDue } from '../../shared/instants.ts';
import { accept, refuse } from '../../shared/refusals.ts';
import { nextFareGeneration } from '../store/tables/fare-generation.ts';
import { flightById, flightName } from '../store/tables/flights-table.ts';
import type { Command } from './command.ts';

/** Changes how one flight is priced from now on. Holds keep their fares. */
export const setStrategy: Command<Input<'pricing.setStrategy'>, Output<'pricing.setStrategy'>> = async (
  context,
  { flightId, strategy },
) => {
  const { db, now, emit } = context;
  const flight = await flightById(db, flightId);
  if (!flight) return refuse('FLIGHT_UNKNOWN', { flightId });
  const details = { flightId, flight: flightName(flight) };
  if (flight.cancelled === 1) return refuse('FLIGHT_CANCELLED', details);
  if (isDue(instant(flight.departs_at), now)) return refuse('FLIGHT_DEPARTED', details);
  if (flight.strategy !== strategy) {
    await db.change('UPDATE flights SET strategy = ? WHERE id = ?').run(strategy, flightId);
    await nextFareGeneration(db);
    emit('flight.strategy', { flightId, before: flight.strategy, after: strategy });
  }
  return accept({ flightId, strategy });
};
