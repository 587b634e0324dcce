import { configurationOf } from '../../shared/configuration.ts';
import type { Instant } from '../../shared/instants.ts';
import { OwnMaps, type OwnMapTurn } from '../fleet/own-maps.ts';
import type { Reference, SeatPlan } from '../reference/reference.ts';
import type { ReadDatabase } from '../store/database.ts';
import { type FlightOfEquipment, flightsOfEquipment } from '../store/tables/flights-of-equipment.ts';
import { allSeatMaps, ownMapTurns } from '../store/tables/seat-maps-table.ts';

/** A flight to come that a map takes over. */
export interface TurnedFlight extends FlightOfEquipment {
  readonly before: SeatPlan;
}

/**
 * The flights that get another map when one takes over: those for which an import would choose it from then on. What a schedule file calls
 * the aircraft of a flight is known from its map: one of the airline is for a configuration, and any other sells exactly what the file counts.
 */
export async function turnedFlights(
  { db, reference, now }: { readonly db: ReadDatabase; readonly reference: Reference; readonly now: Instant },
  turn: OwnMapTurn,
): Promise<TurnedFlight[]> {
  const maps = new OwnMaps([...(await ownMapTurns(db)), turn]);
  const ofOwn = new Map((await allSeatMaps(db)).map(({ id, configuration }) => [id, configuration]));
  const { equipment, carrier, configuration, fromDay, untilDay } = turn;
  const found: TurnedFlight[] = [];
  for (const flight of await flightsOfEquipment(db, { equipment, carrier, fromDay, untilDay, now })) {
    if (flight.seat_map === turn.id) continue;
    const before = reference.seatPlan(flight.seat_map);
    if (!before) continue;
    const flownAs = ofOwn.get(flight.seat_map) ?? configurationOf(before.capacity);
    if (flownAs !== configuration) continue;
    if (maps.of({ carrier: flight.carrier, equipment, configuration }, flight.service_day) === turn.id) found.push({ ...flight, before });
  }
  return found;
}
