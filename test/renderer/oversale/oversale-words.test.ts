import { expect, test } from 'vitest';
import { exceptWords, lateText } from '../../../renderer/oversale/oversale-words.ts';
import { localDate, MINUTE_MS } from '../../../shared/instants.ts';

test.each([
  [0, '0 h 00 late'],
  [22, '0 h 22 late'],
  [90, '1 h 30 late'],
  // It was said to be a negative time late.
  [-30, '0 h 30 early'],
  [-65, '1 h 05 early'],
])('a flight that arrives %i minutes after the other is told as %s', (minutes, text) => expect(lateText(minutes * MINUTE_MS)).toBe(text));

const US = { regime: 'US', since: localDate('2025-01-22'), currency: 'USD', low: 1, high: 2, highHours: 2 } as const;
const EU = { regime: 'EU', since: localDate('2005-02-17'), currency: 'EUR', amount: 1, halfHours: 2 } as const;
test.each([
  ['US', 'aircraft', US, 'Nothing is owed if a smaller aircraft was needed for operations or safety.'],
  ['US', 'sold', US, ''],
  ['EU', 'aircraft', EU, ''],
  ['unknown', 'aircraft', { regime: null, why: 'no-rule' }, ''],
] as const)('by the rule %s of a seat that was lost by %s: the exception of the law', (_regime, cause, rule, text) =>
  expect(exceptWords(rule, cause)).toBe(text),
);
