import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { assert } from '../../shared/assert.ts';
import { readHolidayCalendar } from '../import/holiday-calendar.ts';
import type { FromImportThread, ImportTask } from '../import/import-task.ts';
import { readSchedule } from '../import/read-schedule.ts';
import { loadReference } from '../reference/load-reference.ts';
import { openForReading } from '../store/open-store.ts';
import { compareImport } from '../views/compare-import.ts';

/** Reads a schedule file or a calendar of holidays, or compares what was staged with the schedule. */
const port = parentPort;
assert(port, 'imports run as a thread');
const task = workerData as ImportTask;
const tell = (message: FromImportThread): void => port.postMessage(message);

if (task.task === 'read') {
  const outcome = await readSchedule(task.file, loadReference(), async (batch) => {
    tell({ batch });
    await once(port, 'message');
  });
  tell({ outcome });
} else if (task.task === 'calendar') {
  tell({ calendarRead: readHolidayCalendar(task.bytes, task.span) });
} else {
  const reference = loadReference();
  const { db } = await openForReading(task.storeFile, 32);
  try {
    const compared = await db.snapshot(() => compareImport(db, task.now, task.staged, reference));
    tell({ compared });
  } finally {
    await db.close();
  }
}
port.close();
