import { test } from 'vitest';
import { proveSeeds, SEEDS_TIMEOUT_MS } from './prove-seeds.ts';

// Two threads, because it is the last to end.
test('seeds 101 to 500: the hub does what the model says, whatever befalls it', () => proveSeeds(101, 400, [], 2), 4 * SEEDS_TIMEOUT_MS);
