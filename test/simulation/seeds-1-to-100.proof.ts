import { test } from 'vitest';
import { proveSeeds, SEEDS_TIMEOUT_MS } from './prove-seeds.ts';

/**
 * None of the first hundred meets a message that is unknown, an undo of a sale into a blocked seat, a block on a cancelled flight, a price that was read
 * out to another party, a way on for a booking that is sold no more, and a
 * child that would fly alone where others are denied boarding; these do.
 */
const FURTHER = [109, 110, 151, 168, 242, 269];

test('seeds 1 to 100: the hub does what the model says, whatever befalls it', () => proveSeeds(1, 100, FURTHER), SEEDS_TIMEOUT_MS);
