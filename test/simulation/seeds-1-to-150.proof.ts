import { test } from 'vitest';
import { proveSeeds } from './prove-seeds.ts';

// Two files, so that two cores share them.
test('seeds 1 to 150: the desk does what the model says, whatever befalls it', () => proveSeeds(1, 150));
