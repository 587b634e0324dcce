import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { CONFIG_NAMES, CONFIG_ROWS, type ConfigRow } from '../../../main/boot/config-rows.ts';
import { HUB_OPTIONS } from '../../../main/boot/options.ts';
import { OF_TOOLS } from '../../../main/boot/read-environment.ts';
import { code, textOf } from '../../tidy/project-files.ts';

const doc = readFileSync(path.resolve(import.meta.dirname, '../../../docs/running.md'), 'utf8');

test('docs/running.md has each setting with its argument, and no other', () => {
  const told = [...doc.matchAll(/^\| `(AISLE_[A-Z_]+)` \| (?:`--([a-z]+)[^|]*`)?/gm)].map(([, name, option]) => ({ name, option }));
  const known = CONFIG_NAMES.map((name) => ({ name, option: (CONFIG_ROWS[name] as ConfigRow).option }));
  const modes = known.map((one) => (one.name === 'AISLE_MODE' ? { ...one, option: 'live' } : one));
  expect(told).toEqual(modes);
});

test('every argument of a hub says what a setting says', () => {
  const options = CONFIG_NAMES.map((name) => (CONFIG_ROWS[name] as ConfigRow).option).filter((option) => option !== undefined);
  expect([...options, 'live', 'training'].sort()).toEqual(Object.keys(HUB_OPTIONS).sort());
});

// A hub refuses a variable that begins like its settings and is none of them. So a tool that reads one says so there.
test('every variable that the tools read is known to a hub', () => {
  const read = code.flatMap((file) => [...textOf(file).matchAll(/env\.(AISLE_[A-Z_]+)/g)].map(([, name]) => name ?? ''));
  const unknown = read.filter((name) => !OF_TOOLS.has(name) && !Object.hasOwn(CONFIG_ROWS, name));
  expect(read.length).toBeGreaterThan(0);
  expect(unknown).toEqual([]);
});
