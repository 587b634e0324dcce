import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { importFile } from '../../../main/command-line/import-command.ts';
import { lockStore } from '../../../main/store/store-lock.ts';
import { DAY_MS } from '../../../shared/instants.ts';
import { carrierRecord, legRecord, ssimFile } from '../import/ssim-lines.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'aisle-command-'));
afterAll(() => rmSync(folder, { recursive: true }));
const season = path.join(folder, 'season.ssim');
writeFileSync(season, ssimFile(carrierRecord(), legRecord(), legRecord({ number: '42', type: 'F' })));

async function run(dataDir: string, more: { file?: string; dryRun?: boolean; json?: boolean; timeIsRight?: boolean } = {}) {
  let text = '';
  const code = await importFile({
    file: more.file ?? season,
    dataDir: path.join(folder, dataDir),
    mode: undefined,
    dryRun: more.dryRun ?? false,
    json: more.json ?? false,
    timeIsRight: more.timeIsRight ?? false,
    out: (more) => {
      text += more;
    },
    progress: () => {},
  });
  return { code, text };
}
const json = async (...given: Parameters<typeof run>) =>
  JSON.parse((await run(given[0], { ...given[1], json: true })).text) as Record<string, unknown>;

describe('import on the command line', () => {
  it('says what it would do, does it, and does it once', async () => {
    const tried = await run('a', { dryRun: true });
    expect(tried.code).toBe(0);
    expect(tried.text).toContain('SSIM chapter 7, 2 legs, 7 flights');
    expect(tried.text).toContain('line 5, warning: QX 42 has service type "F": it sells no seats and is left out.');
    expect(tried.text).toContain('Nothing was changed: this was a dry run.');
    expect(await json('a')).toMatchObject({ ok: true, applied: true, counts: { added: 7, unchanged: 0 }, refusal: null });
    expect(await json('a')).toMatchObject({ ok: true, applied: true, counts: { added: 0, unchanged: 7 } });
    expect((await run('a')).text).toContain('The schedule was the same already; nothing was changed.');
  });

  it('prints one JSON object of this shape', async () => {
    const result = await json('b', { dryRun: true });
    expect(Object.keys(result)).toEqual([
      'ok',
      'applied',
      'file',
      'store',
      'format',
      'counts',
      'problems',
      'problemsMore',
      'attention',
      'summary',
      'refusal',
    ]);
    expect(result).toMatchObject({
      ok: true,
      applied: false,
      format: 'ssim',
      file: season,
      store: path.join(folder, 'b', 'training.sqlite'),
    });
  });

  it('refuses what is no schedule, and what is not there', async () => {
    const file = path.join(folder, 'notes.txt');
    writeFileSync(file, 'hello\n');
    const refused = await run('c', { file });
    expect(refused.code).toBe(1);
    expect(refused.text).toContain('Refused: The file is neither SSIM chapter 7 nor the CSV of the manual.');
    expect(await json('c', { file: path.join(folder, 'none') })).toMatchObject({
      ok: false,
      counts: null,
      refusal: { code: 'FILE_UNREADABLE' },
    });
    expect((await run('c', { file: folder })).code).toBe(1);
  });

  it('refuses by a clock that is days after the newest entry, unless told that it is right: a hub that was off over the holidays', async () => {
    await run('late');
    vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 11 * DAY_MS);
    onTestFinished(() => {
      vi.restoreAllMocks();
    });
    const refused = await json('late');
    expect(refused).toMatchObject({ ok: false, applied: false, refusal: { code: 'CLOCK_DOUBTFUL' } });
    expect((refused.refusal as { next: string }).next).toMatch(/^The computer says \d{4}-\d\d-\d\d \d\d:\d\d UTC\..*--time-is-right/);
    expect(await json('late', { timeIsRight: true })).toMatchObject({ ok: true, applied: true });
    // Confirmed once, it is known.
    expect(await json('late')).toMatchObject({ ok: true });
  });

  it('says so when a running Aisle has the store', async () => {
    await run('d', { dryRun: true });
    const lock = await lockStore(path.join(folder, 'd', 'training.sqlite'));
    const refused = await run('d');
    lock.release();
    expect(refused.code).toBe(1);
    expect(refused.text).toContain('Another Aisle has the store');
    expect((await run('d')).code).toBe(0);
  });

  it('finds a file, and a folder, from where npm was typed', () => {
    const env = { ...process.env, INIT_CWD: folder };
    const done = spawnSync(process.execPath, ['main/aisle.ts', 'import', 'season.ssim', '--data', 'typed', '--json'], {
      encoding: 'utf8',
      env,
    });
    expect(JSON.parse(done.stdout)).toMatchObject({ ok: true, file: season, store: path.join(folder, 'typed', 'training.sqlite') });
  });

  it.each([
    ['nothing to do', []],
    ['two files', ['import', season, season]],
    ['an unknown switch', ['import', season, '--force']],
    ['both stores', ['import', season, '--live', '--training']],
  ])('ends with 2 and the usage on %s', (_name, args) => {
    const done = spawnSync(process.execPath, ['main/aisle.ts', ...args], { encoding: 'utf8' });
    expect(done.status).toBe(2);
    expect(done.stderr).toContain('Usage: npm run aisle -- import FILE');
  });
});
