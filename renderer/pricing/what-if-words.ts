import { decimalsOf } from '../../shared/currencies.ts';
import type { ChangedCabin, PresentLoads, Simulated, WhatIfRun } from '../../shared/methods/pricing-what-if.ts';
import { minor, moneyText } from '../../shared/money.ts';
import { countText } from '../format/count-text.ts';

const MINUS = '\u2212';

/** `+2.1`, `−0.5`, `0.0`: what is rounded to nothing has no sign. */
export function signed(figure: number, decimals: number): string {
  const size = Math.abs(figure).toFixed(decimals);
  if (Number(size) === 0) return size;
  return `${figure < 0 ? MINUS : '+'}${size}`;
}

export const money = (amount: number, currency: string): string => moneyText(minor(Math.round(amount)), currency);

/** What a cabin's price moves by, in money: `+12.00`. */
export const changeText = ({ before, after, currency }: ChangedCabin): string =>
  `${after > before ? '+' : ''}${money(after - before, currency)}`;

export const percentOfBefore = ({ before, after }: ChangedCabin): string =>
  `${signed((100 * (after - before)) / Math.max(1, before), 0)} %`;

export const soldText = ({ taken, authorised }: Pick<ChangedCabin, 'taken' | 'authorised'>): string =>
  authorised > 0 ? `${Math.round((100 * taken) / authorised)} %` : 'closed';

export const WHY_WORDS = {
  narrower: 'priced by a policy of a narrower scope',
  floor: 'held by the floor',
  ceiling: 'held by the ceiling',
  same: 'with the same price',
} as const;

const plural = (count: number, one: string, more: string): string => `${countText(count)} ${count === 1 ? one : more}`;

/** `42 flights change`, and of how many, which way. */
export function changedTitle({ flights, up, down, mixed }: PresentLoads): { readonly title: string; readonly more: string } {
  const changed = up + down + mixed;
  const ways = [
    up > 0 ? `${countText(up)} up` : '',
    down > 0 ? `${countText(down)} down` : '',
    mixed > 0 ? `${countText(mixed)} both ways` : '',
  ];
  const way = ways.filter(Boolean).join(', ');
  return {
    title: changed === 0 ? 'No flight changes' : plural(changed, 'flight changes', 'flights change'),
    more: `of ${countText(flights)}${way ? `; ${way}` : ''}`,
  };
}

/** Why flights stay as they are, the most frequent reason first: `1,200 with the same price`. */
export const unchangedText = ({ why }: PresentLoads): string =>
  (Object.keys(WHY_WORDS) as (keyof typeof WHY_WORDS)[])
    .filter((reason) => why[reason] > 0)
    .sort((one, other) => why[other] - why[one])
    .map((reason) => `${countText(why[reason])} ${WHY_WORDS[reason]}`)
    .join('; ');

/** The mean price before and after, by currency. */
export const meanTexts = ({ means }: PresentLoads): string[] =>
  means.map(
    ({ currency, before, after }) =>
      `${money(before, currency)} to ${money(after, currency)} ${currency} (${signed((100 * (after - before)) / Math.max(1, before), 1)} %)`,
  );

export interface SimRow {
  readonly name: string;
  readonly unit: string;
  readonly published: string;
  readonly draft: string;
  readonly change: string;
  readonly interval: string;
  /** Of the change, as drawn; in the unit of `change`. */
  readonly low: number;
  readonly mean: number;
  readonly high: number;
  /** Whether more is better, worse, or neither. */
  readonly good: 'more' | 'less' | 'neither';
}

type Measure = keyof Simulated['change'];

/** One row a measure: money and counts change by percent of what is in force, the load factor by points. */
export function simRows({ published, draft, change, currency }: Simulated): SimRow[] {
  const row = (measure: Measure, name: string, unit: string, show: (figure: number) => string, good: SimRow['good']): SimRow => {
    const base = published[measure].mean;
    const inPoints = measure === 'loadFactor';
    // A share of nothing is no figure, so where nobody is spilled the change is told in passengers.
    const scale = inPoints ? 100 : base === 0 ? 1 : 100 / base;
    const suffix = inPoints ? ' pt' : base === 0 ? '' : ' %';
    const [low, mean, high] = [change[measure].low * scale, change[measure].mean * scale, change[measure].high * scale];
    return {
      ...{ name, unit, low, mean, high, good, published: show(base), draft: show(draft[measure].mean) },
      change: `${signed(mean, 1)}${suffix}`,
      interval: `${signed(low, 1)} to ${signed(high, 1)}`,
    };
  };
  const inMoney = (figure: number): string => money(figure, currency);
  // A mean of whole departures needs no cents.
  const inUnits = (figure: number): string => countText(Math.round(figure / 10 ** decimalsOf(currency)));
  const people = (figure: number): string => figure.toFixed(1);
  return [
    row('revenue', 'Revenue', currency, inUnits, 'more'),
    row('loadFactor', 'Load factor', '', (figure) => `${(100 * figure).toFixed(1)} %`, 'neither'),
    row('spilled', 'Spilled', 'found no seat', people, 'less'),
    row('declined', 'Declined', 'found it dear', people, 'less'),
    row('averagePrice', 'Average price', currency, inMoney, 'neither'),
  ];
}

/** Whether an interval leaves no doubt, and which way: `ok`, `bad`, or '' when it holds no change. */
export function verdictOf({ low, high, good }: Pick<SimRow, 'low' | 'high' | 'good'>): 'ok' | 'bad' | '' {
  if (good === 'neither' || (low <= 0 && high >= 0)) return '';
  return low > 0 === (good === 'more') ? 'ok' : 'bad';
}

/** How far it has come, in one line. */
export function runText({ state, stage, done, total, runs, ahead, problem, simulated }: WhatIfRun): string {
  if (state === 'waits') return `Waits; ${ahead} ${ahead === 1 ? 'desk is' : 'desks are'} before this one`;
  if (state === 'failed') return `Broke off: ${problem.replace(/\.$/, '')}`;
  const runsText = `${countText(simulated?.runs ?? (stage === 'simulation' ? done : 0))} of ${countText(runs)} runs`;
  if (state === 'done') return stage === 'simulation' ? `${countText(runs)} runs` : 'All flights read';
  const flights = total === 0 ? 'Reading flights' : `${Math.floor((100 * done) / total)} % of the flights read`;
  const far = stage === 'loads' ? flights : runsText;
  if (state === 'stopped' && far === 'Reading flights') return 'Stopped before any flight was read';
  return state === 'stopped' ? `Stopped at ${far.charAt(0).toLowerCase()}${far.slice(1)}` : far;
}
