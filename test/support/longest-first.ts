import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Proofs of half a minute and more, the longest first. */
export const LONG: readonly string[] = [
  'test/simulation/seeds-101-to-500.long.ts',
  'test/simulation/seeds-1-to-100.proof.ts',
  'test/crash/new-training.proof.ts',
  'test/crash/kill-upkeep.proof.ts',
  'test/crash/kills.proof.ts',
  'test/fuzz/calls.proof.ts',
  'test/fuzz/hostile-files.proof.ts',
  ...[1, 2, 3, 4, 5, 6].map((share) => `test/simulation/mutants-${share}.proof.ts`),
  'test/fuzz/hub-fairness.proof.ts',
  'test/main/hub.proof.ts',
  'test/fuzz/frames.proof.ts',
  'test/crash/wal-cut.proof.ts',
  'test/crash/pages.proof.ts',
  'test/fuzz/hub-floods.proof.ts',
  'test/fuzz/typed-text.proof.ts',
  'test/main/backup/hub-restore.proof.ts',
  'test/fuzz/schedule-files.proof.ts',
  'test/crash/deleted-log.proof.ts',
];

/** The place of a file in `LONG`; one that is not in it comes after all that are. */
export const placeOf = (file: string): number => {
  const place = LONG.findIndex((long) => file.endsWith(`/${long}`));
  return place === -1 ? LONG.length : place;
};

/**
 * Begins with the files that take longest. Without figures of an earlier run Vitest begins with the largest file, and the longest proofs are
 * a line each. They came last, and one core had nothing to do for minutes.
 */
export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.sort((a, b) => placeOf(a.moduleId) - placeOf(b.moduleId));
  }
}
