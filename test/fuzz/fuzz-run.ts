import { seededRandom } from '../../main/seeded-random.ts';
import { bytesInUse } from './memory.ts';
import type { FuzzPart } from './part.ts';
import { show } from './show.ts';
import { shrunk } from './shrink.ts';
import { type Watchdog, watchdog } from './watchdog.ts';

/** Of a processor, not of the clock: other work on the machine must not count. */
const INPUT_CPU_MS_MAX = 1_000;
/** What may be in use more at the end of a run than after its first tenth: caches that fill up, code that was compiled. */
const GROWTH_BYTES_MAX = 12 * 1_048_576;
/** An input that keeps something alive for ever would have to be this small to get past. */
const EPISODES_TRIED_BACK = [1, 2, 5, 20, 100, 1_000] as const;

export interface FuzzRun {
  readonly seed: number;
  readonly inputs: number;
  readonly progress?: (done: number) => void;
}

export interface FuzzResult {
  readonly part: string;
  readonly inputs: number;
  readonly cpuMs: number;
  readonly slowestMs: number;
  readonly grownBytes: number;
  /** Seed, number and the shrunk inputs; undefined when all was well. */
  readonly failure: string | undefined;
}

/** The input of a number: the same whenever it is asked for, alone or in a row. */
function inputAt<Input>(part: FuzzPart<Input>, seed: number, index: number): Input {
  return part.generate(seededRandom(Math.imul(seed ^ 0x51ed270b, 0x85ebca6b) ^ Math.imul(index + 1, 0xc2b2ae35)));
}

const wordsOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));

/** Runs so many inputs through a part; ends at the first that is not borne, with the shortest way to have it again. */
export async function fuzz<Input>(part: FuzzPart<Input>, { seed, inputs, progress }: FuzzRun): Promise<FuzzResult> {
  const watch = watchdog(`fuzz ${part.name}, seed ${seed}`);
  const begun = process.cpuUsage();
  let slowestMs = 0;
  let early = 0;
  let stray: unknown;
  const astray = (error: unknown): void => {
    stray ??= error;
  };
  process.on('unhandledRejection', astray);
  const cpuMs = (): number => {
    const { user, system } = process.cpuUsage(begun);
    return (user + system) / 1_000;
  };
  const result = (done: number, grownBytes: number, failure?: string): FuzzResult => ({
    part: part.name,
    inputs: done,
    cpuMs: cpuMs(),
    slowestMs,
    grownBytes,
    failure,
  });

  /** What is wrong with an episode's input, if anything: also that it took too long, or broke something on the side. */
  const attempt = async (subject: Awaited<ReturnType<typeof part.open>>, input: Input): Promise<string | undefined> => {
    const before = process.threadCpuUsage();
    try {
      const problem = await subject.attempt(input);
      if (problem) return problem;
    } catch (error) {
      return `threw ${wordsOf(error)}`;
    }
    const { user, system } = process.threadCpuUsage(before);
    const took = (user + system) / 1_000;
    slowestMs = Math.max(slowestMs, took);
    if (took > INPUT_CPU_MS_MAX) return `took ${took.toFixed(0)} ms of a processor`;
    if (stray === undefined) return undefined;
    const problem = `left an error that nobody caught: ${wordsOf(stray)}`;
    stray = undefined;
    return problem;
  };

  /** Some inputs one after the other on a new subject. */
  const replay = async (row: readonly Input[]): Promise<string | undefined> => {
    const subject = await part.open();
    try {
      for (const input of row) {
        const problem = await attempt(subject, input);
        if (problem) return problem;
      }
      return await subject.finish?.();
    } finally {
      await subject.close();
    }
  };

  const explain = async (first: number, index: number, problem: string): Promise<string> => {
    const where = `${part.name}, seed ${seed}, input ${index}: ${problem}`;
    for (const back of EPISODES_TRIED_BACK) {
      const from = Math.max(first, index + 1 - back);
      const row = Array.from({ length: index + 1 - from }, (_, place) => inputAt(part, seed, from + place));
      if (!(await replay(row))) continue;
      const short = await shrunk(row, async (less) => (await replay(less)) !== undefined, row.length > 100 ? 300 : 2_000);
      return `${where}\nshortest:\n${short.map((input) => `  ${show(input)}`).join('\n')}\nthen: ${await replay(short)}`;
    }
    return `${where}\nnot again on a new subject; the input was ${show(inputAt(part, seed, index))}`;
  };

  try {
    for (let first = 0; first < inputs; first += part.episode) {
      const end = Math.min(inputs, first + part.episode);
      const problem = await episode(part, seed, first, end, attempt, watch, progress);
      if (problem) return result(problem.index, 0, await explain(first, problem.index, problem.problem));
      if (early === 0 && end >= inputs / 10) early = await bytesInUse();
    }
    const grown = (await bytesInUse()) - early;
    const failure =
      grown > GROWTH_BYTES_MAX
        ? `${part.name}, seed ${seed}: memory grew by ${(grown / 1_048_576).toFixed(1)} MiB between a tenth and all of the inputs`
        : undefined;
    return result(inputs, grown, failure);
  } finally {
    process.off('unhandledRejection', astray);
    await watch.close();
  }
}

/** One subject from its first input to its end. */
async function episode<Input>(
  part: FuzzPart<Input>,
  seed: number,
  first: number,
  end: number,
  attempt: (subject: Awaited<ReturnType<typeof part.open>>, input: Input) => Promise<string | undefined>,
  watch: Watchdog,
  progress: ((done: number) => void) | undefined,
): Promise<{ readonly index: number; readonly problem: string } | undefined> {
  const subject = await part.open();
  try {
    for (let index = first; index < end; index++) {
      watch.at(index);
      const problem = await attempt(subject, inputAt(part, seed, index));
      if (problem) return { index, problem };
      progress?.(index + 1);
    }
    const problem = await subject.finish?.();
    return problem ? { index: end - 1, problem } : undefined;
  } finally {
    watch.at(-1);
    await subject.close();
  }
}
