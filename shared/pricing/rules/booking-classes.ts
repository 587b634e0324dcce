import { exact, isLess } from '../exact.ts';
import type { RuleOf } from '../policy.ts';
import { filed, filedSaid } from './base-fare.ts';
import { type ClassNow, classAvailability, classOnSale } from './class-availability.ts';
import type { PriceQuestion, PriceRule } from './price-rule.ts';

/** The classes of a flight whose currency the rule names, else none. */
const classesFor = (rule: RuleOf<'bookingClasses'>, question: PriceQuestion): readonly ClassNow[] =>
  rule.currency === question.currency ? classAvailability(rule, question) : [];

/** Why this class is the one that is sold. A closed class is named where the party would else have had it or looked for it. */
function why(classes: readonly ClassNow[], { code, left, byHand }: ClassNow, party: number): string {
  if (left < party) return party === 1 ? 'no class has a seat left' : `no class has ${party} seats left`;
  const cheaper = classes.slice(classes.findIndex((one) => one.code === code) + 1);
  const closed = cheaper.filter((one) => one.byHand === 'closed').map((one) => one.code);
  return [
    ...(byHand === 'opened' ? ['opened by hand'] : []),
    `${left} ${left === 1 ? 'seat' : 'seats'} left of it`,
    ...(closed.length > 0 ? [`${closed.join(' and ')} closed by hand`] : []),
  ].join(', ');
}

/**
 * The fare of a booking class. At the same day it never falls as seats are sold, because what is left of a class falls with the seats. As
 * departure comes nearer less is kept, and a class may open again.
 */
export const bookingClasses: PriceRule<'bookingClasses'> = {
  apply(rule, _price, question) {
    const one = classOnSale(classesFor(rule, question), question.party ?? 1);
    return one ? exact(one.fare) : filed(question, rule.otherwise);
  },
  say(rule, question) {
    const party = question.party ?? 1;
    const classes = classesFor(rule, question);
    const one = classOnSale(classes, party);
    return one ? { label: `Class ${one.code}`, detail: why(classes, one, party) } : filedSaid(question, rule.otherwise);
  },
  least({ cabins, otherwise }, _price, question) {
    const cheapest = cabins[question.cabin].at(-1);
    const other = filed(question, otherwise);
    return cheapest && isLess(exact(cheapest.fare), other) ? exact(cheapest.fare) : other;
  },
};
