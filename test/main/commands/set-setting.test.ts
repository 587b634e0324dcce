import { expect, test } from 'vitest';
import { SETTING_LENGTH_MAX } from '../../../shared/bounds.ts';
import { SETTING_NAMES, SETTING_RULES, settingRule } from '../../../shared/setting-rules.ts';
import { settingProblem } from '../../../shared/settings/setting-problem.ts';
import type { SettingRule } from '../../../shared/settings/setting-rule.ts';
import { codeOf, MERCY, openTestHub, value } from '../support/test-hub.ts';

const TEXT: SettingRule = {
  kind: 'text',
  name: 'Note',
  words: '',
  counts: '',
  subject: 'note',
  field: 'Note',
  least: 1,
  most: 8,
  lines: 2,
  default: 'none',
  problem: (text) => (text.includes('!') ? 'it holds a !' : undefined),
};

test.each([
  [SETTING_RULES.holdMinutes, 0, 'range'],
  [SETTING_RULES.holdMinutes, 1, undefined],
  [SETTING_RULES.holdMinutes, 30, undefined],
  [SETTING_RULES.holdMinutes, 31, 'range'],
  [SETTING_RULES.holdMinutes, 'five', { problem: 'it takes a whole number' }],
  [SETTING_RULES.colleagues, 'rush', undefined],
  [SETTING_RULES.colleagues, 'wild', { problem: 'it is one of off, calm, busy, rush' }],
  [SETTING_RULES.colleagues, 2, { problem: 'it takes a word' }],
  [TEXT, 5, { problem: 'it takes a text' }],
  [TEXT, '', 'range'],
  [TEXT, 'a\nb', undefined],
  [TEXT, 'a\nb\nc', { problem: 'it takes at most 2 lines' }],
  [TEXT, 'ninechars', 'range'],
  [TEXT, 'a!', { problem: 'it holds a !' }],
] as const)('the setting %o set to %j: %o', (rule, to, problem) => expect(settingProblem(rule, to)).toEqual(problem));

test('every default of the table may be set, no text is longer than the contract lets pass, and no two settings share their name in the journal', () => {
  for (const name of SETTING_NAMES) {
    const rule = settingRule(name);
    expect(settingProblem(rule, rule.default)).toBeUndefined();
    if (rule.kind === 'text') expect(rule.most).toBeLessThanOrEqual(SETTING_LENGTH_MAX);
  }
  expect(new Set(SETTING_NAMES.map((name) => SETTING_RULES[name].subject)).size).toBe(SETTING_NAMES.length);
});

test('a setting is told in the journal with what it was, and can be set back by that', async () => {
  const store = await openTestHub();
  const told: unknown[] = [];
  store.hub.on((events) => told.push(...events.map(({ data }) => data)));
  const set = (to: number | string) =>
    store.hub.execute('settings.set', { requestId: store.requestId(), name: 'holdMinutes', value: to }, MERCY);
  const { before } = value(await set(12));
  expect(before).toBe(5);
  expect(codeOf(await set('soon'))).toBe('SETTING_INVALID');
  expect(codeOf(await set(31))).toBe('SETTING_OUT_OF_RANGE');
  value(await set(before));
  expect(value(await store.hub.ask('settings.get', {}, MERCY)).holdMinutes).toBe(5);
  expect(told).toEqual([
    { subject: 'hold minutes', before: '5', after: '12' },
    { subject: 'hold minutes', before: '12', after: '5' },
  ]);
});
