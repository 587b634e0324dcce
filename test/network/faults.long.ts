import { expect, test } from 'vitest';
import { seededRandom } from '../../main/seeded-random.ts';
import { SECOND_MS } from '../../shared/instants.ts';
import { FAULTS, runFaults } from './run-faults.ts';

const FIRST_SEED = 1;
const SEEDS = 10;
const FAULTS_EACH = 12;
const TIMEOUT_MS = 600_000;

test.each(Array.from({ length: SEEDS }, (_, at) => FIRST_SEED + at))(
  `${FAULTS_EACH} faults of the network and the hub in a row leave every console with the hub's truth (seed %i)`,
  async (seed) => {
    const random = seededRandom(seed);
    const faults = Array.from({ length: FAULTS_EACH }, () => random.pick(FAULTS));
    const { problems, felt } = await runFaults({ seed, faults, secure: seed % 2 === 0 });
    expect(problems).toEqual([]);
    expect(faults.filter((fault) => !felt[fault])).toEqual([]);
  },
  TIMEOUT_MS,
);

// In the other runs half a minute of the consoles is three seconds of the hub, so its own limits never ring.
test(
  'outages of more than half a minute by the time of the hub leave every console with its truth, and the hub finds dead connections by itself',
  async () => {
    const faults = ['cut', 'half-open', 'silent'] as const;
    const ms = { cut: 35 * SECOND_MS, 'half-open': 40 * SECOND_MS, silent: 35 * SECOND_MS };
    const { problems, felt, foundDeadByHub } = await runFaults({ seed: FIRST_SEED, faults, ms, realTime: true, secure: true });
    expect(problems).toEqual([]);
    expect(faults.filter((fault) => !felt[fault])).toEqual([]);
    expect(foundDeadByHub).toBeGreaterThan(0);
  },
  TIMEOUT_MS,
);
