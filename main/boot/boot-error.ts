import type { StoreTrouble } from '../store/database.ts';

export type BootTrouble = 'in-use' | 'newer' | 'corrupt' | 'read-only' | 'full' | 'failed';

/** Why Aisle could not start, in words by which the person in front of it can act. */
export class BootError extends Error {
  override name = 'BootError';
  readonly kind: BootTrouble;
  readonly sentence: string;
  readonly advice: string;

  constructor(kind: BootTrouble, sentence: string, advice: string, options?: ErrorOptions) {
    super(`${sentence} ${advice}`, options);
    this.kind = kind;
    this.sentence = sentence;
    this.advice = advice;
  }
}

/** A message of the database has no full stop. Sentences of Aisle have one. */
const ended = (detail: string): string => (/[.!?]$/.test(detail) ? detail : `${detail}.`);

type Words = (file: string, detail: string) => readonly [kind: BootTrouble, sentence: string, advice: string];

const WORDS: Readonly<Record<StoreTrouble, Words>> = {
  busy: (file) => ['in-use', `Another Aisle has the store ${file} open.`, 'Use that one, or close it first.'],
  newer: (file, detail) => [
    'newer',
    `The store ${file} was made by a newer Aisle. ${ended(detail)}`,
    'Install the newer version; nothing was changed.',
  ],
  corrupt: (file, detail) => ['corrupt', `The store ${file} is damaged: ${ended(detail)}`, 'Nothing was changed.'],
  'read-only': (file) => [
    'read-only',
    `The store ${file} cannot be written.`,
    'Give this user the right to write the folder, then start again.',
  ],
  full: (file) => ['full', `There is no room left on the disk of ${file}.`, 'Free some space, then start again; nothing is lost.'],
  failed: (file, detail) => [
    'failed',
    `The store ${file} could not be opened: ${ended(detail)}`,
    'Start again; if it stays, look into aisle.log.',
  ],
};

/** `restore`: for a damaged store, which backup there is and how it is put back. */
export function bootError(trouble: StoreTrouble, file: string, error: Error, restore = ''): BootError {
  const [kind, sentence, advice] = WORDS[trouble](file, error.message);
  return new BootError(kind, sentence, `${advice} ${kind === 'corrupt' ? restore : ''}`.trim(), { cause: error });
}
