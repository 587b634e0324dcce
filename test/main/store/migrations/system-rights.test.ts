import { afterEach, beforeEach, expect, test } from 'vitest';
import { allDesks, rightsOf } from '../../../../main/store/tables/desks-table.ts';
import { appendEvent, journalEnd } from '../../../../main/store/tables/journal-table.ts';
import { instant } from '../../../../shared/instants.ts';
import { backupStore } from '../../backup/backup-store.ts';
import { closeSound } from '../../support/close-sound.ts';
import { makeOlder, TO_FORTY_NINTH } from '../../support/first-version.ts';
import { MERCY, openTestHub } from '../../support/test-hub.ts';

let files: ReturnType<typeof backupStore>;
beforeEach(() => {
  files = backupStore();
});
afterEach(() => files.remove());

test('a system of an older store may what its role let it do, a counter is none, and both are as the journal says', async () => {
  const before = await openTestHub({ file: files.store });
  // As they were written down then: the journal told the role, and of a counter none.
  const rows: string[] = [];
  let end = await journalEnd(before.db);
  const pair = async (name: string, kind: 'console' | 'system', role: string) => {
    const id = name.padEnd(22, 'x');
    end = await appendEvent(before.db, end, instant(end.at), MERCY, 'desk.paired', { id, desk: name, kind, role, key: name });
    rows.push(
      `INSERT INTO desks (id, name, kind, role, key_of, paired_at, paired_by) VALUES ('${id}', '${name}', '${kind}', nullif('${role}', ''), '${name}', 0, 'osei');`,
    );
  };
  await pair('T1-04', 'console', '');
  for (const role of ['agent', 'reader', 'supervisor']) await pair(role.toUpperCase(), 'system', role);
  await before.hub.close();
  await makeOlder(files.store, `${TO_FORTY_NINTH}\n${rows.join('\n')}`);

  const after = await openTestHub({ file: files.store, clock: before.clock });
  const rights = (await allDesks(after.db)).map((row) => [row.name, rightsOf(row)]);
  expect(rights).toEqual([
    ['AGENT', { calls: 'sells', feeds: true, callsPerSecond: 200 }],
    ['READER', { calls: 'nothing', feeds: true, callsPerSecond: 200 }],
    ['SUPERVISOR', { calls: 'supervises', feeds: true, callsPerSecond: 200 }],
    ['T1-04', null],
  ]);
  await closeSound(after, files.store);
});
