import type { PolicyRule } from '../../shared/pricing/policy.ts';
import { POLICY_TEMPLATES } from '../../shared/pricing/policy-templates.ts';
import { capital } from '../format/capital.ts';

const NAMES: Readonly<Record<string, string>> = {
  demand: 'Demand, up to half on top',
  fixed: 'Fixed fares',
  wholeFlight: 'Demand of the whole flight',
  steps: 'Steps at 70 and 90 %',
  tiers: 'Load tiers',
  classes: 'Nested booking classes',
  weekendsAndHolidays: 'Weekends and holidays',
  seatTypes: 'Seat types',
  byDistance: 'By distance',
};

/** A template that has no name here yet is called by its key: `earlyBird` is Early bird. */
function called(key: string): string {
  const words = key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return NAMES[key] ?? capital(words);
}

export interface Template {
  readonly key: string;
  readonly name: string;
  readonly rules: readonly PolicyRule[];
}

/** Policies to begin from, in the order in which they are offered. */
export const TEMPLATES: readonly Template[] = Object.entries(POLICY_TEMPLATES).map(([key, rules]) => ({ key, name: called(key), rules }));
