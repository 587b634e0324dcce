import { expect, test } from 'vitest';
import { readBackupName } from '../../../main/backup/backup-names.ts';
import { ASKED_KEPT, whichStay } from '../../../main/backup/rotation.ts';
import { DAY_MS, HOUR_MS } from '../../../shared/instants.ts';

const NOW = Date.UTC(2026, 10, 21, 14, 30);
const USUAL = { hourlyKept: 24, dailyKept: 30 };

/** `11-21 14:05` in UTC, hourly unless it says otherwise. */
const backup = (text: string, year = 2026) => {
  const [day, time, kind = 'hourly'] = text.split(' ') as [string, string, ('hourly' | 'quit' | 'asked')?];
  return { file: text, at: Date.parse(`${year}-${day}T${time}:00Z`), kind };
};
const kept = (texts: readonly string[], keep = USUAL, now = NOW) =>
  [
    ...whichStay(
      texts.map((text) => backup(text)),
      keep,
      now,
    ),
  ].sort();

test.each([
  ['nothing stays of nothing', [], USUAL, []],
  ['a single one stays, however old', ['01-01 00:00'], USUAL, ['01-01 00:00']],
  ['of one hour the newest', ['11-21 14:00', '11-21 14:10 quit', '11-21 14:20'], { hourlyKept: 1, dailyKept: 1 }, ['11-21 14:20']],
  // One millisecond apart, but in two hours.
  ['the edge of an hour parts two', ['11-21 13:59', '11-21 14:00'], { hourlyKept: 2, dailyKept: 1 }, ['11-21 13:59', '11-21 14:00']],
  [
    'hours without a backup do not count',
    ['11-20 03:00', '11-21 14:00', '11-01 08:00'],
    { hourlyKept: 3, dailyKept: 1 },
    ['11-01 08:00', '11-20 03:00', '11-21 14:00'],
  ],
  [
    'of a day the newest, when its hours are over',
    ['11-20 09:00', '11-20 21:00', '11-21 10:00', '11-21 11:00'],
    { hourlyKept: 1, dailyKept: 2 },
    ['11-20 21:00', '11-21 11:00'],
  ],
  // Days are those of UTC: a hub in New York changes its day at midnight of London, in summer and in winter alike.
  ['days are those of UTC', ['11-20 23:59', '11-21 00:00'], { hourlyKept: 1, dailyKept: 2 }, ['11-20 23:59', '11-21 00:00']],
  [
    'what was asked for stays beside the others',
    ['11-21 14:05 asked', '11-21 14:20'],
    { hourlyKept: 1, dailyKept: 1 },
    ['11-21 14:05 asked', '11-21 14:20'],
  ],
  [
    'a clock that was ahead leaves what is made now alone',
    ['12-31 10:00', '12-31 11:00', '11-21 13:00', '11-21 14:00'],
    { hourlyKept: 1, dailyKept: 1 },
    ['11-21 14:00', '12-31 11:00'],
  ],
] as const)('%s', (_title, texts, keep, stay) => {
  expect(kept(texts, keep)).toEqual([...stay].sort());
});

test('after a year of hourly backups 24 hours and 30 days are left, and the newest is among them', () => {
  const all = Array.from({ length: 365 * 24 }, (_, hour) => ({ file: `${hour}`, at: NOW - hour * HOUR_MS, kind: 'hourly' as const }));
  const stay = [...whichStay(all, USUAL, NOW)].map(Number).sort((a, b) => a - b);
  expect(stay.slice(0, 24)).toEqual(Array.from({ length: 24 }, (_, hour) => hour));
  // The last hour of each day: 14 hours of today are over, and today and part of yesterday are among the hours already.
  expect(stay.slice(24)).toEqual(Array.from({ length: 28 }, (_, day) => 15 + 24 * (day + 1)));
  expect(new Set(stay.map((hour) => Math.floor((NOW - hour * HOUR_MS) / DAY_MS))).size).toBe(30);
});

test('those that were asked for do not pile up either', () => {
  const asked = Array.from({ length: 50 }, (_, minute) => ({ file: `${minute}`, at: NOW - minute * 60_000, kind: 'asked' as const }));
  expect(whichStay(asked, { hourlyKept: 1, dailyKept: 1 }, NOW).size).toBe(ASKED_KEPT);
});

test.each([
  ['live-2026-11-21T14-05-09Z-hourly.sqlite', { mode: 'live', at: Date.UTC(2026, 10, 21, 14, 5, 9), kind: 'hourly' }],
  ['training-2026-02-28T23-59-59Z-quit.sqlite', { mode: 'training', kind: 'quit' }],
  ['live-2026-11-21T14-05-09Z-hourly.sqlite.part', undefined],
  ['live-2026-13-21T14-05-09Z-hourly.sqlite', undefined],
  ['live-replaced-2026-11-21T14-05-09Z.sqlite', undefined],
  ['other.sqlite', undefined],
])('reads the name %s', (file, name) => {
  if (name) expect(readBackupName(file)).toMatchObject(name);
  else expect(readBackupName(file)).toBe(undefined);
});
