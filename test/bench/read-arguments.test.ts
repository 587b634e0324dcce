import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { ArgumentsRefused, readArguments } from './read-arguments.ts';
import { STORES_FOLDER } from './stores/bench-stores.ts';

test('without arguments all rows are measured on stores in a folder that git does not see', () => {
  expect(readArguments([])).toEqual({ json: false, only: undefined, peers: false, row: undefined, storesFolder: STORES_FOLDER });
  expect(STORES_FOLDER).toContain('node_modules');
});

test('what is asked for is read, a folder from where one stands', () => {
  const read = readArguments(['--json', '--peers', '--only', 'hold', '--stores', 'some/where']);
  expect(read).toEqual({ json: true, only: 'hold', peers: true, row: undefined, storesFolder: resolve('some/where') });
});

test.each([[['--onyl', 'hold']], [['hold']], [['--only']], [['--json=yes']]])('%j is refused with a sentence', (args) => {
  expect(() => readArguments(args)).toThrow(ArgumentsRefused);
});

test.each([
  ['bench.ts', ['--only', 'nothing'], /^There is no row nothing\. Rows: hold\.throughput, .*start\.recovery/],
  ['prepare.ts', ['--only', 'nothing'], /^There is no store nothing\. Stores: flights, million, ten-million\.\n$/],
])('%s %j ends with 2 and a sentence, and makes nothing', (entry, args, sentence) => {
  const folder = mkdtempSync(join(tmpdir(), 'aisle-bench-'));
  const ended = spawnSync(process.execPath, [join(import.meta.dirname, entry), ...args, '--stores', folder], { encoding: 'utf8' });
  expect(ended.stderr).toMatch(sentence);
  expect(ended.status).toBe(2);
  expect(readdirSync(folder)).toEqual([]);
  rmSync(folder, { recursive: true });
});
