import { expect, test } from 'vitest';
import { type HostileOutcome, previewHostileFiles } from './hostile-files.ts';

/** A hundredth of each file; `npm run fuzz` takes them whole. */
const SCALE = 0.01;
const PEAK_BYTES_MAX = 256 * 1_048_576;

test('files made to take memory, time or disk end in a list of problems or a refusal', async () => {
  const outcomes: HostileOutcome[] = [];
  for await (const outcome of previewHostileFiles(SCALE)) outcomes.push(outcome);
  expect(outcomes.length).toBeGreaterThan(5);
  expect(outcomes.filter(({ problem, peakBytes }) => problem !== undefined || peakBytes > PEAK_BYTES_MAX)).toEqual([]);
}, 900_000);
