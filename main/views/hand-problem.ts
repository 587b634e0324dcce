import { dateOfDay, type Instant, MINUTE_MS } from '../../shared/instants.ts';
import { type Refused, refuse } from '../../shared/refusals.ts';
import type { ByHand } from '../store/by-hand.ts';
import type { ReadDatabase } from '../store/database.ts';
import type { StagedImport } from '../store/staged-import.ts';
import { aircraftTooClose, gatesTooClose, type TooClose } from '../store/tables/assigned-after-import.ts';
import { flightById, flightName } from '../store/tables/flights-table.ts';
import { readSetting } from '../store/tables/settings-table.ts';
import { marketedFlight, takenNumber } from '../store/tables/sold-twice.ts';
import { stagedSpan } from '../store/tables/staged-summary.ts';

/**
 * Why a change by hand cannot be made as things stand; undefined when it can. Asked for the preview, and again when it is applied: time goes on, and
 * flights get aircraft and gates. What a file brings too close together is a warning, and here it is a refusal.
 */
export async function handProblem(
  db: ReadDatabase,
  now: Instant,
  staged: StagedImport,
  { kind, flightId, carrier, number, suffix }: ByHand,
): Promise<Refused | undefined> {
  const flight = flightName({ carrier, number, suffix });
  const leg = flightId === null ? undefined : await flightById(db, flightId);
  if (leg && leg.departs_at <= now) return refuse('FLIGHT_DEPARTED', { flightId, flight });
  // Of a leg that is cancelled, the others of its number are staged, and one of them may leave meanwhile.
  if (kind !== 'cancel' && (await stagedSpan(db, staged.importId, now)).departed > 0)
    return refuse('HAND_TIMES', { flight, problem: 'it would have left already' });
  const twice = kind === 'schedule' || kind === 'flyAgain' ? await soldTwice(db, staged.importId, flight) : undefined;
  if (twice) return twice;
  const minutes = await readSetting(db, 'turnRoundMinutes');
  const otherOf = ({ one, other }: TooClose): string => (flightName(one) === flight ? flightName(other) : flightName(one));
  const [busy] = await aircraftTooClose(db, staged, now, minutes * MINUTE_MS, 1);
  if (busy) return refuse('AIRCRAFT_BUSY', { tail: busy.what, flight, other: otherOf(busy), minutes });
  const [gate] = await gatesTooClose(db, staged, now, minutes * MINUTE_MS, 1);
  return gate && refuse('GATE_BUSY', { gate: gate.what, flight, other: otherOf(gate), minutes });
}

/** One aircraft never becomes two inventories: what is sold on another flight is no flight, and what is a flight is not sold on another. */
async function soldTwice(db: ReadDatabase, importId: string, flight: string): Promise<Refused | undefined> {
  const marketed = await marketedFlight(db, importId);
  if (marketed) {
    const { origin, service_day } = marketed;
    return refuse('HAND_MARKETED', { flight, origin, date: dateOfDay(service_day), operatedBy: flightName(marketed) });
  }
  const taken = await takenNumber(db, importId);
  if (!taken) return undefined;
  const { op_carrier: carrier, op_number: number, op_suffix: suffix, service_day } = taken;
  const what =
    carrier !== null && number !== null ? `is sold on ${flightName({ carrier, number, suffix: suffix ?? '' })}` : 'is a flight of its own';
  return refuse('HAND_SOLD_AS', { flight, number: flightName(taken), problem: `on ${dateOfDay(service_day)} it ${what}` });
}
