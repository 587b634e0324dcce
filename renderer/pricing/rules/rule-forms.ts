import type { PolicyRule, RuleName } from '../../../shared/pricing/policy.ts';
import { ceiling, charge, floor } from './amount-forms.ts';
import { amountBase, distanceBase, filedBase } from './base-forms.ts';
import { bookingClasses } from './class-form.ts';
import { competitor } from './competitor-form.ts';
import { daysAhead, loadCurve, loadTiers } from './curve-forms.ts';
import { holiday, season, weekday } from './day-forms.ts';
import { promotion } from './promotion-form.ts';
import { largestChange, refund, rounding, roundingAsFiled } from './rounding-forms.ts';
import type { RuleForm } from './rule-form.ts';
import { passengerType, seatType } from './traveller-forms.ts';

/** Every kind of rule as the stack shows and edits it, in the order in which it is offered. A kind without a form does not compile. */
export const RULE_FORMS: { readonly [Name in RuleName]: RuleForm<Name> } = {
  filedBase,
  amountBase,
  distanceBase,
  bookingClasses,
  loadCurve,
  loadTiers,
  daysAhead,
  weekday,
  holiday,
  season,
  seatType,
  passengerType,
  competitor,
  promotion,
  charge,
  floor,
  ceiling,
  largestChange,
  refund,
  rounding,
  roundingAsFiled,
};

type AnyForm = RuleForm<RuleName>;

export const formOf = (name: RuleName): AnyForm => RULE_FORMS[name] as unknown as AnyForm;

/**
 * The rule in words: `below 50 % times 0.7, then times 1.8`, and `off: ` before them where it is switched off. Minor units without a currency are
 * told in `currency`.
 */
export const ruleWords = (rule: PolicyRule, currency: string): string =>
  `${rule.off ? 'off: ' : ''}${formOf(rule.rule).words(rule, currency)}`;
