import type { SeedFailure } from './run-seeds.ts';

/** A failure as a person needs it: where it was, what it was, and the shortest run that shows it. */
export function tellFailure({ seed, step, message, shortest, shortestMessage }: SeedFailure, steps: number): string {
  return [
    `Seed ${seed} fails at step ${step}:`,
    message,
    '',
    `The shortest run that fails so has ${shortest.length} steps:`,
    ...shortest.map((action) => `  ${JSON.stringify(action)},`),
    shortestMessage,
    '',
    `Again: npm run simulate -- --seed ${seed} --seeds 1 --steps ${steps}`,
  ].join('\n');
}
