import { CLOSE_MINUTES_MAX, readCloseExceptions } from '../close-of-sales.ts';
import type { SettingRule } from './setting-rule.ts';

/** What a hold, the close of sales and a card that was not taken give a sale in time. */
export const SALE_SETTINGS = {
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
} as const satisfies Record<string, SettingRule>;
