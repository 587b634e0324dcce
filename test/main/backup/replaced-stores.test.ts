import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { clearReplaced, replacedName, replacedStores } from '../../../main/backup/replaced-stores.ts';
import { listReplaced } from '../../../main/command-line/replaced-command.ts';
import { REPLACED_KEPT_MAX } from '../../../shared/bounds.ts';
import { DAY_MS } from '../../../shared/instants.ts';

const NOW = Date.UTC(2026, 10, 26, 12);
let folder: string;
let store: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aisle-replaced-'));
  store = join(folder, 'live.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Writes a replaced store of so many days ago, 1,000 bytes with a log of 24. */
function replaced(days: number, mode: 'live' | 'training' = 'live'): string {
  const file = replacedName(mode, NOW - days * DAY_MS);
  writeFileSync(join(folder, file), Buffer.alloc(1_000));
  writeFileSync(join(folder, `${file}-wal`), Buffer.alloc(24));
  return file;
}

test('they are found newest first, with the size of their logs, and nothing else is', () => {
  const [old, young] = [replaced(9), replaced(1)];
  replaced(1, 'training');
  for (const other of ['live.sqlite', 'live-replaced-x.sqlite', 'live-2026-11-25T12-00-00Z-hourly.sqlite'])
    writeFileSync(join(folder, other), '');
  expect(replacedStores(store, 'live')).toEqual([
    { file: young, at: NOW - DAY_MS, bytes: 1_024 },
    { file: old, at: NOW - 9 * DAY_MS, bytes: 1_024 },
  ]);
  expect(replacedStores(join(folder, 'missing', 'live.sqlite'), 'live')).toEqual([]);
});

test.each<[string, days: readonly number[], stay: readonly number[]]>([
  ['none', [], []],
  ['the newest stays, however old it is', [400], [400]],
  ['one that is not 30 days old stays', [1, 29], [1, 29]],
  ['one that is 30 days old goes', [1, 30], [1]],
  ['five in all', [1, 2, 3, 4, 5, 6, 7], [1, 2, 3, 4, 5]],
  ['one that a clock ahead dated counts as the newest', [-400, 1, 31], [-400, 1]],
])('the rule: %s (each restore left a whole store for ever)', (_, days, stay) => {
  for (const day of days) replaced(day);
  const removed = clearReplaced(store, 'live', NOW);
  expect(replacedStores(store, 'live').map(({ at }) => (NOW - at) / DAY_MS)).toEqual(stay);
  expect(removed).toHaveLength(days.length - stay.length);
  for (const { file } of removed) expect(existsSync(join(folder, `${file}-wal`))).toBe(false);
  expect(stay.length).toBeLessThanOrEqual(REPLACED_KEPT_MAX);
});

/** What the command line says. */
async function listed(clear: boolean): Promise<string> {
  const said: string[] = [];
  const command = { dataDir: folder, backupsDir: folder, mode: 'live' as const, json: false, now: NOW, clear };
  expect(await listReplaced({ ...command, out: (text) => void said.push(text), progress: () => {} })).toBe(0);
  return said.join('');
}

test('the command line lists them, and clears them only when asked', async () => {
  for (const day of [1, 40]) replaced(day);
  expect(await listed(false)).toContain('Kept 2, 0.0 MB');
  expect(await listed(true)).toContain('Removed 1, 0.0 MB');
  expect(replacedStores(store, 'live')).toHaveLength(1);
});

test('the command line says that none is kept (it said "Kept 0" with a colon, and no list came)', async () => {
  expect(await listed(false)).toBe(`None is kept beside ${store}.\n`);
});
