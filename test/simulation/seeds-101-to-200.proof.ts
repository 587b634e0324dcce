import { test } from 'vitest';
import { proveSeeds, SEEDS_TIMEOUT_MS } from './prove-seeds.ts';

/** None of these asks too early for the seat of an infant; this one does. */
const FURTHER = [23];

test('seeds 101 to 200: the hub does what the model says, whatever befalls it', () => proveSeeds(101, 100, FURTHER), SEEDS_TIMEOUT_MS);
