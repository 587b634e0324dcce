import { assert } from '../../shared/assert.ts';
import type { FlightWeight } from '../../shared/methods/aircraft.ts';
import type { SettingName, SettingValue } from '../../shared/setting-rules.ts';
import type { Reference } from '../reference/reference.ts';
import type { Awaitable, ReadDatabase } from '../store/database.ts';
import { partiesOn } from '../store/tables/assignments-table.ts';
import type { FlightRow } from '../store/tables/flights-table.ts';
import { type StandardWeights, standardWeights, weightOf } from './standard-weight.ts';

interface Asked {
  readonly db: ReadDatabase;
  readonly reference: Reference;
  readonly setting: <Name extends SettingName>(name: Name) => Awaitable<SettingValue<Name>>;
}

/**
 * What a flight with a weight limit carries, by the weights of now. Nothing of it is stored: it is worked out from those who are held and sold, so no
 * change of a booking or of a weight can leave a wrong sum behind. Such flights are small. `without`: bookings that are not counted.
 */
export async function flightWeight(
  { db, reference, setting }: Asked,
  flight: Pick<FlightRow, 'id' | 'origin' | 'departs_at'>,
  limit: number,
  without: readonly number[] = [],
): Promise<{ readonly weight: FlightWeight; readonly weights: StandardWeights }> {
  const origin = reference.airportAt(flight.origin, flight.departs_at);
  assert(origin, `flight ${flight.id} leaves from an airport that this Aisle does not know`);
  const weights = await standardWeights(setting, origin, flight.departs_at);
  const aboard = (await partiesOn(db, flight.id)).filter(({ id }) => !without.includes(id));
  const taken = aboard.reduce((sum, { party }) => sum + weightOf(party, weights), 0);
  return { weight: { limit, taken, adult: weights.adult }, weights };
}
