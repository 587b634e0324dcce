// What rules ask of a flight, and where their answer turns: the states that must be tried when a policy is looked at.

import type { Cabin } from '../seat-map.ts';
import type { PolicyRule } from './policy.ts';
import type { PriceQuestion, SeatsTaken } from './rules/price-rule.ts';

/** Of a hundred seats. */
export const seatsTaken = (taken: number): SeatsTaken => ({ authorised: 100, held: 0, sold: taken });

/** Percent taken at the knots of curves, and on both sides of a step. */
export const takenIn = (rules: readonly PolicyRule[], over: 'cabin' | 'flight'): number[] =>
  rules.flatMap((rule) => {
    if (rule.rule === 'loadCurve' && rule.over === over) return rule.knots.map(({ taken }) => taken);
    if (rule.rule === 'loadTiers' && rule.over === over) return rule.tiers.flatMap(({ below }) => [below - 1, below]);
    return [];
  });

export const daysIn = (rules: readonly PolicyRule[]): number[] =>
  rules.flatMap((rule) => (rule.rule === 'daysAhead' ? rule.knots.map(({ days }) => days) : []));

/** Codes of promotions. */
export const codesIn = (rules: readonly PolicyRule[]): string[] => rules.flatMap((rule) => (rule.rule === 'promotion' ? [rule.code] : []));

/** Letters of the booking classes of a cabin. */
export const classesOf = (rules: readonly PolicyRule[], cabin: Cabin): string[] =>
  rules.flatMap((rule) => (rule.rule === 'bookingClasses' ? rule.cabins[cabin].map(({ code }) => code) : []));

/** No two places are further apart. */
const MILES_MAX = 12_500;

/** Where a base fare depends on the distance: not known, none, and half around the earth. Everything else multiplies it, so each is tried with the rest. */
export const milesIn = (rules: readonly PolicyRule[]): PriceQuestion['miles'][] =>
  rules.some(({ rule }) => rule === 'distanceBase') ? [undefined, 0, MILES_MAX] : [undefined];
