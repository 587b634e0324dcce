import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fingerprint } from '../../../main/hub/fingerprint.ts';
import { type KeptSession, readKeptSessions, writeKeptSessions } from '../../../main/sessions/kept-sessions.ts';
import { SESSION_KEPT_MS, SESSIONS_KEPT_MAX } from '../../../shared/bounds.ts';
import { instant, later } from '../../../shared/instants.ts';

const NOON = instant(Date.UTC(2026, 10, 21, 12));
const kept = (number: number, more: Partial<KeptSession> = {}): KeptSession => ({
  tokenPrint: fingerprint(`token ${number}`),
  user: `user${number}`,
  desk: 'T1-04',
  deskId: 'hub',
  pinPrint: fingerprint(`hash ${number}`),
  until: later(NOON, SESSION_KEPT_MS),
  ...more,
});

let folder = '';
let file = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aisle-sessions-'));
  file = join(folder, 'live.sqlite.sessions');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('what was written is read, and only this account may read it', async () => {
  await writeKeptSessions(file, NOON, [kept(1), kept(2)]);
  expect(await readKeptSessions(file, NOON)).toEqual([kept(1), kept(2)]);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder), 'nothing is left beside it').toEqual(['live.sqlite.sessions']);
});

test.each([
  [SESSION_KEPT_MS - 1, 1],
  [SESSION_KEPT_MS, 0],
])('a hub that was away for %i ms finds %i of its sessions', async (away, count) => {
  await writeKeptSessions(file, NOON, [kept(1)]);
  expect(await readKeptSessions(file, later(NOON, away))).toHaveLength(count);
});

test('one that was kept once before ends when it was to end then', async () => {
  await writeKeptSessions(file, NOON, [kept(1, { until: later(NOON, 1_000) }), kept(2)]);
  expect(await readKeptSessions(file, later(NOON, 1_000))).toEqual([kept(2)]);
});

test('none says of itself that it lasts longer', async () => {
  await writeKeptSessions(file, NOON, [kept(1, { until: later(NOON, 100 * SESSION_KEPT_MS) })]);
  expect(await readKeptSessions(file, later(NOON, SESSION_KEPT_MS))).toEqual([]);
});

test('a file of a time ahead tells nothing: the clock was set back, and nobody knows how long the hub was away', async () => {
  await writeKeptSessions(file, later(NOON, 1), [kept(1)]);
  expect(await readKeptSessions(file, NOON)).toEqual([]);
});

const good = JSON.stringify({ version: 2, aliveAt: NOON, sessions: [kept(1)] });
test.each<[string, string]>([
  ['an empty file', ''],
  ['half a file', good.slice(0, -9)],
  ['another version', good.replace('"version":2', '"version":1')],
  ['a field more', good.replace('"version":2', '"version":2,"more":1')],
  ['a token instead of its fingerprint', good.replace(kept(1).tokenPrint, 'token 1')],
  ['a desk that is none', good.replace('T1-04', '../T1')],
  ['no list', JSON.stringify({ version: 2, aliveAt: NOON, sessions: {} })],
  [
    'more than may be kept',
    JSON.stringify({ version: 2, aliveAt: NOON, sessions: Array.from({ length: SESSIONS_KEPT_MAX + 1 }, () => kept(1)) }),
  ],
  ['more bytes than may be read', good + ' '.repeat(SESSIONS_KEPT_MAX * 512)],
])('%s is no file of sessions', async (_, text) => {
  writeFileSync(file, text);
  expect(await readKeptSessions(file, NOON)).toEqual([]);
});

test('no file, and a folder in its place, hold no sessions', async () => {
  expect(await readKeptSessions(file, NOON)).toEqual([]);
  expect(await readKeptSessions(folder, NOON)).toEqual([]);
});

test('as many as may be kept fit', async () => {
  const all = Array.from({ length: SESSIONS_KEPT_MAX }, (_, number) => kept(number, { user: 'u'.repeat(32), desk: 'D'.repeat(16) }));
  await writeKeptSessions(file, NOON, all);
  expect(await readKeptSessions(file, NOON)).toHaveLength(SESSIONS_KEPT_MAX);
});

test('a link that somebody laid in the way is not followed', async () => {
  const other = join(folder, 'other');
  writeFileSync(other, 'as it was', { mode: 0o644 });
  symlinkSync(other, `${file}.half`);
  await writeKeptSessions(file, NOON, [kept(1)]);
  expect(readFileSync(other, 'utf8')).toBe('as it was');
  expect(statSync(file).mode & 0o777).toBe(0o600);
});
