import { expect, test } from 'vitest';
import { FAULTS, runFaults } from './run-faults.ts';

const SEED = 20_261_128;

test(`consoles that sell over TLS while the network is late, loses, breaks, is silent, goes dead, and the hub is killed and stopped, end with the hub's truth (seed ${SEED})`, async () => {
  const { problems, commands, resent, felt } = await runFaults({ seed: SEED, faults: FAULTS, secure: true });
  expect(problems).toEqual([]);
  // Faults in which nothing was under way, or that nobody felt, would prove nothing.
  expect(commands).toBeGreaterThan(200);
  expect(resent).toBeGreaterThan(0);
  expect(FAULTS.filter((fault) => !felt[fault])).toEqual([]);
});

test(`consoles that ask again under another request id, lose events, or open though they are locked, are found (seed ${SEED})`, async () => {
  const { problems } = await runFaults({ seed: SEED, faults: ['hub killed'], wrong: ['forgetful', 'deaf', 'opens'] });
  const found = problems.join('\n');
  expect(found).toMatch(/belongs to no request|has two answers|has no stored reply/);
  expect(found).toMatch(/^console 0 never heard event \d+$/m);
  expect(found).toMatch(/^the locked console is not locked after "hub killed"/m);
});
