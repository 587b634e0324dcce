import { expect, test } from 'vitest';
import { addOverride } from '../../../main/store/tables/class-overrides-table.ts';
import { addPolicy } from '../../../main/store/tables/policies-table.ts';
import { addRefundPolicy } from '../../../main/store/tables/refund-policies-table.ts';
import { readPolicies } from '../../../main/views/known-policies.ts';
import { instant } from '../../../shared/instants.ts';
import { POLICY_TEMPLATES } from '../../../shared/pricing/policy-templates.ts';
import { openTestHub } from '../support/test-hub.ts';

const NOW = instant(Date.UTC(2026, 10, 20));

async function openStore() {
  const { db } = await openTestHub();
  const publish = (version: number, template: 'fixed' | 'demand') =>
    addPolicy(db, {
      ...{ version, scope: { kind: 'network' }, rules: [...(POLICY_TEMPLATES[template] ?? [])], validFrom: instant(0), validTo: null },
      ...{ author: 'osei', reason: 'Test', publishedAt: 0, again: null },
    });
  const inForce = async () => (await readPolicies(db)).ofNetwork(NOW);
  const next = (await inForce()).version + 1;
  return { db, publish, inForce, next };
}

const rulesOf = (template: 'fixed' | 'demand') => POLICY_TEMPLATES[template];

test('a policy is in force for the next read, and those that were read are not read again', async () => {
  const { db, publish, inForce, next } = await openStore();
  const before = await readPolicies(db);
  expect(await readPolicies(db)).toBe(before);
  await publish(next, 'fixed');
  expect(await inForce()).toMatchObject({ version: next, rules: rulesOf('fixed') });
});

test.each(['a transaction', 'a savepoint'])(
  'a version of %s that was undone is not taken for the next one with its number',
  async (undone) => {
    const { db, publish, inForce, next } = await openStore();
    await db.begin();
    if (undone === 'a savepoint') await db.savepoint();
    await publish(next, 'fixed');
    expect((await inForce()).rules).toEqual(rulesOf('fixed'));
    if (undone === 'a savepoint') await db.rollbackToSavepoint();
    else {
      await db.rollback();
      await db.begin();
    }
    await publish(next, 'demand');
    expect(await inForce()).toMatchObject({ version: next, rules: rulesOf('demand') });
    await db.commit();
    expect(await inForce()).toMatchObject({ version: next, rules: rulesOf('demand') });
  },
);

test('a decision about a class is known at the next read', async () => {
  const { db } = await openStore();
  expect((await readPolicies(db)).overrides.newest).toBe(0);
  await addOverride(db, {
    ...{ number: 1, scope: { kind: 'route', origin: 'JFK', destination: 'LAX', from: '2026-11-20', to: '2026-11-21' } },
    ...{ cabin: 'Y', code: 'M', decision: 'closed', author: 'osei', reason: 'Test', at: NOW },
  });
  expect((await readPolicies(db)).overrides.newest).toBe(1);
});

const refundPolicy = (name: string, version: number) => ({
  ...{ name, version, tiers: [], cancelFee: {}, changeFee: {}, author: 'osei', reason: 'Test', addedAt: 0 },
});

test('a version of a refund policy is known at the next read', async () => {
  const { db } = await openStore();
  const before = await readPolicies(db);
  expect([...before.refundVersions]).toEqual([['standard', 1]]);
  await addRefundPolicy(db, refundPolicy('saver', 1));
  await addRefundPolicy(db, refundPolicy('standard', 2));
  expect(new Map((await readPolicies(db)).refundVersions)).toEqual(new Map(Object.entries({ saver: 1, standard: 2 })));
});

test('a version of a refund policy that was undone is not taken for the next one that makes as many', async () => {
  const { db } = await openStore();
  await db.begin();
  await addRefundPolicy(db, refundPolicy('saver', 1));
  expect((await readPolicies(db)).refundVersions.get('saver')).toBe(1);
  await db.rollback();
  await db.begin();
  await addRefundPolicy(db, refundPolicy('flex', 1));
  expect([...(await readPolicies(db)).refundVersions.keys()].toSorted()).toEqual(['flex', 'standard']);
  await db.commit();
});
