import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DOOR_LIMITS } from '../../../main/door/key-load.ts';
import { JOURNAL_COLUMNS } from '../../../main/queries/journal-page.ts';
import { DeskConsole } from '../../crash/desk-console.ts';
import { HubProcess } from '../../crash/hub-process.ts';
import { layQuietTraining } from '../../support/quiet-training.ts';
import { value } from '../support/test-hub.ts';

const run = promisify(execFile);
const PAGE = readFileSync(path.join(import.meta.dirname, '../../../docs/http.md'), 'utf8');
const blocks = (language: string): string[] =>
  [...PAGE.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(([, text]) => text ?? '');

/** The page for whoever writes the other system: all its commands, run in their order as they are written, against a hub. */
describe('docs/http.md', () => {
  let hub: HubProcess;
  let supervisor: DeskConsole;
  let folder = '';
  const kept = (name: string): string => readFileSync(path.join(folder, name), 'utf8');

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'aisle-docs-'));
    layQuietTraining(folder);
    hub = new HubProcess(folder, '--host', '0.0.0.0');
    supervisor = await DeskConsole.signIn(await hub.ready, 'osei', 'T1-01', { sent() {}, answered() {}, heard() {} });
  });
  afterAll(async () => {
    await hub.stop();
    rmSync(folder, { recursive: true });
  });

  it('sells a seat, is refused, follows the journal and saves it as a table, command by command', async () => {
    const { code } = value(
      await supervisor.call('desks.offer', { desk: 'WEB-1', kind: 'system', rights: { calls: 'sells', feeds: true, callsPerSecond: 100 } }),
    );
    const paired = value(await supervisor.call('desks.pair', { code, system: true }));
    const key = `${paired.id}.${'secret' in paired ? paired.secret : ''}`;
    const [far = ''] = /https:[^,\s]+/.exec(hub.said) ?? [];
    const env = { ...process.env, AISLE: await hub.ready, FAR: far, KEY: key };
    const { stdout, stderr } = await run('bash', ['-euo', 'pipefail', '-c', blocks('sh').join('\n')], {
      cwd: folder,
      env,
      timeout: 120_000,
    });
    expect(stderr).toBe('');
    // An answer has no line of its own.
    const lines = stdout.replaceAll('}HOLD', '}\nHOLD').split('\n').filter(Boolean);
    const [found, locator, sold, problem, second, followed, fingerprint, held] = lines;
    expect(found).toMatch(/^the cheapest flight is \d+$/);
    expect(locator).toMatch(/^[A-Z2-9]{6}$/);
    expect([sold, second]).toEqual(['CONFIRMED', 'HOLD']);

    const told = JSON.parse(problem ?? '') as Record<string, unknown>;
    const shown = JSON.parse(blocks('json')[0] ?? '') as typeof told;
    expect(Object.keys(told)).toEqual(Object.keys(shown));
    expect(Object.keys(told.details as object)).toEqual(Object.keys(shown.details as object));
    expect(told).toMatchObject({ type: shown.type, title: shown.title, status: shown.status, code: shown.code, next: shown.next });
    expect(told.detail).toBe(String(shown.detail).replace('K7QF2M', locator ?? ''));

    expect(JSON.parse(followed ?? '')).toMatchObject({ type: 'hold.placed', user: 'system:WEB-1', desk: 'WEB-1' });
    expect(kept('live.ndjson')).toContain(followed);
    expect(kept('journal.ndjson')).toContain('"booking.confirmed"');
    const [header, ...rows] = kept('today.csv').replace('\uFEFF', '').split('\r\n').filter(Boolean);
    expect(header).toBe(JOURNAL_COLUMNS.join(','));
    expect(rows.filter((row) => row.includes(',booking.confirmed,')).length).toBe(1);

    const { fingerprint: known } = value(await supervisor.call('desks.offer', { desk: 'WEB-2', kind: 'system' }));
    expect(fingerprint?.replaceAll(':', '').toLowerCase()).toBe(known);
    expect(JSON.parse(held ?? '')).toMatchObject({ holds: [{ state: 'HOLD', desk: 'WEB-1' }] });
    expect(lines.length).toBe(8);
    // Nothing is logged as wrong, and no key.
    const log = kept('aisle.log').split('\n').filter(Boolean);
    expect(log.filter((line) => JSON.parse(line).level === 'error')).toEqual([]);
    expect(log.join()).not.toContain(key.split('.')[1]);
  });

  it('names every column of the table, and the limits that there are', () => {
    for (const column of JOURNAL_COLUMNS) expect(PAGE).toMatch(new RegExp(`^\\|[^|]*\\b${column}\\b[^|]*\\|`, 'm'));
    const { callsOpenMax, feedsOpenMax } = DOOR_LIMITS;
    expect(PAGE).toContain(`${callsOpenMax} calls under way for each key; ${feedsOpenMax} feeds`);
  });
});
