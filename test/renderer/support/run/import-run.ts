import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SYSTEM } from '../../../../main/actor.ts';
import { previewImport } from '../../../../main/import/import-job.ts';
import type { ImportProgress } from '../../../../main/import/import-progress.ts';
import { hubImportStore } from '../../../../main/import/import-store.ts';
import type { RunImportTask } from '../../../../main/import/import-task.ts';
import { readSchedule } from '../../../../main/import/read-schedule.ts';
import { assert } from '../../../../shared/assert.ts';
import { FakeClock } from '../../../main/support/fake-clock.ts';
import { openTestHub, value } from '../../../main/support/test-hub.ts';
import { NOON } from './open-counter.ts';

const COLUMNS = 'carrier,number,origin,destination,from,to,departs,arrives,equipment';
const daily = (number: number, from: string, to: string, departs = '10:00', arrives = '13:30', destination = 'LAX') =>
  `QX,${number},JFK,${destination},${from},${to},${departs},${arrives},738`;
const BEFORE = [COLUMNS, daily(41, '2026-11-22', '2027-11-21'), daily(42, '2026-11-22', '2026-11-28')];
/** QX 41 leaves an hour later for a month, QX 42 is gone, three numbers are new. Nobody knows the airport of QX 46, nor the last column. */
const AFTER = [
  `${COLUMNS},gate`,
  ...[
    daily(41, '2026-11-22', '2026-12-22', '11:00', '14:30'),
    daily(41, '2026-12-23', '2027-11-21'),
    ...[43, 44, 45].map((number) => daily(number, '2026-11-22', '2027-11-21')),
    daily(46, '2026-11-22', '2027-11-21', '10:00', '13:30', 'XYZ'),
  ].map((row) => `${row},B22`),
];

/** The preview, and the progress on the way to it, of a schedule in a store that has an older one, and a hold on a flight that is dropped. */
export async function runImport() {
  const folder = mkdtempSync(join(tmpdir(), 'aisle-samples-'));
  try {
    const opened = await openTestHub({ clock: new FakeClock(NOON) });
    // A thread would cost more than all of the reading.
    const readHere: RunImportTask = async (task, _signal, hear) => {
      assert(task.task === 'read', 'the hub itself compares');
      await hear({
        outcome: await readSchedule(task.file, opened.reference.withAirports(task.airports), (batch) => hear({ batch }), task.ownTurns),
      });
    };
    const progress: ImportProgress[] = [];
    const store = hubImportStore(opened.hub, readHere);
    const preview = async (name: string, rows: readonly string[]) => {
      const file = join(folder, name);
      writeFileSync(file, rows.join('\n'));
      const { signal } = new AbortController();
      return value(await previewImport({ file, name, importId: 'import-0001', store, signal, progress: (told) => progress.push(told) }));
    };
    value(await store.apply((await preview('old.csv', BEFORE)).apply, SYSTEM, opened.requestId()));
    const [dropped] = await opened.db.query<{ id: number }>('SELECT id FROM flights WHERE number = 42 ORDER BY departs_at').all();
    assert(dropped, 'QX 42 is in the old schedule');
    value(await opened.hold(dropped.id, ['20A']));
    const previewed = await preview('winter.csv', AFTER);
    await opened.hub.close();
    return { preview: previewed.preview, importProgress: progress };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
