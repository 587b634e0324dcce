import { test } from 'vitest';
import { proveSeeds, SEEDS_TIMEOUT_MS } from './prove-seeds.ts';

/** None of these decides on a class that was decided on meanwhile, or blocks seats of a cancelled flight; these do. */
const FURTHER = [192, 196];

test('seeds 201 to 300: the hub does what the model says, whatever befalls it', () => proveSeeds(201, 100, FURTHER), SEEDS_TIMEOUT_MS);
