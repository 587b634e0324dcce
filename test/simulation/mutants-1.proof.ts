import { test } from 'vitest';
import { halfOf, proveMutants, SEEDS_MAX } from './prove-mutants.ts';

// Two files, so that two cores share them and each ends well within the time limit of a proof.
const mutants = halfOf(0);
test(`each of ${mutants.length} bugs planted in the product is found within ${SEEDS_MAX} seeds, half 1 of 2`, () => proveMutants(mutants));
