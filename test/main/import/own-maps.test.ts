import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { SYSTEM } from '../../../main/actor.ts';
import { previewImport } from '../../../main/import/import-job.ts';
import { hubImportStore } from '../../../main/import/import-store.ts';
import type { RunImportTask } from '../../../main/import/import-task.ts';
import { readSchedule } from '../../../main/import/read-schedule.ts';
import { assert } from '../../../shared/assert.ts';
import { dateOfDay, dayNumber } from '../../../shared/instants.ts';
import { redrawn320, without } from '../support/fleet-drafts.ts';
import { openFleetHub } from '../support/fleet-hub.ts';
import { value } from '../support/test-hub.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'aisle-own-maps-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const HEADER = 'carrier,number,origin,destination,from,to,days,departs,arrives,equipment,configuration';

async function airline() {
  const fleet = await openFleetHub();
  const today = dayNumber(fleet.first);
  const date = (days: number): string => dateOfDay(today + days);
  const readHere: RunImportTask = async (task, _signal, hear) => {
    assert(task.task === 'read', 'the hub itself compares');
    await hear({
      outcome: await readSchedule(task.file, fleet.reference.withAirports(task.airports), (batch) => hear({ batch }), task.ownTurns),
    });
  };
  const store = hubImportStore(fleet.hub, readHere);
  let files = 0;
  const look = async (rows: readonly string[]) => {
    const file = path.join(folder, `${++files}.csv`);
    writeFileSync(file, [HEADER, ...rows].join('\n'));
    const { signal } = new AbortController();
    return value(await previewImport({ file, name: 'a.csv', importId: `import-000${files}`, store, signal, progress: () => {} }));
  };
  return {
    ...fleet,
    date,
    look,
    /** B6 101 and the like, daily from tomorrow for six days. */
    daily: (carrier: string, number: number, equipment: string, configuration: string): string =>
      `${carrier},${number},JFK,LAX,${date(1)},${date(6)},1234567,10:00,13:30,${equipment},${configuration}`,
    async file(...rows: string[]) {
      const { preview, apply } = await look(rows);
      value(await store.apply(apply, SYSTEM, fleet.requestId()));
      return preview;
    },
    /** The map of each day, as a letter: that of a name, or `-` for another. */
    async days(number: number, names: Readonly<Record<string, string>>): Promise<string> {
      const rows = await fleet.db
        .query<{ seat_map: string }>('SELECT seat_map FROM flights WHERE number = ? ORDER BY service_day')
        .all(number);
      return rows.map(({ seat_map }) => names[seat_map] ?? '-').join('');
    },
  };
}

test('an import chooses the map of the airline for carrier, equipment, configuration and day, then that for any carrier, then none', async () => {
  const { file, daily, date, fly, days } = await airline();
  const any = await fly(redrawn320(without('26F'), { carrier: null }), { from: date(2) });
  const own = await fly(redrawn320(without('25F')), { from: date(4), until: date(5) });
  const preview = await file(
    daily('B6', 101, '320', 'Y178'),
    daily('NK', 102, '320', 'Y178'),
    daily('B6', 103, '320', ''),
    daily('NK', 104, '320', ''),
    daily('B6', 105, '320', 'Y150'),
    daily('B6', 106, '321', 'J16Y189'),
    daily('B6', 107, '320', 'M178VV12'),
  );
  const names = { [any.id]: 'a', [own.id]: 'o', a320: 's' };
  expect(await days(101, names)).toBe('saaooa');
  expect(await days(102, names)).toBe('saaaaa');
  // The file does not say which configuration: any map for carrier and equipment will do.
  expect(await days(103, names)).toBe('sssoos');
  expect(await days(104, names)).toBe('ssssss');
  expect(await days(105, names)).toBe('------');
  expect(await days(106, names)).toBe('------');
  expect(await days(107, names)).toBe('saaooa');
  const { seatMaps } = preview.summary;
  expect(seatMaps).toContainEqual(expect.objectContaining({ equipment: '320', capacity: 'Y177', made: false }));
});

test('a file of which no flight is sold by a map that was made does not say so', async () => {
  const { look, daily, date, fly } = await airline();
  await fly(
    redrawn320((rows) => rows.slice(0, 20), { configuration: 'Y150', wing: { from: 10, to: 16 }, fixtures: [] }),
    { from: date(1), until: date(3) },
  );
  const made = (preview: Awaited<ReturnType<typeof look>>['preview']) =>
    preview.problems.filter(({ problem }) => /made from/.test(problem)).length;
  const within = `B6,101,JFK,LAX,${date(1)},${date(3)},1234567,10:00,13:30,320,Y150`;
  expect(made((await look([within])).preview)).toBe(0);
  expect(made((await look([daily('B6', 101, '320', 'Y150')])).preview)).toBe(1);
});

test('the same file twice changes nothing: not after a take-over, and not the flights that kept their map because they had passengers', async () => {
  const { file, daily, date, fly, days, sell, db } = await airline();
  await file(daily('B6', 101, '320', 'Y178'));
  const [first] = await db.query<{ id: number }>('SELECT id FROM flights WHERE service_day = ?').all(dayNumber(date(3)));
  await sell(first?.id ?? 0, ['25F']);
  const own = await fly(redrawn320(without('25F')), { from: date(2), onlyUnsold: true });
  const names = { [own.id]: 'o', a320: 's' };
  expect(await days(101, names)).toBe('sosooo');
  expect((await file(daily('B6', 101, '320', 'Y178'))).counts).toMatchObject({ changed: 0, unchanged: 6, bookingsTouched: 0 });
  expect(await days(101, names)).toBe('sosooo');
  // Once it takes over from all, there is nothing to keep.
  const later = await fly(redrawn320(without('24F')), { from: date(2) }, 1);
  expect(await days(101, { [later.id]: 'l', a320: 's' })).toBe('slllll');
  expect((await file(daily('B6', 101, '320', 'Y178'))).counts).toMatchObject({ changed: 0, unchanged: 6 });
});
