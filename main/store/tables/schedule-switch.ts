import type { ReadDatabase, WriteDatabase } from '../database.ts';
import { readMeta, writeMeta } from './meta-table.ts';

/** A flight number of a carrier. Many flights are copied in the order of these. */
export interface NumberKey {
  readonly carrier: string;
  readonly number: number;
}

/**
 * How far an import of many flights has come, of which one at a time is under way. It is written in the same transaction as what it tells of, so a crash
 * leaves both or none.
 * 1. copying: the next schedule is made beside the present one, up to a flight number. Nobody sees it, and whatever ends the import drops it.
 * 2. counting: the next schedule is the schedule. What cabins may sell follows their new aircraft, up to a flight.
 * 3. telling: bookings are told and passengers seated, up to a flight.
 * 4. dropping: the schedule of before is dropped, an index at a time.
 */
export type ScheduleSwitch = CopyingSchedule | SettlingSchedule;

export interface CopyingSchedule {
  readonly step: 'copying';
  readonly importId: string;
  /** The generation of the schedule that is copied. Every write to it raises the number, so none is lost. */
  readonly generation: number;
  /** When the import was begun. What had departed by then is neither cancelled nor told of. */
  readonly at: number;
  readonly upTo: NumberKey;
  readonly ended: boolean;
  readonly staged: number;
  readonly known: number;
  readonly changed: number;
  readonly shifted: number;
  readonly dropped: number;
  readonly lastFlight: number;
}

export interface SettlingSchedule {
  readonly step: 'counting' | 'telling' | 'dropping';
  /** Its staged rows are still there. */
  readonly staged: string | null;
  readonly at: number;
  /** The entry of the journal that tells of the new schedule. What a booking was told of it comes later. */
  readonly event: number;
  /** Bookings with a higher number were made after it. */
  readonly lastBooking: number;
  /** The flight up to which the step is done. */
  readonly upTo: number;
}

const knownBy = new WeakMap<ReadDatabase, ScheduleSwitch | null>();

export async function scheduleSwitch(db: ReadDatabase): Promise<ScheduleSwitch | undefined> {
  const text = await readMeta(db, 'schedule_switch');
  return text === undefined ? undefined : (JSON.parse(text) as ScheduleSwitch);
}

export async function writeScheduleSwitch(db: WriteDatabase, after: ScheduleSwitch): Promise<void> {
  knownBy.delete(db);
  await writeMeta(db, 'schedule_switch', JSON.stringify(after));
}

export async function endScheduleSwitch(db: WriteDatabase): Promise<void> {
  knownBy.delete(db);
  await db.change("DELETE FROM meta WHERE key = 'schedule_switch'").run();
}

/** The same as `scheduleSwitch`, kept in memory, because each hold asks for it. Only the writer writes it, so a handle that has read it once knows it. */
export function knownSwitch(db: ReadDatabase): ScheduleSwitch | null | Promise<ScheduleSwitch | null> {
  const known = knownBy.get(db);
  return known === undefined ? readKnown(db) : known;
}

async function readKnown(db: ReadDatabase): Promise<ScheduleSwitch | null> {
  const found = (await scheduleSwitch(db)) ?? null;
  knownBy.set(db, found);
  return found;
}

/** Must be called after something was undone. */
export const forgetSwitch = (db: ReadDatabase): boolean => knownBy.delete(db);
