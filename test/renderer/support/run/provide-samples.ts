import type { TestProject } from 'vitest/node';
import { runSamples, type Samples } from './sample-run.ts';

declare module 'vitest' {
  interface ProvidedContext {
    samples: Samples;
  }
}

/** The projects whose tests show samples. The proof needs none. */
const USERS = new Set(['core', 'console']);

/**
 * Runs the core once before all tests and hands its answers to every test file. A run in each file would cost a second apiece, most of it
 * for loading the core.
 */
export default async function provideSamples(project: TestProject): Promise<void> {
  if (project.vitest.projects.some(({ name }) => USERS.has(name))) project.provide('samples', await runSamples());
}
