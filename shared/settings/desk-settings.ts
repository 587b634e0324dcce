import type { SettingRule } from './setting-rule.ts';

/** Who sells at a desk, and how its shift is counted and closed. */
export const DESK_SETTINGS = {
  saleUser: {
    kind: 'choice',
    name: 'Shared desks',
    words: 'whether a desk asks before each sale who sells, because several people work at it',
    counts: 'It counts for the next sale.',
    subject: 'shared desks',
    field: 'Name and PIN',
    choices: [
      { value: 'signIn', text: 'sign-in', does: 'asked once' },
      { value: 'eachSale', text: 'each sale', does: 'asked before it begins too; whoever gives them owns it' },
    ],
    default: 'signIn',
  },
  blindCount: {
    kind: 'choice',
    name: 'Count of a shift',
    words: 'whether the cash that must be in the drawer is told before it was counted',
    counts: 'It counts at once, for shifts that are open too.',
    subject: 'blind count',
    field: 'What is expected',
    choices: [
      { value: 'blind', does: 'told when the count is given in' },
      { value: 'open', does: 'told at any time' },
    ],
    default: 'blind',
  },
  shiftDifference: {
    kind: 'number',
    name: 'Difference of a shift',
    words: 'above how much a count that differs needs a reason, in whole units of its currency',
    counts: 'It counts for the next close.',
    subject: 'difference of a shift',
    unit: 'units',
    least: 0,
    most: 100_000,
    default: 1,
  },
  shiftHours: {
    kind: 'number',
    name: 'Forgotten shift',
    words: 'after how long the next agent at a desk may count and close a shift of somebody else',
    counts: 'It counts at once. A supervisor may at any time.',
    subject: 'forgotten shift',
    unit: 'hours',
    least: 1,
    most: 72,
    default: 12,
  },
} as const satisfies Record<string, SettingRule>;
