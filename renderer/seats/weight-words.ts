import { WEIGHT_LIMIT_KG_MAX } from '../../shared/bounds.ts';
import type { FlightWeight } from '../../shared/methods/aircraft.ts';
import { countText } from '../format/count-text.ts';

/** What a flight still may carry, in words: `weight for 3 more adults`, `no weight left for an adult`, `80 kg too much`. */
export function roomText({ limit, taken, adult }: FlightWeight): string {
  if (taken > limit) return `${countText(taken - limit)} kg too much`;
  const adults = Math.floor((limit - taken) / adult);
  return adults === 0 ? 'no weight left for an adult' : `weight for ${countText(adults)} more ${adults === 1 ? 'adult' : 'adults'}`;
}

/** Kilograms that were typed; null for none, undefined for what is no weight. */
export function readKilograms(text: string): number | null | undefined {
  const typed = text.replaceAll(/[\s,]/g, '');
  if (typed === '') return null;
  return /^[1-9]\d{0,5}$/.test(typed) && Number(typed) <= WEIGHT_LIMIT_KG_MAX ? Number(typed) : undefined;
}

/** What is said of what is no weight. */
export const KILOGRAMS_WRONG = `Whole kilograms up to ${countText(WEIGHT_LIMIT_KG_MAX)}.`;
