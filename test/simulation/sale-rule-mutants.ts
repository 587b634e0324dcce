import type { Mutant } from './mutant.ts';

/** Bugs planted in prices that were read out, and in the rules for children who travel alone. */
export const SALE_RULE_MUTANTS: readonly Mutant[] = [
  {
    name: 'a price that was read out is kept for no hold',
    file: 'main/commands/price-leg.ts',
    find: '!offered || offered.fare >= fareByPolicy(rules, question)',
    replace: '!offered || offered.fare !== fareByPolicy(rules, question)',
  },
  {
    name: 'a price that was read out is kept for ever',
    file: 'main/views/quote-offer.ts',
    find: 'isDue(instant(until), now) ? undefined : ',
    replace: '',
    seed: 5,
  },
  {
    name: 'a price that was read out is kept for every desk',
    file: 'main/views/quote-offer.ts',
    find: 'JSON.stringify([flightId, cabin, policy, desk, promotion ?? null, byHand, body])',
    replace: 'JSON.stringify([flightId, cabin, policy, desk.slice(0, 0), promotion ?? null, byHand, body])',
  },
  {
    name: 'a price that was read out is kept on every flight',
    file: 'main/views/quote-offer.ts',
    find: 'JSON.stringify([flightId, cabin, policy, desk, promotion ?? null, byHand, body])',
    replace: 'JSON.stringify([flightId * 0, cabin, policy, desk, promotion ?? null, byHand, body])',
    seed: 5,
  },
  {
    name: 'a class that is closed or open by hand is ignored in prices',
    file: 'main/views/price-question.ts',
    find: '{ party, ...byHand(policies.overrides.of(flight, cabin)) }',
    replace: '{ party }',
    seed: 4,
  },
  {
    name: 'a child under five travels alone',
    file: 'main/rules/children-alone.ts',
    find: 'age < rules.aloneFrom',
    replace: 'age < 0 * rules.aloneFrom',
  },
  {
    name: 'minors travel alone without the yes of a supervisor',
    file: 'main/rules/children-alone.ts',
    find: 'allowedBy !== undefined',
    replace: 'allowedBy !== null',
    seed: 2,
  },
];
