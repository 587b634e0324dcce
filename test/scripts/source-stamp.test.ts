import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { sourceStamp } from '../../scripts/source-stamp.mjs';

test('the stamp changes with a source, its name and the lock, and with nothing else', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'aisle-stamp-'));
  const write = (file: string, text: string) => writeFileSync(path.join(folder, file), text);
  mkdirSync(path.join(folder, 'main'));
  write('main/hub.ts', 'one');
  const stamps = [sourceStamp(folder)];
  const note = () => stamps.push(sourceStamp(folder));

  write('README.md', 'not built');
  note();
  expect(stamps[1]).toBe(stamps[0]);

  write('main/hub.ts', 'two');
  note();
  renameSync(path.join(folder, 'main/hub.ts'), path.join(folder, 'main/store.ts'));
  note();
  write('package-lock.json', '{}');
  note();
  expect(new Set(stamps).size).toBe(4);
  rmSync(folder, { recursive: true });
});
