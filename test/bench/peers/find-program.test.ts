import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { findProgram } from './find-program.ts';

const folder = mkdtempSync(join(tmpdir(), 'aisle-bench-'));
afterAll(() => rmSync(folder, { recursive: true }));

function program(mode: number, ...place: string[]): string {
  const file = join(folder, ...place);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, '');
  chmodSync(file, mode);
  return file;
}

program(0o755, 'debian/9/bin/postgres');
const newest = program(0o755, 'debian/15/bin/postgres');
const onPath = program(0o755, 'path/postgres');
program(0o644, 'texts/postgres');
const debian = join(folder, 'debian');

test('the path comes first, and only what can be run counts', () => {
  expect(findProgram('postgres', [join(folder, 'texts'), join(folder, 'path')].join(delimiter), debian)).toBe(onPath);
});
test("then the newest of Debian's versions, by number", () => {
  expect(findProgram('postgres', join(folder, 'texts'), debian)).toBe(newest);
});
test('what is nowhere is not found, also where Debian has no folder', () => {
  expect(findProgram('redis-server', join(folder, 'path'), debian)).toBeUndefined();
  expect(findProgram('postgres', '', join(folder, 'no-such'))).toBeUndefined();
});
