// Every setting that is one number or one text, declared once. The command, the query, the check of the journal and Admin, Settings are
// derived from this table, so a new setting is one new row.

import { CLOSE_MINUTES_MAX, readCloseExceptions } from './close-of-sales.ts';

interface AnyRule {
  /** What the form and a refusal call it: `Hold time`. */
  readonly name: string;
  /** What it decides, beside the name. */
  readonly words: string;
  /** From when on it counts, under the field. */
  readonly counts: string;
  /** It does something in a training store alone, and is shown in no other. */
  readonly trainingOnly?: true;
  /** What the journal calls it. Stores hold entries with it, so it never changes. */
  readonly subject: string;
}

export interface NumberRule extends AnyRule {
  readonly kind: 'number';
  /** `minutes`: what the number counts. */
  readonly unit: string;
  readonly least: number;
  readonly most: number;
  readonly default: number;
}

export interface TextRule extends AnyRule {
  readonly kind: 'text';
  /** Label of the field. */
  readonly field: string;
  /** Characters. */
  readonly least: number;
  readonly most: number;
  /** Lines of the field; a text may have more than one line only where this is more than 1. */
  readonly lines: number;
  readonly default: string;
  /** What is wrong with a text of the right length, as the end of a sentence; undefined: nothing. */
  readonly problem?: (text: string) => string | undefined;
}

/** One of a few words. */
export interface ChoiceRule extends AnyRule {
  readonly kind: 'choice';
  /** Label of the field. */
  readonly field: string;
  /** Each value that it may have, and what it means. */
  readonly choices: readonly { readonly value: string; readonly does: string }[];
  readonly default: string;
}

export type SettingRule = NumberRule | TextRule | ChoiceRule;

