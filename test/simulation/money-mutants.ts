import type { Mutant } from './mutant.ts';

/** Bugs planted in other ways of money: waived rules, fees, new vouchers, wallets, accounts of agencies, passengers who are added. */
export const MONEY_MUTANTS: readonly Mutant[] = [
  {
    name: 'an agent waives a refund rule',
    file: 'main/commands/quote-refund.ts',
    find: "waiver !== undefined && actor.role !== 'supervisor'",
    replace: "waiver === '' && actor.role !== 'supervisor'",
  },
  {
    name: 'a cancel fee is told and not kept',
    file: 'main/commands/quote-refund.ts',
    find: 'minor(terms.back - (fee?.amount ?? 0))',
    replace: 'minor(terms.back)',
    seed: 10,
  },
  {
    name: 'a fee is kept for a passenger who goes to another cabin of the same flight',
    file: 'main/commands/changes/plan-instead.ts',
    find: 'const fee = elsewhere ?',
    replace: 'const fee = !elsewhere ?',
    seed: 11,
  },
  {
    name: 'fares are sold under the first version of their refund policy',
    file: 'main/pricing/sold-under.ts',
    find: '{ policy, version: newest ?? 1 }',
    replace: '{ policy, version: 1 }',
  },
  {
    name: 'money that goes to a new voucher goes to the card too',
    file: 'main/commands/give-back.ts',
    find: 'const reference = instead === undefined ? tender.reference : null;',
    replace: 'const reference = tender.reference;',
  },
  {
    name: 'an account may be charged above its limit',
    file: 'main/commands/account-problem.ts',
    find: 'if (room < amount)',
    replace: 'if (room < 0)',
    seed: 55,
  },
  {
    name: 'an account owes what went back to it',
    file: 'main/commands/give-back.ts',
    find: 'if (instead === undefined && tender.account !== null) await relieveAccount(db, tender.account, amount);',
    replace: '',
    seed: 8,
  },
  {
    name: 'a reference of a wallet pays again in another sale',
    file: 'main/commands/wallet-problem.ts',
    find: 'if (paid) return',
    replace: 'if (paid && paid.booking_id === row.id) return',
    seed: 5,
  },
  {
    name: 'money is sent to a wallet while its cancellation may be undone',
    file: 'main/commands/mark-refund-done.ts',
    find: 'if (!isDue(from, now))',
    replace: 'if (now < 0)',
    seed: 34,
  },
  {
    name: 'who is added to a booking gets the number of another passenger',
    file: 'main/commands/changes/plan-add.ts',
    find: 'passenger: last + 1 + at',
    replace: 'passenger: last + at',
    seed: 2,
  },
  {
    name: 'who is added to a booking gets the fare of those who were there',
    file: 'main/commands/changes/plan-add.ts',
    find: 'const { fare, trace } = fareAt(held, at);',
    replace: 'const { fare, trace } = { ...fareAt(held, at), fare: leg.fare };',
    seed: 5,
  },
  {
    name: 'a refund rule that was waived is told as if it had been kept',
    file: 'main/commands/cancel-booking.ts',
    find: "...(quote.waiver ? { overrides: ['waiver'] } : {}),",
    replace: '',
  },
  {
    name: 'a shift counts no decision that only the data of an entry tell',
    file: 'main/reports/sales-totals.ts',
    find: "JSON.parse(overrides ?? '[]')",
    replace: "JSON.parse(overrides ? '[]' : '[]')",
    seed: 51,
  },
];
