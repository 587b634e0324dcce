import { describe, expect, it } from 'vitest';
import { changeOf, dueOf, NEW_DRAFT, readMoney, readTender, type TenderDraft, type Terminal } from '../../../renderer/pay/tenders.ts';
import { minor } from '../../../shared/money.ts';

it.each([
  ['60', 6_000],
  ['60.5', 6_050],
  ['60.05', 6_005],
  ['1,234.50', 123_450],
  [' 7 ', 700],
  ['1,23', undefined],
  ['6.005', undefined],
  ['-5', undefined],
  ['', undefined],
  ['abc', undefined],
])('reads %j as %s', (text, amount) => {
  expect(readMoney(text)).toBe(amount);
});

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
    [{ kind: 'voucher' }, 'none', 'voucher code'],
  ])('%j with terminal %s', (draft, terminal, expected) => {
    const read = readTender({ ...NEW_DRAFT, ...draft }, minor(10_000), terminal);
    if (typeof expected === 'string') expect(read.ok ? '' : read.problem).toContain(expected);
    else expect(read).toEqual({ ok: true, tender: expected });
  });

  it('takes nothing more when nothing is due', () => {
    expect(readTender(NEW_DRAFT, minor(0), 'none').ok).toBe(false);
  });
});

it('counts what is due and what goes back', () => {
  const cash = { kind: 'cash', amount: 6_000, given: 7_000 } as const;
  expect(dueOf(10_000, [cash])).toBe(4_000);
  expect(dueOf(5_000, [cash])).toBe(0);
  expect(changeOf(cash)).toBe(1_000);
});
