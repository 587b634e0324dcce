import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { openIdentity } from '../../../main/boot/start-desks.ts';
import { MERCY, openTestHub, value } from '../support/test-hub.ts';

const folder = mkdtempSync(join(tmpdir(), 'aisle-start-desks-'));
afterEach(() => rmSync(folder, { recursive: true }));

test('a hub whose own desk has the name of a paired one says in which line it stands, and makes no authority', async () => {
  const { hub, requestId } = await openTestHub();
  const paired = { id: 'desk-4', name: 'T1-04', kind: 'console', rights: null, key: 'k4', keptIn: null, practice: false } as const;
  value(await hub.change('desks.add', paired, MERCY, requestId()));
  const said = 'Line 3 of aisle.env: AISLE_DESK';
  await expect(openIdentity({ file: join(folder, 'live.sqlite'), hub, desk: 'T1-04', said, trouble: () => {} })).rejects.toThrow(
    `${said} must be a name of this desk alone, and another counter is paired as T1-04.`,
  );
  expect(readdirSync(folder)).toEqual([]);
});
