import { accept } from '../../shared/refusals.ts';
import type { Value } from '../store/database.ts';
import { insertMany } from '../store/tables/insert-many.ts';
import { nextScheduleGeneration } from '../store/tables/schedule-generation.ts';
import { pushFlight, SCHEDULED_COLUMNS, SCHEDULED_WIDTH } from '../store/tables/scheduled-flight.ts';
import { sampleFlights } from '../training/sample-day.ts';
import type { Command } from './command.ts';

/**
 * Adds the flights of the sample day for today and the next two days. Flights that are there stay as they are. So it runs at every start, and
 * a training store that was closed for a week gets its missing days. A flight number leaves an airport once a day. If the sample day holds it
 * twice, the first counts.
 */
export const loadSampleDay: Command<Record<never, never>, { readonly added: number }> = async ({ db, now, reference, emit }) => {
  const row = await db.query<{ last: number | null }>('SELECT max(id) AS last FROM flights').get();
  let id = row?.last ?? 0;
  const values: Value[] = [];
  for (const flight of sampleFlights(reference, now)) {
    values.push(++id);
    pushFlight(values, flight);
    values.push('demand');
  }
  const into = `INSERT INTO flights (id, ${SCHEDULED_COLUMNS}, strategy)`;
  const conflict = 'ON CONFLICT (carrier, number, suffix, origin, service_day, departure) DO NOTHING';
  const added = await insertMany(db, into, SCHEDULED_WIDTH + 2, values, conflict);
  if (added > 0) {
    await nextScheduleGeneration(db);
    emit('schedule.applied', { name: 'Sample day', added, changed: 0, dropped: 0 });
  }
  return accept({ added });
};
