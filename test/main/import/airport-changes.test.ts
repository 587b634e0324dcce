import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { SYSTEM } from '../../../main/actor.ts';
import { doImportTask } from '../../../main/import/do-import-task.ts';
import { previewImport } from '../../../main/import/import-job.ts';
import { hubImportStore } from '../../../main/import/import-store.ts';
import type { RunImportTask } from '../../../main/import/import-task.ts';
import type { Input } from '../../../shared/contract.ts';
import { dateOfDay, dayNumber } from '../../../shared/instants.ts';
import { codeOf, MERCY, openTestHub, value } from '../support/test-hub.ts';

const HEADER = 'carrier,number,origin,destination,from,to,departs,arrives,equipment';
const facts = {
  ...{ name: 'New Bridge Airport', city: 'New Bridge', cityCode: 'XNB', country: 'US' },
  ...{ north: 360_000, east: -950_000, zone: 'America/Chicago', closed: false },
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'aisle-airports-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function airline() {
  const core = await openTestHub();
  const today = Math.floor(core.clock.now() / 86_400_000);
  let files = 0;
  const set = async (more: Partial<Input<'airports.set'>>) =>
    value(
      await core.hub.execute(
        'airports.set',
        { requestId: core.requestId(), code: 'XNB', from: dateOfDay(today), ...facts, basedOn: 0, reason: 'opens', ...more },
        MERCY,
      ),
    );
  return {
    ...core,
    set,
    day: (days: number) => dateOfDay(today + days),
    /** `whileRead`: happens after the file was read, and before it is compared. */
    async look(rows: readonly string[], whileRead = async () => {}) {
      const run: RunImportTask = async (task, _signal, hear) => {
        await doImportTask(task, () => core.reference, hear);
        await whileRead();
      };
      const store = hubImportStore(core.hub, run);
      const file = path.join(folder, `${++files}.csv`);
      writeFileSync(file, [HEADER, ...rows].join('\n'));
      const { signal } = new AbortController();
      const reply = await previewImport({ file, name: 'a.csv', importId: `import-000${files}`, store, signal, progress: () => {} });
      return { reply, apply: async () => store.apply(value(reply).apply, SYSTEM, core.requestId()) };
    },
    flights: () =>
      core.db
        .query<{ service_day: number; departs_at: number }>(
          'SELECT service_day, departs_at FROM flights WHERE cancelled = 0 ORDER BY departs_at',
        )
        .all(),
  };
}

test('a file with an airport that was added is read, and each of its days by the zone of that day', async () => {
  const { set, day, look, flights } = await airline();
  const row = `QA,700,XNB,JFK,${day(1)},${day(4)},10:00,14:00,320`;
  const other = `QA,702,JFK,ORD,${day(1)},${day(1)},10:00,12:00,320`;
  const before = value((await look([row, other])).reply).preview;
  expect(before).toMatchObject({ counts: { added: 1 }, problems: [{ problem: 'origin: no airport is called "XNB"' }] });
  await set({});
  await set({ from: day(3), zone: 'America/New_York', basedOn: 1 });
  const { reply, apply } = await look([row]);
  expect(value(reply).preview).toMatchObject({ counts: { added: 4 }, problems: [] });
  value(await apply());
  // 10:00 in Chicago is 16:00 UTC, in New York 15:00.
  const hours = (await flights()).map(({ service_day, departs_at }) => `${dateOfDay(service_day)} ${new Date(departs_at).getUTCHours()}`);
  expect(hours).toEqual([`${day(1)} 16`, `${day(2)} 16`, `${day(3)} 15`, `${day(4)} 15`]);
});

test('days before an airport opens, and after it closes, are refused, and the others are read', async () => {
  const { set, day, look, flights } = await airline();
  await set({ from: day(3) });
  await set({ from: day(6), closed: true, basedOn: 1 });
  const { reply, apply } = await look([
    `QA,700,XNB,JFK,${day(1)},${day(8)},10:00,14:00,320`,
    // It lands on the day on which XNB opens.
    `QA,701,JFK,XNB,${day(2)},${day(2)},23:30,01:00,320`,
  ]);
  const { preview } = value(reply);
  expect(preview.problems).toMatchObject([
    { line: 2, severity: 'refused', problem: 'On 5 of its days XNB is not open by Admin, Airports' },
  ]);
  expect(preview.counts).toMatchObject({ added: 4, refused: 1 });
  value(await apply());
  expect((await flights()).map(({ service_day }) => service_day - dayNumber(day(0)))).toEqual([2, 3, 4, 5]);
});

test('after a zone was corrected, the same file moves the flights to their local times', async () => {
  const { set, day, look, flights } = await airline();
  await set({});
  const row = `QA,700,XNB,JFK,${day(1)},${day(2)},23:30,03:30,320`;
  value(await (await look([row])).apply());
  const [first] = await flights();
  await set({ zone: 'America/New_York', basedOn: 1 });
  expect((await flights())[0]).toEqual(first);
  const { reply, apply } = await look([row]);
  expect(value(reply).preview.counts).toMatchObject({ added: 0, changed: 2, dropped: 0 });
  value(await apply());
  const [moved] = await flights();
  expect([moved?.service_day, (first?.departs_at ?? 0) - (moved?.departs_at ?? 0)]).toEqual([first?.service_day, 3_600_000]);
});

test('a file that was read by airports which changed meanwhile is neither shown nor applied', async () => {
  const { set, day, look } = await airline();
  const row = `QA,700,ORD,JFK,${day(1)},${day(2)},10:00,14:00,320`;
  const seen = await look([row]);
  await set({});
  expect(codeOf(await seen.apply())).toBe('IMPORT_STALE');
  let changed = false;
  const during = await look([row], async () => {
    if (!changed) await set({ basedOn: 1, name: 'New Bridge International' });
    changed = true;
  });
  expect(codeOf(during.reply)).toBe('IMPORT_STALE');
});
