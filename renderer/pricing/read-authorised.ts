import { AUTHORISED_PERCENT_MAX } from '../../shared/bounds.ts';
import type { Output } from '../../shared/contract.ts';
import { authorisedSeats } from '../../shared/pricing/authorised-seats.ts';

type Advice = Output<'pricing.overbookingAdvice'>;

/** What a supervisor authorises: seats, and the percentage that they are if one was typed. */
export interface ToAuthorise {
  readonly seats: number;
  readonly percent: number | null;
}

/** Reads `182` or `102 %`. Undefined for anything else. What blocks take is taken from a percentage too. */
export function readAuthorised(text: string, { capacity, blocked }: Pick<Advice, 'capacity' | 'blocked'>): ToAuthorise | undefined {
  const [, digits, sign] = /^(\d{1,4})\s*(%?)$/.exec(text.trim()) ?? [];
  if (digits === undefined) return undefined;
  const number = Number(digits);
  if (sign === '') return { seats: number, percent: null };
  return number > AUTHORISED_PERCENT_MAX ? undefined : { seats: Math.max(0, authorisedSeats(capacity, number) - blocked), percent: number };
}

/** `102 % of 178 seats, less 2 blocked, are 179.` */
export const percentWords = ({ seats, percent }: ToAuthorise, { capacity, blocked }: Pick<Advice, 'capacity' | 'blocked'>): string =>
  percent === null ? '' : `${percent} % of ${capacity} seats${blocked > 0 ? `, less ${blocked} blocked,` : ''} are ${seats}.`;

/** As it is typed: `102 %`, or `182`. */
export const authorisedText = ({ authorised, percent }: Pick<Advice, 'authorised' | 'percent'>): string =>
  percent === null ? String(authorised) : `${percent} %`;
