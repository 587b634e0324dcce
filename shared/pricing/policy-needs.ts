import type { PolicyRule, RuleName } from './policy.ts';

/** What of a flight the rules of a policy ask for, beside the load of the cabin. Nobody reads what no rule asks for. */
export interface PolicyNeeds {
  /** The load of the whole flight. */
  readonly flightLoad: boolean;
  /** Each seat and who sits there: seats of one cabin may cost differently. */
  readonly eachSeat: boolean;
  /** Of that: what a seat offers, and who sits there. */
  readonly seatType: boolean;
  readonly passengerType: boolean;
  /** The rules from the first that asks for a seat and who sits there; none where no rule does. */
  readonly ofSeats: readonly PolicyRule[];
  readonly miles: boolean;
  readonly competitor: boolean;
  /** How many travel together, and which classes are closed by hand. */
  readonly classes: boolean;
  /** What time it is: a flight that nobody books changes its price. */
  readonly time: boolean;
}

/** Whether a rule asks for a seat and who sits there. */
const asksForSeat = ({ rule }: PolicyRule): boolean => rule === 'seatType' || rule === 'passengerType';

const known = new WeakMap<readonly PolicyRule[], PolicyNeeds>();

export function policyNeeds(rules: readonly PolicyRule[]): PolicyNeeds {
  let needs = known.get(rules);
  if (!needs) {
    const first = rules.findIndex(asksForSeat);
    const has = (...names: readonly RuleName[]) => rules.some(({ rule }) => names.includes(rule));
    needs = {
      flightLoad: rules.some((rule) => 'over' in rule && rule.over === 'flight'),
      eachSeat: first >= 0,
      seatType: has('seatType'),
      passengerType: has('passengerType'),
      ofSeats: first < 0 ? [] : rules.slice(first),
      miles: has('distanceBase'),
      competitor: has('competitor'),
      classes: has('bookingClasses'),
      time: has('daysAhead', 'bookingClasses', 'competitor'),
    };
    known.set(rules, needs);
  }
  return needs;
}
