import type { RunWhatIf } from '../what-if/what-if-task.ts';
import { runTaskThread } from './run-task-thread.ts';

export const startWhatIf: RunWhatIf = (task, signal, step) =>
  runTaskThread({ file: 'what-if-thread', what: 'what-if', youngMiB: 12 }, task, signal, step);
