import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';

const SCRIPT = path.resolve(import.meta.dirname, '../../scripts/side-by-side.mjs');

const sideBySide = (...commands: string[]) => {
  const { status, stdout } = spawnSync(process.execPath, [SCRIPT, ...commands], { encoding: 'utf8' });
  return { status, stdout };
};
const says = (text: string, code = 0) => `node -p "process.exitCode=${code};'${text}'"`;
const warns = (text: string) => `node -e "console.error('${text}')"`;

test('all commands run, and what each printed, on either stream, stands under it', () => {
  const commands = [says('one'), warns('two'), says('three'), says('four')];
  const { status, stdout } = sideBySide(...commands);
  expect(status).toBe(0);
  const pieces = ['one', 'two', 'three', 'four'].map((word, at) => `> ${commands[at]}\n${word}\n`);
  expect(stdout.split(/(?=^> )/m).sort()).toEqual(pieces.sort());
});

test('a command that fails keeps no other from running, and the exit code is its own', () => {
  const { status, stdout } = sideBySide(says('one'), says('wrong', 3), says('three'), says('four'));
  expect(status).toBe(3);
  expect(stdout.match(/^\w+$/gm)?.sort()).toEqual(['four', 'one', 'three', 'wrong']);
});

test('a command that is not there fails', () => {
  expect(sideBySide(says('one'), 'no-such-command-of-aisle').status).toBeGreaterThan(0);
});
