import { dateOfDay, type Instant, MINUTE_MS } from '../../shared/instants.ts';
import type { ReadDatabase } from '../store/database.ts';
import type { StagedImport } from '../store/staged-import.ts';
import { aircraftTooClose, gatesTooClose, otherSeats, type TooClose } from '../store/tables/assigned-after-import.ts';
import { flightName } from '../store/tables/flights-table.ts';
import { readSetting } from '../store/tables/settings-table.ts';

const NAMED = 5;

const listed = (texts: readonly string[]): string => `${texts.slice(0, NAMED).join(', ')}${texts.length > NAMED ? ', and more' : ''}`;

const pairText = ({ what, one, other, service_day }: TooClose, gate: string): string =>
  `${gate}${what}, ${flightName(one)} and ${flightName(other)} of ${dateOfDay(service_day)}`;

/**
 * What an import does to the aircraft and gates that flights got, in sentences for whoever is to apply it. It is no reason to refuse the file: the
 * schedule is the airline's, and the aircraft are given anew afterwards. Nothing where no such flight is concerned.
 */
export async function aircraftAttention(db: ReadDatabase, now: Instant, staged: StagedImport): Promise<string[]> {
  const minutes = await readSetting(db, 'turnRoundMinutes');
  const aircraft = await aircraftTooClose(db, staged, now, minutes * MINUTE_MS, NAMED + 1);
  const gates = await gatesTooClose(db, staged, now, minutes * MINUTE_MS, NAMED + 1);
  const other = await otherSeats(db, staged, now, NAMED + 1);
  const told: string[] = [];
  if (aircraft.length > 0)
    told.push(
      `Between two flights of an aircraft there would be less than ${minutes} minutes: ${listed(aircraft.map((pair) => pairText(pair, '')))}.`,
    );
  if (gates.length > 0)
    told.push(`Two flights would leave from a gate within ${minutes} minutes: ${listed(gates.map((pair) => pairText(pair, 'gate ')))}.`);
  if (other.length > 0) {
    const texts = other.map(({ tail, service_day, ...flight }) => `${tail}, ${flightName(flight)} of ${dateOfDay(service_day)}`);
    told.push(`Flights would sell other seats than their aircraft has: ${listed(texts)}.`);
  }
  return told;
}
