import { test } from 'vitest';
import { proveSeeds } from './prove-seeds.ts';

test('seeds 151 to 300: the desk does what the model says, whatever befalls it', () => proveSeeds(151, 150));
