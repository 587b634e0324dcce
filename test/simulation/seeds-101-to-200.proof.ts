import { test } from 'vitest';
import { proveSeeds, SEEDS_TIMEOUT_MS } from './prove-seeds.ts';

test('seeds 101 to 200: the hub does what the model says, whatever befalls it', () => proveSeeds(101, 100), SEEDS_TIMEOUT_MS);
