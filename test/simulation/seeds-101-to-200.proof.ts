import { test } from 'vitest';
import { proveSeeds } from './prove-seeds.ts';

test('seeds 101 to 200: the hub does what the model says, whatever befalls it', () => proveSeeds(101, 100));
