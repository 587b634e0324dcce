import { expect, test } from 'vitest';
import { seededRandom } from '../../main/seeded-random.ts';
import { FAULTS, runFaults } from './run-faults.ts';

const FIRST_SEED = 1;
const SEEDS = 10;
const FAULTS_EACH = 12;

test.each(Array.from({ length: SEEDS }, (_, at) => FIRST_SEED + at))(
  `${FAULTS_EACH} faults of the network and the hub in a row leave every console with the hub's truth (seed %i)`,
  async (seed) => {
    const random = seededRandom(seed);
    const faults = Array.from({ length: FAULTS_EACH }, () => random.pick(FAULTS));
    const { problems } = await runFaults({ seed, faults });
    expect(problems).toEqual([]);
  },
  600_000,
);
