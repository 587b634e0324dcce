import { z } from 'zod';
import { CABINS, type Cabin } from './seat-map.ts';

/** Seats by cabin; a cabin that is not there is absent. */
export type SeatCounts = Readonly<Partial<Record<Cabin, number>>>;

const FORM = /^(?:F([1-9]\d{0,2}))?(?:J([1-9]\d{0,2}))?(?:W([1-9]\d{0,2}))?(?:Y([1-9]\d{0,2}))?$/;

/** Which cabins an aircraft has, and how many seats each of them: `F8Y120`. */
export const configurationText = z
  .string()
  .min(2, 'is cabins with their seats, such as F8Y120')
  .regex(FORM, 'is cabins in the order F J W Y with their seats, such as F8Y120');

export const configurationOf = (counts: SeatCounts): string =>
  CABINS.map((cabin) => (counts[cabin] ? `${cabin}${counts[cabin]}` : '')).join('');

/** `F8 Y120`, as sentences have it. */
export const countsText = (counts: SeatCounts): string =>
  CABINS.flatMap((cabin) => (counts[cabin] ? [`${cabin}${counts[cabin]}`] : [])).join(' ');

export const sameCounts = (one: SeatCounts, other: SeatCounts): boolean =>
  CABINS.every((cabin) => (one[cabin] ?? 0) === (other[cabin] ?? 0));

/** Undefined when the text is no configuration. */
export function countsOf(configuration: string): SeatCounts | undefined {
  const found = configuration === '' ? null : FORM.exec(configuration);
  if (!found) return undefined;
  return Object.fromEntries(CABINS.flatMap((cabin, at) => (found[at + 1] ? [[cabin, Number(found[at + 1])]] : [])));
}
