import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SYSTEM } from '../../../main/actor.ts';
import { doImportTask } from '../../../main/import/do-import-task.ts';
import { previewImport } from '../../../main/import/import-job.ts';
import { hubImportStore } from '../../../main/import/import-store.ts';
import { dateOfDay } from '../../../shared/instants.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { openTestHub, value } from '../support/test-hub.ts';

/** A store into which files are imported one after the other, as a supervisor does it: preview, then apply. */
export async function openSchedule(now = Date.UTC(2026, 10, 10)) {
  const test = await openTestHub({ clock: new FakeClock(now) });
  // In this thread: a thread of its own takes longer to start than these files to read. import-job.test.ts reads in a thread.
  const store = hubImportStore(test.hub, (task, _signal, hear) => doImportTask(task, () => test.reference, hear));
  let imports = 0;
  const preview = async (content: string | Buffer) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'aisle-files-'));
    try {
      const file = path.join(folder, 'schedule');
      writeFileSync(file, content);
      imports += 1;
      const importId = `import-${String(imports).padStart(4, '0')}`;
      const job = { file, name: 'schedule', importId, store, signal: new AbortController().signal, progress: () => {} };
      return value(await previewImport(job));
    } finally {
      rmSync(folder, { recursive: true });
    }
  };
  return {
    ...test,
    preview: async (content: string | Buffer) => (await preview(content)).preview,
    /** Imports a file; what its preview said. */
    async take(content: string | Buffer) {
      const previewed = await preview(content);
      value(await store.apply(previewed.apply, SYSTEM, null));
      return previewed.preview;
    },
    /** `QX 10 LAX 2027-01-01` */
    async cancelled() {
      const sql =
        'SELECT carrier, number, origin, service_day FROM flights WHERE cancelled = 1 ORDER BY carrier, number, origin, service_day';
      const rows = await test.db.query<{ carrier: string; number: number; origin: string; service_day: number }>(sql).all();
      return rows.map(({ carrier, number, origin, service_day }) => `${carrier} ${number} ${origin} ${dateOfDay(service_day)}`);
    },
  };
}
