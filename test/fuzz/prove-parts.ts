import { expect, test } from 'vitest';
import { fuzz } from './fuzz-run.ts';
import type { FuzzPart } from './part.ts';
import { FUZZ_SEED } from './seed.ts';

/** Of all parts together, by their shares. */
const INPUTS = 200_000;

const TIMEOUT_MS = 900_000;

/** One test a part. A failure shows seed and number, and the shortest inputs that fail in the same way. */
export function proveParts(parts: readonly FuzzPart[]): void {
  test.each(parts.map((part) => [part.name, Math.round((INPUTS * part.share) / 100), part] as const))(
    `%s: %i inputs of seed ${FUZZ_SEED} are borne, refused in typed words, and leave no trace`,
    async (_, inputs, part) => {
      const { failure } = await fuzz(part, { seed: FUZZ_SEED, inputs });
      expect(failure ?? '').toBe('');
    },
    // An input that hangs is found by its processor time; a machine that has other things to do is no failure.
    TIMEOUT_MS,
  );
}
