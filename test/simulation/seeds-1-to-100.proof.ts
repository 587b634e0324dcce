import { test } from 'vitest';
import { proveSeeds, SEEDS_TIMEOUT_MS } from './prove-seeds.ts';

/** None of the first hundred asks to pay for an infant who turns two on the way; this one does. */
const PAYS_FOR_TWO = 210;

// Three files, so that two cores share them.
test('seeds 1 to 100: the hub does what the model says, whatever befalls it', () => proveSeeds(1, 100, PAYS_FOR_TWO), SEEDS_TIMEOUT_MS);
