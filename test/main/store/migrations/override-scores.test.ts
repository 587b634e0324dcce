import { afterEach, beforeEach, expect, test } from 'vitest';
import { crossCheck } from '../../../../main/store/checks/cross-check.ts';
import { MIGRATIONS } from '../../../../main/store/migrate.ts';
import { overrideScores } from '../../../../main/store/migrations/018-override-scores.ts';
import { SqliteDatabase } from '../../../../main/store/sqlite.ts';
import type { Input } from '../../../../shared/contract.ts';
import { POLICY_TEMPLATES } from '../../../../shared/pricing/policy-templates.ts';
import { backupStore } from '../../backup/backup-store.ts';
import { closeSound } from '../../support/close-sound.ts';
import { TO_EIGHTEENTH } from '../../support/first-version.ts';
import { fromSecondVersion, WAYS } from '../../support/from-second-version.ts';
import { publishPolicy } from '../../support/publish-policy.ts';
import { ANA, MERCY, openTestHub, sale, type TestHub, value } from '../../support/test-hub.ts';

let files: ReturnType<typeof backupStore>;
beforeEach(() => {
  files = backupStore();
});
afterEach(() => files.remove());

async function sell(store: TestHub, flightId: number, seats: string[]): Promise<void> {
  const hold = value(await store.hold(flightId, seats, { requestId: 'held-after-all' }));
  value(await store.hub.change('payments.confirm', { ...sale(hold), approved: [] }, ANA, 'sold-after-all'));
}
const decided = (requestId: string, flightId: number): Input<'pricing.overrideClass'> => ({
  ...{ requestId, scope: { kind: 'flight', flightId }, cabin: 'Y', code: 'Q' },
  ...{ decision: 'closed', reason: 'a congress', basedOn: 0 },
});

test('in an older store a decision about a class has no score yet, the next sale under it is scored, and the store is sound', async () => {
  const file = files.store;
  const before = await openTestHub({ file });
  const flight = await before.addFlight();
  await publishPolicy(before.hub, before.requestId(), { kind: 'network' }, POLICY_TEMPLATES.classes ?? [], MERCY);
  const { number } = value(await before.hub.execute('pricing.overrideClass', decided(before.requestId(), flight.id), MERCY));
  await before.hub.close();
  const older = new SqliteDatabase({ file });
  await older.script(`
    ${TO_EIGHTEENTH}
    DROP TABLE override_scores;
    DELETE FROM schema_version WHERE version > ${MIGRATIONS.findIndex(({ script }) => script === overrideScores)}`);
  older.close();

  const after = await openTestHub({ file });
  expect(value(await after.hub.ask('pricing.overrideScore', { number }, ANA)).scores).toEqual([]);
  await sell(after, flight.id, ['21A']);
  const { more: _, ...part } = value(await after.hub.look('policies.salesToScore', {}));
  value(await after.hub.change('policies.recordScores', part, MERCY, null));
  expect(value(await after.hub.ask('pricing.overrideScore', { number }, ANA)).scores).toMatchObject([
    { seats: 1, paid: 219_00, beforeLeast: 169_00 },
  ]);
  await closeSound(after, file);
});

test.each(WAYS)('%s: a store of the second version scores no decision, and is sound', async (way) => {
  const file = files.store;
  const before = await openTestHub({ file });
  const flight = await before.addFlight();
  value(await before.hold(flight.id, ['20A']));
  await before.hub.close();
  await fromSecondVersion(files, way, before.clock.now());
  const after = await openTestHub({ file });
  expect(await after.db.query('SELECT override_id FROM override_scores').all()).toEqual([]);
  expect(value(await after.hub.look('policies.salesToScore', {}))).toMatchObject({ scores: [], overrides: [] });
  expect(await crossCheck(after.db)).toBeUndefined();
  await after.hub.close();
});
