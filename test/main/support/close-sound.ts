import { expect } from 'vitest';
import { checkWholeFile } from '../../../main/store/checks/check-store.ts';
import { crossCheck } from '../../../main/store/checks/cross-check.ts';
import { SqliteDatabase } from '../../../main/store/sqlite.ts';
import type { TestHub } from './test-hub.ts';

/** Closes a store. Its tables say the same, and its file is whole. */
export async function closeSound({ hub, db }: Pick<TestHub, 'hub' | 'db'>, file: string): Promise<void> {
  expect(await crossCheck(db)).toBeUndefined();
  await hub.close();
  const closed = new SqliteDatabase({ file });
  expect(checkWholeFile(closed)).toEqual([]);
  closed.close();
}
