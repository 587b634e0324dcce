import type { Reference } from '../reference/reference.ts';
import { openForReading } from '../store/open-store.ts';
import { airportChanges } from '../store/tables/airport-changes-table.ts';
import { compareImport } from '../views/compare-import.ts';
import { withOwnSeatMaps } from '../views/own-seat-maps.ts';
import { readFareFile } from './csv-competitor-fares.ts';
import { readHolidayCalendar } from './holiday-calendar.ts';
import type { FromImportThread, ImportTask } from './import-task.ts';
import { readSchedule } from './read-schedule.ts';

/**
 * Reads a schedule file, a calendar of holidays or a file of fares, or compares what was staged with the schedule. It waits until `tell` has taken a message
 * before it goes on, and it keeps its thread busy. `reference` is loaded only for a task that needs it.
 */
export async function doImportTask(
  task: ImportTask,
  reference: () => Reference,
  tell: (message: FromImportThread) => Promise<void>,
): Promise<void> {
  if (task.task === 'read') {
    const known = reference().withAirports(task.airports);
    await tell({ outcome: await readSchedule(task.file, known, (batch) => tell({ batch }), task.ownTurns) });
  } else if (task.task === 'calendar') {
    await tell({ calendarRead: readHolidayCalendar(task.bytes, task.span) });
  } else if (task.task === 'fares') {
    await tell({ faresRead: readFareFile(task.bytes, task.now) });
  } else {
    const { db, locators } = await openForReading(task.storeFile, 32);
    try {
      const known = withOwnSeatMaps(reference().withAirports(await airportChanges(db)), db);
      await tell({ compared: await db.snapshot(() => compareImport({ db, now: task.now, reference: known, locators }, task.staged)) });
    } finally {
      await db.close();
    }
  }
}
