import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { SYSTEM } from '../../../main/actor.ts';
import { previewImport } from '../../../main/import/import-job.ts';
import type { ImportProgress } from '../../../main/import/import-progress.ts';
import { hubImportStore, type ImportStore } from '../../../main/import/import-store.ts';
import { startImport } from '../../../main/threads/start-import.ts';
import { refuse } from '../../../shared/refusals.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { openTestHub } from '../support/test-hub.ts';
import { carrierRecord, legRecord, ssimFile } from './ssim-lines.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'aisle-import-'));
afterAll(() => rmSync(folder, { recursive: true }));
const fileOf = (name: string, content: string): string => {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
};

const season = fileOf('season.ssim', ssimFile(carrierRecord(), legRecord(), legRecord({ number: '42', equipment: '77F' })));
const rows = Array.from({ length: 200 }, (_, row) => `QX,${row + 1},JFK,LAX,2026-11-22,2027-06-30,10:00,13:30,738`);
/** 44,200 flights: many batches. */
const large = fileOf('large.csv', ['carrier,number,origin,destination,from,to,departs,arrives,equipment', ...rows].join('\n'));

const openStore = async (storeFile?: string) => {
  const test = await openTestHub({ clock: new FakeClock(Date.UTC(2026, 10, 10)), ...(storeFile ? { file: storeFile } : {}) });
  const store = hubImportStore(test.hub, startImport, storeFile);
  const staged = async () => (await test.db.query<{ rows: number }>('SELECT count(*) AS rows FROM staged_flights').get())?.rows;
  return { ...test, store, staged };
};

const job = (file: string, store: ImportStore, more: { signal?: AbortSignal; progress?: (progress: ImportProgress) => void } = {}) =>
  previewImport({
    file,
    name: path.basename(file),
    importId: 'import-0001',
    store,
    signal: more.signal ?? new AbortController().signal,
    progress: more.progress ?? (() => {}),
  });

describe('a preview', () => {
  it('reads while the hub goes on, counts, and is applied', async () => {
    const { store, staged, hub } = await openStore();
    const seen: ImportProgress[] = [];
    const reply = await job(season, store, { progress: (progress) => seen.push(progress) });
    expect(reply).toMatchObject({
      ok: true,
      value: {
        preview: {
          importId: 'import-0001',
          name: 'season.ssim',
          format: 'ssim',
          counts: { legs: 2, flights: 7, added: 7, changed: 0, unchanged: 0, dropped: 0, refused: 1, bookingsTouched: 0 },
          problems: [{ line: 5, severity: 'refused', problem: 'No aircraft that carries passengers is called "77F"' }],
          problemsMore: 0,
        },
      },
    });
    expect(seen.map((progress) => progress.stage)).toEqual(['reading', 'comparing', 'comparing']);
    expect(seen.at(-1)).toMatchObject({ done: 1, records: 7 });
    if (!reply.ok) return;
    expect(await store.apply(reply.value.apply, SYSTEM, null)).toMatchObject({ ok: true, value: { counts: { added: 7 } } });
    expect(await staged()).toBe(0);
    await hub.close();
  });

  it('compares in a thread of its own where the store is a file', async () => {
    const { store, hub } = await openStore(path.join(folder, 'store.sqlite'));
    const reply = await job(large, store);
    expect(reply).toMatchObject({ ok: true, value: { preview: { format: 'csv', counts: { legs: 200, flights: 44_200, added: 44_200 } } } });
    await hub.close();
  });

  it.each(['99999999999999999999', '1e300', '0x10'])(
    'refuses the row of flight number %s alone, instead of breaking the import',
    async (number) => {
      const { store, reports } = await openStore();
      const head = 'carrier,number,origin,destination,from,departs,arrives,equipment';
      const rows = ['41', number].map((each) => `QX,${each},JFK,LAX,2026-11-16,10:00,13:30,738`);
      const reply = await job(fileOf('number.csv', [head, ...rows].join('\n')), store);
      expect(reply).toMatchObject({ ok: true, value: { preview: { counts: { flights: 1, refused: 1 } } } });
      expect(reports).toEqual([]);
    },
  );

  it('leaves nothing behind when the file cannot be used', async () => {
    const { store, staged } = await openStore();
    expect(await job(fileOf('cut.ssim', ssimFile(carrierRecord(), legRecord()).slice(0, 4 * 201)), store)).toMatchObject({
      ok: false,
      refusal: {
        code: 'FILE_UNREADABLE',
        details: { problem: 'The file ends without the trailer of its last carrier: it is not complete' },
      },
    });
    expect(await staged()).toBe(0);
  });

  it('leaves nothing behind when it is cancelled under way', async () => {
    const { store, staged } = await openStore();
    const stop = new AbortController();
    let batches = 0;
    const reply = await job(large, store, {
      signal: stop.signal,
      progress: () => {
        if (++batches === 2) stop.abort();
      },
    });
    expect(reply).toMatchObject({ ok: false, refusal: { code: 'IMPORT_CANCELLED' } });
    expect(batches).toBe(2);
    expect(await staged()).toBe(0);
  });

  it('does not begin when it was cancelled before', async () => {
    const { store } = await openStore();
    expect(await job(large, store, { signal: AbortSignal.abort() })).toMatchObject({ ok: false, refusal: { code: 'IMPORT_CANCELLED' } });
  });

  it('ends with the refusal of a store that cannot take more', async () => {
    const { store } = await openStore();
    const discarded: (string | null)[] = [];
    const full: ImportStore = {
      ...store,
      stage: async () => refuse('STORE_FULL'),
      discard: async (importId) => {
        discarded.push(importId);
        return { ok: true, value: {} };
      },
    };
    expect(await job(large, full)).toMatchObject({ ok: false, refusal: { code: 'STORE_FULL' } });
    expect(discarded).toEqual(['import-0001']);
  });
});
