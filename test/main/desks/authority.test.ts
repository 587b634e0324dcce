import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openAuthority } from '../../../main/desks/authority.ts';
import { DAY_MS, instant, later } from '../../../shared/instants.ts';

const NOON = instant(Date.UTC(2026, 10, 28, 12));
let folder = '';
let file = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aisle-authority-'));
  file = join(folder, 'live.sqlite.authority');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const open = (now = NOON) => openAuthority(file, now);

test('one is made at the first start, for ten years from a day before, and only this account may read it', async () => {
  const { authority, setApart } = await open();
  expect(setApart).toBeUndefined();
  const read = new X509Certificate(authority.certificatePem);
  expect([read.validFromDate.getTime(), read.validToDate.getTime()]).toEqual([NOON - DAY_MS, NOON + 3_652 * DAY_MS]);
  expect(read.ca).toBe(true);
  expect(read.verify(read.publicKey)).toBe(true);
  expect(authority.fingerprint).toBe(read.fingerprint256.replaceAll(':', '').toLowerCase());
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('it is the same at every start, years later too, and two hubs have two', async () => {
  const first = await open();
  expect((await open(later(NOON, 3_600 * DAY_MS))).authority).toEqual(first.authority);
  const other = await openAuthority(join(folder, 'other'), NOON);
  expect(other.authority.fingerprint).not.toBe(first.authority.fingerprint);
});

const KEY = /-----BEGIN PRIVATE KEY-----[\s\S]+-----END PRIVATE KEY-----/;
test.each<[string, (whole: string, foreign: string) => string]>([
  ['is empty', () => ''],
  ['was cut in half', (whole) => whole.slice(0, whole.length / 2)],
  ['has lost its key', (whole) => whole.replace(KEY, '')],
  ['has the key of another hub', (whole, foreign) => whole.replace(KEY, KEY.exec(foreign)?.[0] ?? '')],
  ['is something else', () => 'SQLite format 3'],
])('a file that %s is set apart, and another authority is made', async (_, spoil) => {
  const first = await open();
  await openAuthority(join(folder, 'foreign'), NOON);
  const spoilt = spoil(readFileSync(file, 'utf8'), readFileSync(join(folder, 'foreign'), 'utf8'));
  writeFileSync(file, spoilt);
  const { authority, setApart } = await open();
  expect(authority.fingerprint).not.toBe(first.authority.fingerprint);
  expect(readFileSync(setApart ?? '', 'utf8')).toBe(spoilt);
  expect((await open()).authority).toEqual(authority);
});

test('one whose ten years are over is set apart', async () => {
  const first = await open();
  const next = await open(later(NOON, 3_652 * DAY_MS));
  expect(next.setApart).toBeDefined();
  expect(next.authority.fingerprint).not.toBe(first.authority.fingerprint);
});

test('a kill while it was written leaves half a file under another name, which is not read', async () => {
  writeFileSync(`${file}.half`, '-----BEGIN PRIVATE KEY-----', { mode: 0o644 });
  const { setApart } = await open();
  expect(setApart).toBeUndefined();
  expect(readdirSync(folder)).toEqual(['live.sqlite.authority']);
});

test.each([
  ['on the last day of February of a leap year', '2028-02-29T12:00:00Z', '2028-02-28T12:00:00Z', '2038-02-28T12:00:00Z'],
  ['in the last second of a year', '2027-12-31T23:59:59Z', '2027-12-30T23:59:59Z', '2037-12-30T23:59:59Z'],
  ['where the date of a certificate changes its form, in 2050', '2049-12-31T23:59:59Z', '2049-12-30T23:59:59Z', '2059-12-31T23:59:59Z'],
  ['so that it begins before 2050 and ends after it', '2045-06-01T00:00:00Z', '2045-05-31T00:00:00Z', '2055-06-01T00:00:00Z'],
])('one that is made %s says the right dates', async (_, now, from, to) => {
  const { authority } = await open(instant(Date.parse(now)));
  const read = new X509Certificate(authority.certificatePem);
  expect([read.validFromDate, read.validToDate]).toEqual([new Date(from), new Date(to)]);
});
