import { assert } from '../../shared/assert.ts';
import { DAY_MS, type Instant, instant } from '../../shared/instants.ts';
import { accept } from '../../shared/refusals.ts';
import { SYSTEM } from '../actor.ts';
import type { Reference } from '../reference/reference.ts';
import { localDay, momentOf } from '../reference/zone-time.ts';
import type { ReadDatabase, Value } from '../store/database.ts';
import { lastFlight } from '../store/tables/flights-table.ts';
import { insertMany } from '../store/tables/insert-many.ts';
import { readMeta, writeMeta } from '../store/tables/meta-table.ts';
import { nextScheduleGeneration } from '../store/tables/schedule-generation.ts';
import { pushFlight, SCHEDULED_COLUMNS, SCHEDULED_WIDTH } from '../store/tables/scheduled-flight.ts';
import { addThroughNumbers } from '../store/tables/through-numbers-table.ts';
import { readTrainingDay, type TrainingDay, writeTrainingDay } from '../store/tables/training-day.ts';
import { ThroughNumbers } from '../store/through-numbers.ts';
import { sampleFlights } from '../training/sample-day.ts';
import type { Command } from './command.ts';

export interface LoadSampleDay {
  /**
   * When the flights of a store without entries were loaded, in UTC milliseconds, if it is to show a day under way: before its first sale. A store
   * whose day began empty stays empty.
   */
  readonly underWaySince?: number;
}

/**
 * Adds the flights of the sample day for today and the next two days. Flights that are there stay as they are. So it runs at every start, and
 * a training store that was closed for a week gets its missing days. While no day has ended since, all of them are there, and none is looked
 * for. A flight number leaves an airport once a day. If the sample day holds it
 * twice, the first counts. `day`: how far simulated desks have sold the flights of this store; null: they do not.
 */
export const loadSampleDay: Command<LoadSampleDay, { readonly added: number; readonly day: TrainingDay | null }> = async (
  { db, now, reference, newestEntryAt, emit },
  { underWaySince },
) => {
  if (await isThere(db, now)) return accept({ added: 0, day: (await readTrainingDay(db)) ?? null });
  let id = await lastFlight(db);
  const values: Value[] = [];
  const origins = new Set<string>();
  const through = new ThroughNumbers();
  for (const flight of sampleFlights(reference, now)) {
    origins.add(flight.origin);
    through.add(flight.carrier, flight.number, flight.suffix, flight.origin, flight.destination);
    values.push(++id);
    pushFlight(values, flight);
  }
  const into = `INSERT INTO flights (id, ${SCHEDULED_COLUMNS})`;
  const conflict = 'ON CONFLICT (carrier, number, suffix, origin, service_day, departure) DO NOTHING';
  const added = await insertMany(db, into, SCHEDULED_WIDTH + 1, values, conflict);
  await addThroughNumbers(db, through.found);
  await writeMeta(db, 'sample_day', JSON.stringify({ from: now, until: firstMidnight(reference, origins, now) } satisfies Loaded));
  const begins = underWaySince !== undefined && newestEntryAt === 0;
  if (begins) await writeTrainingDay(db, { home: '', soldTo: 0, others: [] });
  if (added > 0) {
    await nextScheduleGeneration(db);
    const at: Instant = begins ? instant(Math.min(underWaySince, now)) : now;
    emit('schedule.applied', { name: 'Sample day', added, changed: 0, dropped: 0 }, { now: at, actor: SYSTEM });
  }
  return accept({ added, day: (await readTrainingDay(db)) ?? null });
};

/** Between these two instants the sample day has no other flights than those that were added. */
interface Loaded {
  readonly from: number;
  readonly until: number;
}

/** Whether the flights were added already on the days that it is now at every airport. A clock that was set back makes other days of them. */
async function isThere(db: ReadDatabase, now: Instant): Promise<boolean> {
  const text = await readMeta(db, 'sample_day');
  if (text === undefined) return false;
  const { from, until } = JSON.parse(text) as Loaded;
  return from <= now && now < until;
}

/** When the day ends at the first of these airports. */
function firstMidnight(reference: Reference, origins: ReadonlySet<string>, now: Instant): number {
  const zones = new Set<string>();
  for (const origin of origins) {
    const zone = reference.airportAt(origin, now)?.zone;
    assert(zone, `the sample day knows the airport ${origin}`);
    zones.add(zone);
  }
  return Math.min(...[...zones].map((zone) => momentOf(zone, (localDay(zone, now) + 1) * DAY_MS).at));
}
