import { test } from 'vitest';
import { proveSeeds, SEEDS_TIMEOUT_MS } from './prove-seeds.ts';

// Three files, so that two cores share them.
test('seeds 1 to 100: the hub does what the model says, whatever befalls it', () => proveSeeds(1, 100), SEEDS_TIMEOUT_MS);
