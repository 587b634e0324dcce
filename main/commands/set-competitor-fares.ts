import type { Input, Output } from '../../shared/contract.ts';
import { accept } from '../../shared/refusals.ts';
import { isKnown, mayBeSet } from '../rules/competitor-fare.ts';
import { setCompetitorFare } from '../store/tables/competitor-fares.ts';
import { flightById } from '../store/tables/flights-table.ts';
import { nextScheduleGeneration } from '../store/tables/schedule-generation.ts';
import type { Command } from './command.ts';

type SetFares = Input<'pricing.setFares'>;

/** Sets competitors’ fares. New quotes are worked out with them at once, and holds keep their fares. A later reading is never replaced by an earlier one. */
export const setCompetitorFares: Command<SetFares, Output<'pricing.setFares'>> = async ({ db, now, emit }, { fares }) => {
  let set = 0;
  for (const { flightId, fare, currency, readAt } of fares) {
    const flight = await flightById(db, flightId);
    if (!flight || flight.currency !== currency || !mayBeSet(flight, now) || readAt > now || isKnown(flight, { fare, readAt })) continue;
    await setCompetitorFare(db, flightId, fare, readAt);
    set++;
  }
  if (set > 0) {
    // Boards keep rows of flights by it.
    await nextScheduleGeneration(db);
    emit('competitor.read', { fares: set });
  }
  return accept({ set, left: fares.length - set });
};
