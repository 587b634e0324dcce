import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { KEY_TABLES, TABLE_TITLES } from '../../../renderer/keys/key-tables.ts';
import { LETTERS } from '../../../renderer/keys/letters.ts';

const page = readFileSync(new URL('../../../docs/keys.md', import.meta.url), 'utf8');

/** The lines of the table under a heading: the keys, then what they do. */
function tableUnder(heading: string): (readonly [keys: readonly string[], does: string])[] {
  const section = page.split(/^## /m).find((each) => each.startsWith(`${heading}\n`)) ?? '';
  return [...section.matchAll(/^\| (`.+`) \| (.+) \|$/gm)].map(([, keys = '', does = '']) => [
    [...keys.matchAll(/`([^`]+)`/g)].map(([, key = '']) => key),
    does,
  ]);
}

/** `Shift A` and `G B` are about A and G; `1` and `G 1–9` about the digits. */
const letterOf = (key: string): string => {
  const [first = ''] = key.replace(/^Shift /, '').split(' ');
  return /^\d/.test(first) ? '1-9' : first;
};
const isLetterKey = (key: string): boolean => /^(Shift )?[^ ]$/.test(key) || key.startsWith('G ');
const ARROWS = new Set(['\u2191', '\u2193']);

describe('docs/keys.md is the contract of the keyboard', () => {
  it.each(Object.keys(TABLE_TITLES) as (keyof typeof TABLE_TITLES)[])('says what the table %s says', (table) => {
    expect(tableUnder(TABLE_TITLES[table])).toEqual(KEY_TABLES[table].map(({ keys, does }) => [keys, does]));
  });

  it('says what each letter means on every screen', () => {
    expect(tableUnder('Letters')).toEqual(Object.entries(LETTERS).map(([letter, does]) => [[letter], does]));
  });

  it('one letter means one kind of thing: every letter of a screen is one of them', () => {
    const rows = Object.values(KEY_TABLES).flatMap((table) => table.flatMap(({ keys }) => keys as readonly string[]));
    const unknown = rows.filter((key) => isLetterKey(key) && !ARROWS.has(key) && !(letterOf(key) in LETTERS));
    expect(unknown).toEqual([]);
  });

  it('names no key twice in one table, but for the arrows', () => {
    for (const table of Object.values(KEY_TABLES)) {
      const keys = table.flatMap((row) => row.keys as readonly string[]).filter((key) => !ARROWS.has(key));
      expect(new Set(keys).size).toBe(keys.length);
    }
  });
});
