import { test } from 'vitest';
import { proveSeeds } from './prove-seeds.ts';

test('seeds 201 to 300: the hub does what the model says, whatever befalls it', () => proveSeeds(201, 100));
