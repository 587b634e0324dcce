import { makeQuietTraining, SHARED } from './quiet-training.ts';

/** Runs once before the end-to-end tests. Their processes are many: some for each project, and a new one after each failure. */
export default function shareQuietTraining(): void {
  process.env[SHARED] = makeQuietTraining();
}
