import { expect, test } from 'vitest';
import { isPromoted, type PromotedLeg, promotionOf, promotionProblem } from '../../../main/rules/promotion-problem.ts';
import type { RefusalCode } from '../../../shared/refusals.ts';

const rule = { rule: 'promotion', code: 'WELCOME', change: -20, from: '2026-11-01', to: '2026-11-30', stock: 10 } as const;
const leg = (more: Partial<PromotedLeg> = {}): PromotedLeg => ({ flight: 'B6 101', rule, soldOn: '2026-11-15', fares: 1, ...more });
const other = leg({ flight: 'B6 102', rule: undefined });

test.each<[string, PromotedLeg[], number, RefusalCode | 'ok', object]>([
  ['the first fare', [leg()], 0, 'ok', {}],
  ['the last fare', [leg()], 9, 'ok', {}],
  ['one more', [leg()], 10, 'PROMOTION_GONE', { code: 'WELCOME', left: 0 }],
  ['a party for which too few are left', [leg({ fares: 3 })], 8, 'PROMOTION_GONE', { left: 2 }],
  ['a stock that was made smaller than what is sold', [leg()], 40, 'PROMOTION_GONE', { left: 0 }],
  ['two flights of one party', [leg({ fares: 2 }), leg({ fares: 2 })], 6, 'ok', {}],
  ['two flights of one party, of which the second has too few', [leg({ fares: 2 }), leg({ fares: 2 })], 7, 'PROMOTION_GONE', { left: 1 }],
  ['the first day', [leg({ soldOn: '2026-11-01' })], 0, 'ok', {}],
  ['the last day', [leg({ soldOn: '2026-11-30' })], 0, 'ok', {}],
  ['the day before', [leg({ soldOn: '2026-10-31' })], 0, 'PROMOTION_OVER', { from: '2026-11-01', to: '2026-11-30' }],
  ['the day after', [leg({ soldOn: '2026-12-01' })], 0, 'PROMOTION_OVER', {}],
  ['the day after, when none is left either', [leg({ soldOn: '2026-12-01' })], 10, 'PROMOTION_OVER', {}],
  ['a flight that does not know it', [other], 0, 'PROMOTION_UNKNOWN', { code: 'WELCOME', flight: 'B6 102' }],
  ['one flight of two that knows it', [other, leg({ fares: 3 })], 7, 'ok', {}],
  ['one flight of two that knows it, on another day', [other, leg({ soldOn: '2026-12-01' })], 0, 'PROMOTION_OVER', {}],
  ['two days of sale at two origins, of which one is over', [leg({ soldOn: '2026-12-01' }), leg()], 9, 'ok', {}],
])('%s', (_case, legs, used, expected, details) => {
  const refused = promotionProblem('WELCOME', legs, used);
  expect(refused?.refusal.code ?? 'ok').toBe(expected);
  if (refused) expect(refused.refusal.details).toMatchObject(details);
});

test('a policy knows a code by its own rule', () => {
  expect(promotionOf([rule, { ...rule, code: 'OTHER', stock: 1 }], 'OTHER')?.stock).toBe(1);
  expect(promotionOf([rule], 'welcome')).toBeUndefined();
});

test('a code is taken off only the fares of flights that know it today', () => {
  expect([leg(), other, leg({ soldOn: '2026-12-01' })].map(isPromoted)).toEqual([true, false, false]);
});
