/** How Aisle says no about promotions, price policies, booking classes and refund policies. A part of the list in ../refusals.ts, in its order. */
export const REFUSALS_OF_PRICING = {
  PROMOTION_UNKNOWN: { message: '{flight} is not sold with promotion {code}.', next: 'Check the code, or sell without it.' },
  PROMOTION_OVER: { message: 'Promotion {code} is sold from {from} to {to}.', next: 'Sell without it.' },
  PROMOTION_GONE: {
    message: 'Promotion {code} has too few fares left: {left}.',
    next: 'Sell fewer passengers with it, or sell without it.',
  },

  POLICY_DATES: { message: 'The policy cannot be in force then: {problem}.', next: 'Correct the time.' },
  POLICY_CHANGED: { message: '{author} published version {version} of this scope meanwhile.', next: 'Compare both, and publish again.' },
  POLICY_UNKNOWN: { message: 'This scope has no version {version}.', next: 'Look at its history again.' },
  POLICY_WRONG: { message: 'The policy was not published: {problem}.', next: 'Correct the rules.' },
  OVERRIDE_UNKNOWN: { message: 'There is no decision {number} about a class.', next: 'Look at the history again.' },
  OVERRIDE_DATES: { message: 'A class cannot be decided for these days: {problem}.', next: 'Correct the days.' },
  OVERRIDE_CHANGED: {
    message: 'Decision {number} about this class is by {author}: {decision}.',
    next: 'Compare it with yours, and decide again.',
  },
  CLASS_UNKNOWN: { message: 'The policy in force has no class {code} in cabin {cabin}.', next: 'Its classes there: {codes}.' },
  CLASS_LAST: {
    message: 'Class {code} is the last one of cabin {cabin} that is not closed, and a seat needs a fare.',
    next: 'Open another class before. To sell nothing, authorise as many seats as are taken.',
  },
  REFUND_POLICY_CHANGED: {
    message: '{author} added version {version} of refund policy {name} meanwhile.',
    next: 'Compare both, and add yours again.',
  },
  REFUND_POLICIES_FULL: { message: 'There are {most} versions of refund policies already.', next: 'Use one of them.' },
  POLICY_SLIP: {
    message: 'A seat would cost {fareText}, and cost {beforeText} an hour before: more than {percent} % apart.',
    next: 'If that is meant, type the new price.',
  },
} as const;