export const SETTING_RULES = {
  holdMinutes: {
    kind: 'number',
    name: 'Hold time',
    words: 'how long seats are kept while names and payment are taken',
    counts: 'Holds that run already keep their time; the next hold takes the new one.',
    subject: 'hold minutes',
    unit: 'minutes',
    least: 1,
    most: 30,
    default: 5,
  },
  closeMinutes: {
    kind: 'number',
    name: 'Close of sales',
    words: 'how long before departure a flight is sold no more',
    counts: 'A hold placed before may be paid while it runs; a new hold ends at the close.',
    subject: 'close of sales',
    unit: 'minutes',
    least: 0,
    most: CLOSE_MINUTES_MAX,
    default: 30,
  },
  closeExceptions: {
    kind: 'text',
    name: 'Close of sales, exceptions',
    words: 'by carrier and station',
    counts: 'A carrier at a station comes first, then the carrier, then the station.',
    subject: 'close of sales, exceptions',
    field: 'One a line: VN SGN 60, VN 45 or SGN 40',
    least: 0,
    most: 1_000,
    lines: 100,
    default: '',
    problem: (text) => {
      const read = readCloseExceptions(text);
      return 'problem' in read ? read.problem : undefined;
    },
  },
  tenderMinutes: {
    kind: 'number',
    name: 'Time for another tender',
    words: 'how long seats stay at least, once a hold, after a card was declined or did not answer; 0 releases them at once',
    counts: 'It counts from the next card that is not taken.',
    subject: 'minutes for another tender',
    unit: 'minutes',
    least: 0,
    most: 30,
    default: 2,
  },
  payLaterDays: {
    kind: 'number',
    name: 'Paid later',
    words: 'how long seats are kept at most for passengers who pay later; 0: nobody does',
    counts: 'It counts for the next time limit. It is never later than the close of sales.',
    subject: 'days paid later',
    unit: 'days',
    least: 0,
    most: 30,
    default: 3,
  },
  payLaterMost: {
    kind: 'number',
    name: 'Paid later, at one desk',
    words: 'how many holds with a time limit a desk has at most',
    counts: 'It counts for the next time limit.',
    subject: 'paid later at one desk',
    unit: 'holds',
    least: 1,
    most: 500,
    default: 20,
  },
  limitAheadHours: {
    kind: 'number',
    name: 'Time limits in the queue',
    words: 'how long before its time limit a booking stands in the queue',
    counts: 'It counts at once.',
    subject: 'time limits in the queue',
    unit: 'hours',
    least: 0,
    most: 72,
    default: 4,
  },
  limitGraceHours: {
    kind: 'number',
    name: 'After a time limit',
    words: 'how long the seats stay for an agent to decide, where the booking is queued at its limit; never past the close of sales',
    counts: 'It counts for the next time limit.',
    subject: 'after a time limit',
    unit: 'hours',
    least: 1,
    most: 72,
    default: 12,
  },
  queueLockMinutes: {
    kind: 'number',
    name: 'Items of queues',
    words: 'how long an item stays open at the desk that works it',
    counts: 'It counts for the next item that is opened. It ends before when the desk signs out.',
    subject: 'items of queues',
    unit: 'minutes',
    least: 1,
    most: 240,
    default: 15,
  },
  offerMinutes: {
    kind: 'number',
    name: 'Waitlist offers',
    words: 'how long seats that came free are held for a party of the waitlist',
    counts: 'Offers that run already keep their time; the next offer takes the new one.',
    subject: 'minutes of a waitlist offer',
    unit: 'minutes',
    least: 1,
    most: 240,
    default: 15,
  },
  offerCutOffMinutes: {
    kind: 'number',
    name: 'End of waitlist offers',
    words: 'how long before departure nothing is offered to a waitlist any more; never later than the close of sales',
    counts: 'It counts for seats that come free from now on.',
    subject: 'end of waitlist offers',
    unit: 'minutes',
    least: 0,
    most: 1_440,
    default: 60,
  },
  movedMinutes: {
    kind: 'number',
    name: 'Moved by the carrier',
    words: 'a flight that leaves or arrives more than so many minutes off what was sold is refunded whole',
    counts: 'It counts for the next quote.',
    subject: 'moved by the carrier',
    unit: 'minutes',
    least: 5,
    most: 1_440,
    default: 60,
  },
  aloneFromYears: {
    kind: 'number',
    name: 'Children alone',
    words: 'from which age a child travels without an adult',
    counts: 'Infants never do. It counts for the next sale.',
    subject: 'children alone from',
    unit: 'years',
    least: 2,
    most: 12,
    default: 5,
  },
  minorUnderYears: {
    kind: 'number',
    name: 'Unaccompanied minors',
    words: 'under which age a child alone needs a supervisor\u2019s yes and the mark UMNR',
    counts: 'It counts for the next sale.',
    subject: 'unaccompanied minors under',
    unit: 'years',
    least: 2,
    most: 12,
    default: 12,
  },
  saleUser: {
    kind: 'choice',
    name: 'Shared desks',
    words: 'whether a desk asks before each sale who sells, because several people work at it',
    counts: 'It counts for the next sale.',
    subject: 'shared desks',
    field: 'Name and PIN',
    choices: [
      { value: 'signIn', does: 'asked at sign-in' },
      { value: 'eachSale', does: 'asked before each sale too; whoever gives them owns it' },
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
  companyName: {
    kind: 'text',
    name: 'Company',
    words: 'at the head of every receipt',
    counts: 'The next receipt that is printed has it.',
    subject: 'company name',
    field: 'Name',
    least: 0,
    most: 80,
    lines: 1,
    default: '',
  },
  companyAddress: {
    kind: 'text',
    name: 'Company address',
    words: 'under the name on receipts',
    counts: 'The next receipt that is printed has it.',
    subject: 'company address',
    field: 'Address',
    least: 0,
    most: 300,
    lines: 4,
    default: '',
  },
  companyPhone: {
    kind: 'text',
    name: 'Company phone',
    words: 'for customers who call',
    counts: 'The next receipt that is printed has it.',
    subject: 'company phone',
    field: 'Phone',
    least: 0,
    most: 40,
    lines: 1,
    default: '',
  },
  companyTaxNumber: {
    kind: 'text',
    name: 'Company tax number',
    words: 'as the tax office wants it on receipts',
    counts: 'The next receipt that is printed has it.',
    subject: 'company tax number',
    field: 'Tax number',
    least: 0,
    most: 40,
    lines: 1,
    default: '',
  },
  checkInMinutes: {
    kind: 'number',
    name: 'Close of check-in',
    words: 'how long before departure passengers must have checked in',
    counts: 'The next receipt that is printed says so.',
    subject: 'close of check-in',
    unit: 'minutes',
    least: 0,
    most: 240,
    default: 45,
  },
  colleagues: {
    kind: 'choice',
    name: 'Colleagues',
    words: 'simulated desks (SIM-01 and on) that sell, hold, let lapse and cancel while somebody is signed in',
    counts: 'It counts at once. They work in training alone.',
    trainingOnly: true,
    subject: 'colleagues',
    field: 'How much they do',
    choices: [
      { value: 'off', does: 'nothing' },
      { value: 'calm', does: 'three desks' },
      { value: 'busy', does: 'eight desks' },
      { value: 'rush', does: 'twenty desks, several changes a second' },
    ],
    default: 'calm',
  },
} as const satisfies Record<string, SettingRule>;

export type SettingName = keyof typeof SETTING_RULES;
/** A number setting is a number, a text setting and a choice are strings. */
export type SettingValue<Name extends SettingName> = (typeof SETTING_RULES)[Name]['kind'] extends 'number' ? number : string;
export type SettingValues = { readonly [Name in SettingName]: SettingValue<Name> };

export const SETTING_NAMES = Object.keys(SETTING_RULES) as [SettingName, ...SettingName[]];
export const settingRule = (name: SettingName): SettingRule => SETTING_RULES[name];

/** What all settings are until a supervisor sets them otherwise. */
export const SETTING_DEFAULTS = Object.fromEntries(SETTING_NAMES.map((name) => [name, SETTING_RULES[name].default])) as SettingValues;

/**
 * What keeps a value from being set: 'range' when a number is less than `least` or more than `most`, or a text is shorter or longer; else
 * the problem as the end of a sentence. Undefined: it may be set.
 */
export function settingProblem(rule: SettingRule, value: number | string): 'range' | { readonly problem: string } | undefined {
  if (rule.kind === 'number') {
    if (typeof value !== 'number') return { problem: 'it takes a whole number' };
    return value < rule.least || value > rule.most ? 'range' : undefined;
  }
  if (typeof value !== 'string') return { problem: rule.kind === 'choice' ? 'it takes a word' : 'it takes a text' };
  if (rule.kind === 'choice') {
    const words = rule.choices.map((choice) => choice.value);
    return words.includes(value) ? undefined : { problem: `it is one of ${words.join(', ')}` };
  }
  if (value.length < rule.least || value.length > rule.most) return 'range';
  if (value.split('\n').length > rule.lines) return { problem: `it takes at most ${rule.lines} lines` };
  const problem = rule.problem?.(value);
  return problem === undefined ? undefined : { problem };
}
