import { test } from 'vitest';
import { proveSeeds, SEEDS_TIMEOUT_MS } from './prove-seeds.ts';

test('seeds 201 to 300: the hub does what the model says, whatever befalls it', () => proveSeeds(201, 100), SEEDS_TIMEOUT_MS);
