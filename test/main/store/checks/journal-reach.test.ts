import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { JournalReach, reachFile } from '../../../../main/store/checks/journal-reach.ts';
import { missingEntries } from '../../../../main/store/checks/missing-entries.ts';
import { readMeta } from '../../../../main/store/tables/meta-table.ts';
import { openTestHub, value } from '../../support/test-hub.ts';

let store: string;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aisle-reach-'));
  store = join(folder, 'store.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('the last number that was noted is read again, for its own store alone', () => {
  const reach = new JournalReach(store, 'a-store');
  for (const event of [1, 99, 1_000_000, 7]) reach.note(event);
  expect(JournalReach.of(store, 'a-store')).toBe(7);
  expect(JournalReach.of(store, 'another')).toBe(0);
  reach.close();
  const size = readFileSync(reachFile(store)).length;
  const again = new JournalReach(store, 'a-store');
  expect(JournalReach.of(store, 'a-store')).toBe(7);
  again.note(8);
  again.close();
  expect(readFileSync(reachFile(store)).length).toBe(size);
  expect(JournalReach.of(store, 'a-store')).toBe(8);
});

test.each([
  ['nothing', ''],
  ['half of it', 'a-store 12'],
  ['two numbers that differ', 'a-store 12 13'],
  ['no number', 'a-store x x'],
  ['what a disk leaves after a power cut', '\0\0\0\0'],
])('a file that holds %s says nothing', (_, text) => {
  writeFileSync(reachFile(store), text);
  expect(JournalReach.of(store, 'a-store')).toBe(0);
});

test('a folder that takes no file stops nothing', () => {
  const reach = new JournalReach(join(folder, 'missing', 'store.sqlite'), 'a-store');
  reach.note(1);
  reach.close();
  expect(JournalReach.of(join(folder, 'missing', 'store.sqlite'), 'a-store')).toBe(0);
});

test('entries that are gone are counted, and as many booking numbers are left out, because passengers may hold locators of them', async () => {
  const hub = await openTestHub();
  const { id: flightId } = await hub.addFlight({});
  const first = value(await hub.hold(flightId, ['20A']));
  const reach = new JournalReach(store, 'a-store');
  reach.note(hub.hub.newestEvent + 40);
  reach.close();
  expect(await missingEntries(hub.db, store, 'a-store')).toBe(40);
  expect(await readMeta(hub.db, 'numbers_given')).toBe(String(first.bookingId + 40));
  expect(await missingEntries(hub.db, store, 'another')).toBe(0);
});
