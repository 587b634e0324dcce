import type { Output } from '../../shared/contract.ts';
import { countText } from '../format/count-text.ts';
import { changedTitle, money, signed, unchangedText } from './what-if-words.ts';

type Receipt = NonNullable<Output<'pricing.receipt'>['receipt']>;
type Score = Output<'pricing.score'>['scores'][number];

const seats = (count: number): string => `${countText(count)} ${count === 1 ? 'seat' : 'seats'}`;

/** `42 flights change, of 1,581; 28 up, 14 down`, and why the others do not. */
export function receiptTexts({ loads, expected }: Receipt): string[] {
  const { title, more } = changedTitle(loads);
  const stays = unchangedText(loads);
  const revenue = expected?.change.revenue;
  const base = expected?.published.revenue.mean ?? 0;
  const percent = (figure: number): string => signed((100 * figure) / base, 1);
  return [
    `${title}, ${more}.`,
    stays ? `Not changed: ${stays}.` : '',
    revenue && base > 0
      ? `Simulated at its publish: ${percent(revenue.mean)} % revenue a departure (${percent(revenue.low)} to ${percent(revenue.high)}).`
      : '',
  ].filter(Boolean);
}

/** What seats have earned, and what they would have earned by `against`, `the policy before`: one amount, or between two where nobody knows more. */
export function scoreTexts(
  { currency, seats: sold, paid, beforeLeast, beforeMost, dearer, unknown, givenBack }: Score,
  against: string,
): string[] {
  const amount = (minor: number): string => `${money(minor, currency)} ${currency}`;
  const before = beforeLeast === beforeMost ? amount(beforeMost) : `between ${money(beforeLeast, currency)} and ${amount(beforeMost)}`;
  return [
    `${seats(sold)} sold for ${amount(paid)}. ${against[0]?.toUpperCase()}${against.slice(1)} asked ${before} for them.`,
    dearer > 0 ? `${seats(dearer)} would have cost more by ${against}; whether they had sold is not known.` : '',
    unknown > 0 ? `${seats(unknown)} in no amount: their price by ${against} cannot be worked out.` : '',
    givenBack > 0 ? `${seats(givenBack)} given back since.` : '',
  ].filter(Boolean);
}

/** How much more the seats earned: `+12.00`, or a range. */
export function gainText({ currency, paid, beforeLeast, beforeMost }: Score): string {
  const gain = (before: number): string => `${paid > before ? '+' : ''}${money(paid - before, currency)}`;
  // The more they would have earned, the less they gained.
  return beforeLeast === beforeMost ? gain(beforeMost) : `${gain(beforeMost)} to ${gain(beforeLeast)}`;
}
