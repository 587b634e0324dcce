import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { EVENT_DATA } from '../../shared/events.ts';
import { REFUSALS } from '../../shared/refusals.ts';
import { SETTING_RULES } from '../../shared/setting-rules.ts';

// A list that is put together from parts does not say that two of them hold the same key: the later one would replace the earlier.
const LISTS = [
  { folder: 'events', list: EVENT_DATA },
  { folder: 'refusals', list: REFUSALS },
  { folder: 'settings', list: SETTING_RULES },
];

test.each(LISTS)('each key of shared/$folder/ stands in one of its parts alone', async ({ folder, list }) => {
  const place = path.join(import.meta.dirname, '../../shared', folder);
  const parts = await Promise.all(readdirSync(place).map((file) => import(path.join(place, file))));
  const tables = parts.flatMap((part) => Object.entries<object>(part).filter(([name]) => name === name.toUpperCase()));
  const keys = tables.flatMap(([, table]) => Object.keys(table));
  expect(keys.length).toBe(new Set(keys).size);
  expect(new Set(keys)).toEqual(new Set(Object.keys(list)));
});
