import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { storeMissing } from '../../../main/command-line/store-command.ts';

/** Root may look into every folder, so it looks as somebody else here. */
const NOBODY = 65_534;
const asRoot = process.getuid?.() === 0;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aisle-closed-'));
  chmodSync(folder, 0o755);
  mkdirSync(join(folder, 'service'), { mode: 0 });
});
afterEach(() => {
  if (asRoot) process.seteuid?.(0);
  rmSync(folder, { recursive: true });
});

test('a store that is not there is missing', () => {
  expect(storeMissing(join(folder, 'live.sqlite'))).toMatchObject({ code: 'STORE_MISSING' });
});

test('of a store in a closed folder nobody is told that it is not there', () => {
  if (asRoot) process.seteuid?.(NOBODY);
  const { code, next } = storeMissing(join(folder, 'service', 'live.sqlite'));
  // Windows knows no folder that is closed by its mode, so there this one is open and empty.
  const [expected, advice] = process.platform === 'win32' ? ['STORE_MISSING', '--data'] : ['STORE_CLOSED', 'sudo'];
  expect(code).toBe(expected);
  expect(next).toContain(advice);
});
