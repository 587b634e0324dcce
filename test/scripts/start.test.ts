import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';

const start = path.resolve(import.meta.dirname, '../../scripts/start.mjs');
const run = (...args: string[]) => spawnSync(process.execPath, [start, ...args], { encoding: 'utf8' });

test('--help names every option', () => {
  const { status, stdout } = run('--help');
  expect(status).toBe(0);
  for (const option of ['--hub', '--port', '--host', '--data', '--live', '--training', '--desk', '--home'])
    expect(stdout).toContain(option);
});

test.each([
  ['an unknown option', ['--prot', '4611'], '--prot'],
  ['an option without its value', ['--port'], '--port'],
  ['a word that is no option', ['4611'], '4611'],
])('%s is refused with a sentence and what would work', (_, args, named) => {
  const { status, stderr } = run(...args);
  expect(status).toBe(2);
  expect(stderr.split('\n')[0]).toContain(named);
  expect(stderr).toContain('npm start -- [options]');
  expect(stderr).not.toContain('    at ');
});
