import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { HubCall } from '../../../main/hub/hub-methods.ts';
import { hubImportStore } from '../../../main/import/import-store.ts';
import { scheduleMethods } from '../../../main/import/schedule-methods.ts';
import { Uploads } from '../../../main/import/uploads.ts';
import type { SqliteDatabase } from '../../../main/store/sqlite.ts';
import { startImport } from '../../../main/threads/start-import.ts';
import type { Notice } from '../../../shared/notices.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { HERE, seatAt } from '../support/here.ts';
import { codeOf, MERCY, openTestHub, value } from '../support/test-hub.ts';
import { carrierRecord, legRecord, ssimFile } from './ssim-lines.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'aisle-many-'));
afterAll(() => rmSync(folder, { recursive: true }));

const FLIGHTS = 20 * 132;
/** More flights than are applied in one transaction. */
const many = ssimFile(
  carrierRecord(),
  ...Array.from({ length: 20 }, (_, at) => legRecord({ number: String(at + 1).padStart(4, '0'), from: '16NOV26', to: '27MAR27' })),
);

async function previewed() {
  const opened = await openTestHub({ clock: new FakeClock(Date.UTC(2026, 10, 10)) });
  let pieces = 0;
  let afterPiece = (): unknown => undefined;
  const hub = new Proxy(opened.hub, {
    get(target, key) {
      const found: unknown = Reflect.get(target, key);
      if (typeof found !== 'function') return found;
      return async (...given: unknown[]) => {
        const reply: unknown = await Reflect.apply(found, target, given);
        if (given[0] === 'schedule.copy') {
          pieces++;
          afterPiece();
        }
        return reply;
      };
    },
  });
  const store = hubImportStore(hub, startImport);
  const methods = scheduleMethods(new Uploads(path.join(folder, 'uploads')), store, { reference: opened.reference, now: () => hub.now() });
  const notices: Notice[] = [];
  const notify = (notice: Notice) => notices.push(notice);
  const call: HubCall = { session: undefined, actor: MERCY, connection: { ...seatAt(), session: undefined, caller: HERE, notify } };
  value(await methods['schedule.upload'](call, { uploadId: 'upload-0001', part: 0, bytes: Buffer.from(many).toString('base64') }));
  const { importId, counts } = value(await methods['schedule.preview'](call, { uploadId: 'upload-0001', name: 'season.ssim' }));
  expect(counts).toMatchObject({ flights: FLIGHTS, added: FLIGHTS });
  const apply = (requestId: string) => methods['schedule.apply'](call, { requestId, importId });
  const count = async (table: string) => (await opened.db.query<{ rows: number }>(`SELECT count(*) AS rows FROM ${table}`).get())?.rows;
  /** Does something when the first piece was made. */
  const atFirstPiece = (work: () => unknown): void => {
    afterPiece = () => {
      afterPiece = () => undefined;
      work();
    };
  };
  return { ...opened, store, methods, call, notices, apply, count, atFirstPiece, pieces: () => pieces };
}

test('many flights are applied in pieces with their progress told, and a repeat meanwhile waits for the same import', async () => {
  const { apply, notices, count, store, db, pieces } = await previewed();
  const first = apply('apply-request-1');
  const again = apply('apply-request-1');
  expect(codeOf(await apply('apply-request-2'))).toBe('IMPORT_RUNNING');
  expect(value(await first).counts).toMatchObject({ added: FLIGHTS });
  expect(await again).toEqual(await first);
  expect(await apply('apply-request-1')).toEqual(await first);
  const done = notices.flatMap((notice) => (notice.type === 'schedule.progress' && notice.stage === 'applying' ? [notice.done] : []));
  expect(pieces()).toBeGreaterThan(2);
  expect([done.at(0), done.at(-1)]).toEqual([0, 1]);
  expect(done).toEqual(done.toSorted((a, b) => a - b));
  expect(await count('flights')).toBe(FLIGHTS);
  await store.settle();
  expect(await count('staged_flights')).toBe(0);
  expect(await db.query("SELECT key FROM meta WHERE key = 'schedule_switch'").all()).toEqual([]);
});

test('an import that is cancelled between two pieces changes nothing, and leaves nothing', async () => {
  const { apply, methods, call, count, db, atFirstPiece } = await previewed();
  let cancelled: Promise<unknown> | undefined;
  atFirstPiece(() => {
    cancelled = methods['schedule.cancel'](call, {});
  });
  expect(codeOf(await apply('apply-request-1'))).toBe('IMPORT_CANCELLED');
  await cancelled;
  expect([await count('flights'), await count('staged_flights')]).toEqual([0, 0]);
  expect(await db.query("SELECT name FROM sqlite_schema WHERE name LIKE 'flights_next%'").all()).toEqual([]);
  expect(codeOf(await apply('apply-request-2'))).toBe('IMPORT_UNKNOWN');
});

test.each([
  ['at the first piece', false],
  ['at a later piece', true],
] as const)(
  'a disk that is full %s of the copy refuses the import, and nothing of the schedule, a sale or the preview is lost',
  async (_, later) => {
    const { apply, count, db, store, hold, addFlight, atFirstPiece, pieces } = await previewed();
    const sold = await addFlight();
    const sqlite = db as SqliteDatabase;
    const fill = (): void => {
      const [{ page_count: pages = 0 } = {}] = sqlite.pragma('page_count') as { page_count?: number }[];
      sqlite.pragma(`max_page_count = ${pages}`);
    };
    if (later) atFirstPiece(fill);
    else fill();
    expect(await apply('apply-request-1')).toMatchObject({ ok: false, refusal: { code: 'STORE_FULL' } });
    expect(pieces()).toBeGreaterThanOrEqual(later ? 2 : 1);
    expect([await count('flights'), await count('staged_flights')]).toEqual([1, FLIGHTS]);
    expect(await db.query("SELECT name FROM sqlite_schema WHERE name LIKE 'flights_next%'").all()).toEqual([]);
    expect(await db.query("SELECT key FROM meta WHERE key = 'schedule_switch'").all()).toEqual([]);
    sqlite.pragma('max_page_count = 1000000');
    value(await hold(sold.id, ['15A']));
    expect(value(await apply('apply-request-1')).counts).toMatchObject({ added: FLIGHTS });
    await store.settle();
    expect([await count('flights'), await count('staged_flights')]).toEqual([FLIGHTS + 1, 0]);
  },
);
