import { MINUTE_MS } from '../../shared/instants.ts';
import type { OwedView, RuleView, UnknownRule, Unseated, Volunteer, VolunteerState } from '../../shared/methods/volunteers.ts';
import { minor, moneyText } from '../../shared/money.ts';
import { elapsed, fullDate } from '../format/times.ts';
import type { OversaleRoom } from './oversale-store.ts';

export const STATE_WORDS: Readonly<Record<VolunteerState, string>> = {
  ASKED: 'asked',
  TOOK: 'took it',
  NO: 'said no',
  WITHDRAWN: 'withdrew',
};

/** Why what is owed is not known. */
export const UNKNOWN_WORDS: Readonly<Record<UnknownRule, string>> = {
  'no-rule': 'no rule of this country is known here',
  'before-rows': 'the flight is older than the rules known here',
  'small-aircraft': 'the rule does not cover aircraft with fewer than 30 seats',
  carrier: 'it depends on where the carrier is at home, which is not known here',
  distance: 'the distance is not known',
  currency: 'the fare is in another currency than the rule',
  'no-fare': 'the ticket has no fare',
};

/** `0 h 22 late`, `0 h 30 early`. */
export function lateText(lateMs: number): string {
  const minutes = Math.round(Math.abs(lateMs) / MINUTE_MS);
  return `${elapsed(minutes)} ${lateMs < 0 ? 'early' : 'late'}`;
}

export const money = (amount: number, currency: string): string => `${moneyText(minor(amount), currency)} ${currency}`;

/** `262.00`, `250.00 EUR`, `not known`: the currency where it is not that of the head. */
export function owedText(owed: OwedView | undefined, head: string): string {
  if (!owed) return '';
  if (!owed.known) return 'not known';
  return owed.currency === head ? moneyText(minor(owed.amount), owed.currency) : money(owed.amount, owed.currency);
}

/** The name and the row of the rule. */
export function ruleHead(rule: RuleView): string {
  return rule.regime === 'US' ? `14 CFR 250.5, row of ${fullDate(rule.since).slice(4)}` : `Regulation (EC) 261/2004, article 7`;
}

/** What the rule says, in one or two sentences. */
export function ruleWords(rule: RuleView): string {
  if (rule.regime === 'EU')
    return `${money(rule.amount, rule.currency)}; half of it if the other flight arrives ${rule.halfHours} h late at most.`;
  const low = moneyText(minor(rule.low), rule.currency);
  const high = moneyText(minor(rule.high), rule.currency);
  return `1 to ${rule.highHours} h late 200 % of the fare, at most ${low}; more 400 %, at most ${high}.`;
}

/**
 * When the law owes nothing to who lost the seat to another aircraft. Whether that is so is for the supervisor to decide; empty where it cannot be. Source:
 * 14 CFR 250.6 (b).
 */
export const exceptWords = ({ regime }: OversaleRoom['rule'], cause: Unseated['cause']): string =>
  regime === 'US' && cause === 'aircraft' ? 'Nothing is owed if a smaller aircraft was needed for operations or safety.' : '';

/** The first who was asked and has not answered; the one that was chosen, while there. */
export const askedNow = (volunteers: readonly Volunteer[], chosen: number | null): Volunteer | undefined => {
  const asked = volunteers.filter(({ state }) => state === 'ASKED');
  return asked.find(({ volunteerId }) => volunteerId === chosen) ?? asked[0];
};
