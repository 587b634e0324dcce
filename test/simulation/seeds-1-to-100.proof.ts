import { test } from 'vitest';
import { proveSeeds, SEEDS_TIMEOUT_MS } from './prove-seeds.ts';

/** None of the first hundred meets a price that was read out to another party, a message that is unknown, an item of a queue that another desk lets go, and a block on a cancelled flight; these do. */
const FURTHER = [160, 193, 196];

test('seeds 1 to 100: the hub does what the model says, whatever befalls it', () => proveSeeds(1, 100, FURTHER), SEEDS_TIMEOUT_MS);
