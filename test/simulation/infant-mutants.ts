import type { Mutant } from './mutant.ts';

/** Bugs planted where infants travel. */
export const INFANT_MUTANTS: readonly Mutant[] = [
  {
    name: 'an infant pays where it is on the lap',
    file: 'main/commands/place-hold.ts',
    find: 'sum(legs.map(legTotal))',
    replace: 'sum(legs.map((leg) => leg.fare * input.passengers.length))',
    seed: 3,
  },
  {
    name: 'an infant of 2 is on the lap',
    file: 'main/rules/check-names.ts',
    find: "return two && refuse('INFANT_TURNS_TWO'",
    replace: "return undefined && refuse('INFANT_TURNS_TWO'",
    seed: 13,
  },
  {
    name: 'an infant needs no birth date',
    file: 'main/rules/check-names.ts',
    find: "name.type !== 'ADT' && name.birthDate",
    replace: "name.type === 'CHD' && name.birthDate",
    seed: 5,
  },
  {
    name: 'an infant comes on a lap that has one',
    file: 'main/commands/changes/plan-infant.ts',
    find: 'carried_by !== null && carried_by === place',
    replace: 'carried_by !== null && carried_by > 99 && carried_by === place',
  },
  {
    name: 'infants sit in seats without an adult',
    file: 'main/commands/place-hold.ts',
    find: "passengers.some(({ type }) => type === 'INS') &&",
    replace: 'passengers.length > 9 &&',
  },
];
