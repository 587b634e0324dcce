import { expect, test } from 'vitest';
import { FAULTS, runFaults } from './run-faults.ts';

const SEED = 20_261_128;

test(`consoles that sell while the network is late, loses, breaks, goes dead, and the hub is killed, end with the hub's truth (seed ${SEED})`, async () => {
  const { problems, commands, resent, broken } = await runFaults({ seed: SEED, faults: FAULTS });
  expect(problems).toEqual([]);
  // Faults in which nothing was under way would prove nothing.
  expect(commands).toBeGreaterThan(200);
  expect(resent).toBeGreaterThan(0);
  expect(broken).toBeGreaterThanOrEqual(6);
});

test(`consoles that ask again under another request id are found (seed ${SEED})`, async () => {
  const { problems } = await runFaults({ seed: SEED, faults: ['hub killed'], forgetful: true });
  expect(problems.join('\n')).toMatch(/belongs to no request|has two answers|has no stored reply/);
});
