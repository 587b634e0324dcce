import type { SeededRandom } from '../../main/seeded-random.ts';

/** What is tried: made new for every episode, so that a failure can be had again from its beginning. */
export interface Subject<Input> {
  /** What is wrong with how an input was taken, in words; undefined when all is well. */
  attempt(input: Input): Promise<string | undefined>;
  /** Asked once after the last input of an episode. */
  finish?(): Promise<string | undefined>;
  close(): Promise<void>;
}

/** One kind of input that comes from outside, how it is made up, and who must bear it. */
export interface FuzzPart<Input = unknown> {
  readonly name: string;
  /** Of 100 inputs of a run over all parts, so many. */
  readonly share: number;
  /** Inputs that one subject hears before a new one takes its place. */
  readonly episode: number;
  /** A pure function of chance: the same numbers give the same input. */
  generate(random: SeededRandom): Input;
  open(): Promise<Subject<Input>>;
}
