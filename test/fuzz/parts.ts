import { CALLS_PART } from './calls.ts';
import { FRAMES_PART } from './frames.ts';
import type { FuzzPart } from './part.ts';
import { SCHEDULE_PARTS } from './schedule-files.ts';
import { TYPED_TEXT_PARTS } from './typed-text.ts';

/** Everything that takes input from outside. */
export const FUZZ_PARTS: readonly FuzzPart[] = [CALLS_PART, FRAMES_PART, ...SCHEDULE_PARTS, ...TYPED_TEXT_PARTS];
