import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { MIGRATIONS } from '../../../../main/store/migrate.ts';
import { policyReceipts } from '../../../../main/store/migrations/017-policy-receipts.ts';
import { SqliteDatabase } from '../../../../main/store/sqlite.ts';
import { closeSound } from '../../support/close-sound.ts';
import { TO_EIGHTEENTH } from '../../support/first-version.ts';
import { publishPolicy, rulesOf } from '../../support/publish-policy.ts';
import { ANA, MERCY, openTestHub, sale, value } from '../../support/test-hub.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aisle-policy-receipts-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('in an older store what was published has its receipt still to come, sales before are scored for nobody, and the store is sound', async () => {
  const file = join(folder, 'store.sqlite');
  const before = await openTestHub({ file });
  const flight = await before.addFlight();
  const { version } = await publishPolicy(before.hub, before.requestId(), { kind: 'network' }, rulesOf('tiers'), MERCY);
  const hold = value(await before.hold(flight.id, ['15A']));
  value(await before.hub.change('payments.confirm', { ...sale(hold), approved: [] }, ANA, before.requestId()));
  const sold = before.hub.newestEvent;
  await before.hub.close();
  const older = new SqliteDatabase({ file });
  await older.script(`
    ${TO_EIGHTEENTH}
    DROP TABLE policy_receipts;
    DROP TABLE policy_scores;
    DROP TABLE override_scores;
    DROP INDEX policies_authored;
    DELETE FROM meta WHERE key = 'scored_to';
    DELETE FROM schema_version WHERE version > ${MIGRATIONS.findIndex(({ script }) => script === policyReceipts)}`);
  older.close();

  const after = await openTestHub({ file });
  expect(value(await after.hub.look('policies.nextReceipt', {}))).toEqual({ version });
  expect(value(await after.hub.look('policies.salesToScore', {}))).toEqual({
    from: sold,
    to: sold,
    more: false,
    scores: [],
    overrides: [],
  });
  await closeSound(after, file);
});

test('a new store has scored everything that it has, which is nothing', async () => {
  const { hub } = await openTestHub();
  expect(value(await hub.look('policies.salesToScore', {}))).toMatchObject({ from: 0, scores: [] });
  await hub.close();
});
