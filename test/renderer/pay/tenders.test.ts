import { describe, expect, it } from 'vitest';
import { changeOf, dueOf, NEW_DRAFT, readTender, type TenderDraft, type Terminal } from '../../../renderer/pay/tenders.ts';
import { minor } from '../../../shared/money.ts';

describe('a tender from what was typed, 100.00 due', () => {
  it.each<[Partial<TenderDraft>, Terminal, unknown]>([
    [{}, 'none', { kind: 'cash', amount: 10_000, given: 10_000 }], // Enter alone: exact
    [{ amount: '120' }, 'none', { kind: 'cash', amount: 10_000, given: 12_000 }],
    [{ amount: '40' }, 'none', { kind: 'cash', amount: 4_000, given: 4_000 }], // split
    [{ amount: '0' }, 'none', 'nothing'],
    [{ amount: 'x' }, 'none', 'Write an amount'],
    [{ kind: 'card' }, 'simulated', { kind: 'card', amount: 10_000, approvalCode: null, testCard: 'approve' }],
    [{ kind: 'card', testCard: 'decline' }, 'simulated', { kind: 'card', amount: 10_000, approvalCode: null, testCard: 'decline' }],
    [{ kind: 'card', code: 'a1b2' }, 'simulated', { kind: 'card', amount: 10_000, approvalCode: 'A1B2', testCard: null }],
    [{ kind: 'card' }, 'none', 'approval code'],
    [{ kind: 'card', code: '!!' }, 'none', '4 to 8'],
    [{ kind: 'card', amount: '150', code: '083914' }, 'none', { kind: 'card', amount: 10_000, approvalCode: '083914', testCard: null }],
    [{ kind: 'voucher', code: 'vq8h2k', amount: '75' }, 'none', { kind: 'voucher', amount: 7_500, voucher: 'VQ8H2K' }],
    [{ kind: 'voucher' }, 'none', 'voucher number'],
  ])('%j with terminal %s', (draft, terminal, expected) => {
    const read = readTender({ ...NEW_DRAFT, ...draft }, minor(10_000), 'USD', terminal);
    if (typeof expected === 'string') expect(read.ok ? '' : read.problem).toContain(expected);
    else expect(read).toEqual({ ok: true, tender: expected });
  });

  it.each([
    ['JPY', '12000', { kind: 'cash', amount: 10_000, given: 12_000 }],
    ['JPY', '12000.00', 'Write an amount in JPY as 60, without decimals'],
    ['KWD', '12.5', { kind: 'cash', amount: 10_000, given: 12_500 }],
    ['KWD', '12.5001', 'Write an amount in KWD as 60 or 60.000'],
  ])('in %s: %s', (currency, amount, expected) => {
    const read = readTender({ ...NEW_DRAFT, amount }, minor(10_000), currency, 'none');
    expect(read.ok ? read.tender : read.problem).toEqual(expected);
  });

  it.each<[amount: string, left: number | undefined, expected: unknown]>([
    ['', 4_000, 4_000], // no more than is left of it
    ['', 20_000, 10_000],
    ['', undefined, 10_000],
    ['60', 4_000, 6_000], // what was typed is asked; the hub says that it is too much
    ['', 0, 'Nothing is left'],
  ])('by a voucher, %j typed and %s left', (amount, left, expected) => {
    const read = readTender({ ...NEW_DRAFT, kind: 'voucher', code: 'VQ8H2K', amount }, minor(10_000), 'USD', 'none', left);
    if (typeof expected === 'string') expect(read.ok ? '' : read.problem).toContain(expected);
    else expect(read).toMatchObject({ ok: true, tender: { amount: expected } });
  });

  it('takes nothing more when nothing is due', () => {
    expect(readTender(NEW_DRAFT, minor(0), 'USD', 'none').ok).toBe(false);
  });
});

it('counts what is due and what goes back', () => {
  const cash = { kind: 'cash', amount: 6_000, given: 7_000 } as const;
  expect(dueOf(10_000, [cash])).toBe(4_000);
  expect(dueOf(5_000, [cash])).toBe(0);
  expect(changeOf(cash)).toBe(1_000);
});
