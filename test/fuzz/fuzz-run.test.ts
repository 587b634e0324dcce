import { describe, expect, it } from 'vitest';
import { fuzz } from './fuzz-run.ts';
import type { FuzzPart } from './part.ts';

/** A subject with a fault, to see that the fault is found: whoever cannot fail proves nothing. */
function faulty(attempt: (input: string, heard: string[]) => string | undefined): FuzzPart<string> {
  return {
    name: 'faulty',
    share: 0,
    episode: 200,
    generate: (random) => Array.from({ length: random.below(12) }, () => random.pick([...'ABCX'])).join(''),
    async open() {
      const heard: string[] = [];
      return {
        async attempt(input) {
          const problem = attempt(input, heard);
          heard.push(input);
          return problem;
        },
        async close() {},
      };
    },
  };
}

const run = { seed: 7, inputs: 2_000 };
const kept: unknown[] = [];

describe('fuzzing finds', () => {
  it('nothing where nothing is wrong', async () => {
    expect(
      await fuzz(
        faulty(() => undefined),
        run,
      ),
    ).toMatchObject({ inputs: 2_000, failure: undefined });
  });

  it('an input that throws, and the shortest that does', async () => {
    const part = faulty((input) => {
      if (/X.*B/.test(input)) throw new Error('boom');
      return undefined;
    });
    const { failure = '' } = await fuzz(part, run);
    expect(failure).toMatch(/^faulty, seed 7, input \d+: threw Error: boom/);
    expect(failure).toContain('shortest:\n  "XB"\nthen: threw');
  });

  it('what goes wrong only after something else', async () => {
    const { failure = '' } = await fuzz(
      faulty((input, heard) => (input.startsWith('BA') && heard.some((before) => before.endsWith('XC')) ? 'is mixed up' : undefined)),
      run,
    );
    expect(failure).toContain('shortest:\n  "XC"\n  "BA"\nthen: is mixed up');
  });

  it('an error that nobody caught', async () => {
    const part = faulty((input) => {
      if (input === 'X') void Promise.reject(new Error('stray'));
      return undefined;
    });
    const slower: FuzzPart<string> = {
      ...part,
      async open() {
        const subject = await part.open();
        return {
          ...subject,
          async attempt(input) {
            const problem = await subject.attempt(input);
            await new Promise((next) => setImmediate(next));
            return problem;
          },
        };
      },
    };
    expect((await fuzz(slower, run)).failure).toContain('left an error that nobody caught: Error: stray');
  });

  it('memory that is never given back', async () => {
    const part = faulty((input) => {
      kept.push(Buffer.alloc(20_000, input));
      return undefined;
    });
    expect((await fuzz(part, run)).failure).toMatch(/memory grew by \d+\.\d MiB/);
    kept.length = 0;
  });
});
