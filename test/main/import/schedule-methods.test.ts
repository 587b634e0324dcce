import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { HubCall } from '../../../main/hub/hub-methods.ts';
import { hubImportStore } from '../../../main/import/import-store.ts';
import { scheduleMethods } from '../../../main/import/schedule-methods.ts';
import { Uploads } from '../../../main/import/uploads.ts';
import { startImport } from '../../../main/threads/start-import.ts';
import type { Notice } from '../../../shared/notices.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { HERE, seatAt } from '../support/here.ts';
import { codeOf, MERCY, openTestHub, value } from '../support/test-hub.ts';
import { carrierRecord, legRecord, ssimFile } from './ssim-lines.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'aisle-uploads-'));
afterAll(() => rmSync(folder, { recursive: true }));
const season = ssimFile(carrierRecord(), legRecord());

async function open(file = ':memory:') {
  const test = await openTestHub({ clock: new FakeClock(Date.UTC(2026, 10, 10)), file });
  const uploads = path.join(folder, String(Math.floor(performance.now() * 1_000)));
  const methods = scheduleMethods(new Uploads(uploads), hubImportStore(test.hub, startImport), {
    reference: test.reference,
    now: () => test.hub.now(),
  });
  const notices: Notice[] = [];
  const call: HubCall = {
    session: undefined,
    actor: MERCY,
    connection: { ...seatAt(), session: undefined, caller: HERE, notify: (notice) => notices.push(notice) },
  };
  const send = async (uploadId: string, text: string) => {
    const half = Math.ceil(text.length / 2);
    for (const [part, piece] of [text.slice(0, half), text.slice(half)].entries()) {
      value(await methods['schedule.upload'](call, { uploadId, part, bytes: Buffer.from(piece).toString('base64') }));
    }
  };
  const preview = (uploadId: string) => methods['schedule.preview'](call, { uploadId, name: 'season.ssim' });
  const apply = (requestId: string, importId: string, actor = MERCY) =>
    methods['schedule.apply']({ ...call, actor }, { requestId, importId });
  return { ...test, uploads, methods, call, notices, send, preview, apply };
}

describe('imports of a console', () => {
  it('send a file in parts, preview it, apply it, and may ask again for a lost reply', async () => {
    const { send, preview, apply, notices, uploads, hub } = await open();
    await send('upload-0001', season);
    const previewed = value(await preview('upload-0001'));
    expect(previewed.counts).toMatchObject({ legs: 1, flights: 7, added: 7 });
    expect(readdirSync(uploads)).toEqual([]);
    const first = await apply('apply-request-1', previewed.importId);
    expect(first).toMatchObject({ ok: true, value: { counts: { added: 7 } } });
    expect(await apply('apply-request-1', previewed.importId)).toEqual(first);
    expect(codeOf(await apply('apply-request-2', previewed.importId))).toBe('IMPORT_UNKNOWN');
    const stages = notices.map((notice) => (notice.type === 'schedule.progress' ? notice.stage : ''));
    expect(new Set(stages)).toEqual(new Set(['reading', 'comparing', 'applying']));
    await hub.close();
  });

  it('get the stored reply again after another import, while one runs and after a restart, where they read IMPORT_UNKNOWN before', async () => {
    const file = path.join(folder, 'restarted.sqlite');
    const before = await open(file);
    await before.send('upload-0001', season);
    const { importId } = value(await before.preview('upload-0001'));
    const first = await before.apply('apply-request-1', importId);
    expect(codeOf(first)).toBe('ok');

    await before.send('upload-0002', season);
    const running = before.preview('upload-0002');
    expect(await before.apply('apply-request-1', importId)).toEqual(first);
    expect(codeOf(await before.apply('apply-request-9', importId))).toBe('IMPORT_RUNNING');
    const second = value(await running);
    expect(await before.apply('apply-request-1', importId)).toEqual(first);
    // The repeat has not touched what was previewed since.
    expect(codeOf(await before.apply('apply-request-2', second.importId))).toBe('ok');
    await before.hub.close();

    const after = await open(file);
    expect(await after.apply('apply-request-1', importId)).toEqual(first);
    expect(codeOf(await after.apply('apply-request-1', second.importId))).toBe('REQUEST_REUSED');
    expect(codeOf(await after.apply('apply-request-1', importId, { ...MERCY, user: 'weber' }))).toBe('REQUEST_REUSED');
    expect(codeOf(await after.apply('apply-request-3', importId))).toBe('IMPORT_UNKNOWN');
    expect(after.reports).toEqual([]);
    await after.hub.close();
  });

  it('are applied once when the same request comes twice at the same time', async () => {
    const { send, preview, apply, hub } = await open();
    await send('upload-0001', season);
    const { importId } = value(await preview('upload-0001'));
    const both = await Promise.all([apply('apply-request-1', importId), apply('apply-request-1', importId)]);
    expect(both.map(codeOf)).toEqual(['ok', 'ok']);
    expect(hub.newestEvent).toBe(1);
  });

  it('must send parts in order, from the first on', async () => {
    const { methods, call, send } = await open();
    const part = (uploadId: string, number: number) => methods['schedule.upload'](call, { uploadId, part: number, bytes: '' });
    expect(await part('upload-0001', 1)).toMatchObject({
      ok: false,
      refusal: { code: 'UPLOAD_OUT_OF_ORDER', details: { part: 1, expected: 0 } },
    });
    await send('upload-0001', season);
    expect(await part('upload-0001', 5)).toMatchObject({ ok: false, refusal: { details: { part: 5, expected: 2 } } });
  });

  it('refuse a file that never came, an import that nobody previewed, and a second one meanwhile', async () => {
    const { preview, apply, send } = await open();
    expect(codeOf(await preview('upload-0009'))).toBe('UPLOAD_UNKNOWN');
    expect(codeOf(await apply('apply-request-1', 'import-0009'))).toBe('IMPORT_UNKNOWN');
    await send('upload-0001', season);
    const running = preview('upload-0001');
    expect(codeOf(await preview('upload-0001'))).toBe('IMPORT_RUNNING');
    expect(codeOf(await apply('apply-request-2', 'import-0009'))).toBe('IMPORT_RUNNING');
    expect(codeOf(await running)).toBe('ok');
  });

  it('can be stopped under way and forgotten afterwards, with nothing left', async () => {
    const { preview, apply, send, methods, call, db } = await open();
    const staged = async () => (await db.query<{ rows: number }>('SELECT count(*) AS rows FROM staged_flights').get())?.rows;
    await send('upload-0001', season);
    const running = preview('upload-0001');
    await methods['schedule.cancel'](call, {});
    expect(codeOf(await running)).toBe('IMPORT_CANCELLED');
    await send('upload-0002', season);
    const { importId } = value(await preview('upload-0002'));
    expect(await staged()).toBe(7);
    await methods['schedule.cancel'](call, {});
    expect(await staged()).toBe(0);
    expect(codeOf(await apply('apply-request-1', importId))).toBe('IMPORT_UNKNOWN');
  });
});
