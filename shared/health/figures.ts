import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../instants.ts';

/** What a figure counts. A share, of 100, must not be less than its limit. All others must not be more. */
export type FigureUnit = 'share' | 'ms' | 'bytes' | 'count';

export interface FigureRule {
  readonly name: string;
  readonly unit: FigureUnit;
  /** Unless a supervisor has set another one. */
  readonly limit: number;
  /** The limits that may be set. */
  readonly least: number;
  readonly most: number;
  /** What it says, beside the name. */
  readonly words: string;
}

const GB = 1_000_000_000;
/** Every limit of a share and of an answer of the hub may be set within the same bounds. */
const SHARE = { unit: 'share', least: 50, most: 100 } as const;
const ANSWER = { unit: 'ms', limit: 500, least: 10, most: 60 * SECOND_MS } as const;

/** What the hub watches of itself, in the order in which it is shown. Shares look back over 15 minutes, times and the slowest over 5. */
export const FIGURES = {
  payment: { ...SHARE, name: 'Payments, terminal answered', limit: 95, words: 'how often the card terminal answered, whatever it said' },
  backup: {
    ...{ name: 'Last backup', unit: 'ms', limit: DAY_MS, least: HOUR_MS, most: 30 * DAY_MS },
    words: 'how long ago the newest backup was made; while nothing changes none is needed',
  },
  messages: {
    ...{ name: 'Messages to send, oldest', unit: 'ms', limit: 5 * MINUTE_MS, least: MINUTE_MS, most: DAY_MS },
    words: 'how long the message to a passenger waits that waits longest',
  },
  search: { ...ANSWER, name: 'Search, 99 of 100 within', words: 'within how long 99 of 100 searches are answered' },
  hold: { ...ANSWER, name: 'Hold', words: 'within how long 99 of 100 holds are stored or refused' },
  confirm: {
    ...ANSWER,
    name: 'Confirm',
    words: 'within how long 99 of 100 sales are stored once they are paid, without the card terminal',
  },
  seatMap: { ...ANSWER, name: 'Seat map', words: 'within how long 99 of 100 seat maps are there' },
  events: {
    ...{ name: 'Change on other screens', unit: 'ms', limit: 100, least: 10, most: 60 * SECOND_MS },
    words: 'within how long 99 of 100 changes are sent to all consoles, once they are stored',
  },
  store: {
    ...{ name: 'Store, slowest write', unit: 'ms', limit: 100, least: 1, most: 60 * SECOND_MS },
    words: 'how long the disk took for the slowest write',
  },
  holdsMade: {
    ...SHARE,
    name: 'Holds made at the first try',
    limit: 99,
    words: 'holds that got their seats, of all that could have been made',
  },
  confirmsMade: { ...SHARE, name: 'Confirms made', limit: 98, words: 'paid holds that became sales' },
  endedInTime: { ...SHARE, name: 'Ended holds given back within 1 s', limit: 99, words: 'holds whose seats went back to sale in time' },
  seatsBack: {
    ...{ name: 'Seats back after a hold ends', unit: 'ms', limit: SECOND_MS, least: 100, most: MINUTE_MS },
    words: 'how long seats stay taken after their hold has ended, the slowest',
  },
  jobs: {
    ...{ name: 'Work after a sale, oldest', unit: 'ms', limit: MINUTE_MS, least: SECOND_MS, most: DAY_MS },
    words: 'how long the refund or reversal waits that waits longest',
  },
  oversale: {
    ...{ name: 'Denied boarding, of 10,000 flights', unit: 'count', limit: 1, least: 0, most: 1_000 },
    words: 'of 10,000 flights of the last 30 days, on how many a passenger was denied boarding',
  },
  consolesOff: {
    ...{ name: 'Consoles off line', unit: 'count', limit: 4, least: 0, most: 1_000 },
    words: 'how many desks at which somebody was signed in have lost the hub',
  },
  unsaved: {
    ...{ name: 'Journal, unsaved', unit: 'count', limit: 100, least: 1, most: 10_000 },
    words: 'how many changes wait to be on the disk; none of them was acknowledged',
  },
  storeSize: {
    ...{ name: 'Store, size', unit: 'bytes', limit: 48 * GB, least: GB / 10, most: 1_000 * GB },
    words: 'how large the store is, with its log',
  },
} as const satisfies Record<string, FigureRule>;

export type FigureName = keyof typeof FIGURES;
export const FIGURE_NAMES = Object.keys(FIGURES) as [FigureName, ...FigureName[]];
export const figureRule = (figure: FigureName): FigureRule => FIGURES[figure];
