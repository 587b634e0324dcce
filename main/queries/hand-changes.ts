import type { Input, Output } from '../../shared/contract.ts';
import { accept, refuse } from '../../shared/refusals.ts';
import type { ByHand } from '../store/by-hand.ts';
import type { StagedImport } from '../store/staged-import.ts';
import { flightById } from '../store/tables/flights-table.ts';
import { handChangesOf } from '../store/tables/hand-changes-table.ts';
import { handProblem } from '../views/hand-problem.ts';
import type { Query } from './query.ts';

/** So many are shown. */
const SHOWN = 20;

/** What supervisors changed by hand about a flight. */
export const handChanges: Query<Input<'schedule.handChanges'>, Output<'schedule.handChanges'>> = async ({ db }, { flightId }) => {
  const flight = await flightById(db, flightId);
  if (!flight) return refuse('FLIGHT_UNKNOWN', { flightId });
  const rows = await handChangesOf(db, flight, SHOWN);
  return accept({
    changes: rows.map(({ number, kind, said, reason, user_name, changed_at }) => ({
      number,
      kind,
      said,
      reason,
      user: user_name,
      at: changed_at,
    })),
  });
};

/** Whether a change by hand that was staged can be made. */
export const checkByHand: Query<{ readonly staged: StagedImport; readonly byHand: ByHand }, Record<never, never>> = async (
  { db, now },
  { staged, byHand },
) => (await handProblem(db, now, staged, byHand)) ?? accept({});
