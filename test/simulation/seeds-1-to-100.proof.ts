import { test } from 'vitest';
import { proveSeeds } from './prove-seeds.ts';

// Three files, so that two cores share them and each ends well within the time limit of a proof.
test('seeds 1 to 100: the hub does what the model says, whatever befalls it', () => proveSeeds(1, 100));
