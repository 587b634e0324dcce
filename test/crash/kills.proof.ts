import { expect, test } from 'vitest';
import { runKills } from './run-kills.ts';

const KILLS = 20;
const SEED = 20_261_121;
/** Half a minute on two idle processors. */
const MS_MAX = 300_000;

test(
  `a selling hub killed ${KILLS} times loses nothing that it acknowledged and does nothing twice (seed ${SEED})`,
  async () => {
    const seen: string[] = [];
    const result = await runKills({ kills: KILLS, seed: SEED, jobs: 2, progress: (line) => seen.push(line) });
    expect(result.problems).toEqual([]);
    expect(seen).toHaveLength(KILLS);
    // A run in which nothing was under way when the hub died would prove nothing.
    expect(result.acknowledged).toBe(result.commands);
    expect(result.resent).toBeGreaterThan(KILLS);
  },
  MS_MAX,
);
