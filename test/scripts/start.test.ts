import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { HUB_OPTIONS, START_OPTIONS } from '../../main/boot/options.ts';

const start = path.resolve(import.meta.dirname, '../../scripts/start.mjs');
const run = (...args: string[]) => spawnSync(process.execPath, [start, ...args], { encoding: 'utf8' });

test('--help names every option', () => {
  const { status, stdout } = run('--help');
  expect(status).toBe(0);
  for (const option of Object.keys({ ...HUB_OPTIONS, ...START_OPTIONS })) expect(stdout).toContain(`  --${option}`);
});

test("README's table has every option that is understood, and no other", () => {
  const readme = readFileSync(path.resolve(import.meta.dirname, '../../README.md'), 'utf8');
  const table = readme.slice(readme.indexOf('| option of `npm start --` |')).split('\n\n', 1)[0] ?? '';
  const told = [...table.matchAll(/^\| `--([a-z-]+)/gm)].map(([, option]) => option);
  const known = Object.keys({ ...HUB_OPTIONS, ...START_OPTIONS }).filter((option) => option !== 'help');
  expect(told.sort()).toEqual(known.sort());
});

// An unknown option after it stops the start before anything is opened.
test('--backups FOLDER is understood (README named it, and the start refused it)', () => {
  const { status, stderr } = run('--backups', 'somewhere', '--prot');
  expect(status).toBe(2);
  expect(stderr.split('\n')[0]).toContain('--prot');
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
