import type { Instant } from '../../shared/instants.ts';
import type { PolicyScope } from '../../shared/methods/policy-view.ts';
import type { PresentLoads, Simulated, WhatIfStage } from '../../shared/methods/pricing-what-if.ts';
import type { PolicyRule } from '../../shared/pricing/policy.ts';
import type { SimulationOptions } from '../pricing/what-if/simulation.ts';
import type { StoreTrouble } from '../store/database.ts';

/**
 * What is compared with what is in force at `now`. draft: rules that are not published, null to leave the scope to the wider policy.
 * version: a published one, compared with what was in force without it and all that came later.
 */
export type WhatIfChange =
  | { readonly kind: 'draft'; readonly scope: PolicyScope; readonly rules: readonly PolicyRule[] | null }
  | { readonly kind: 'version'; readonly version: number };

export interface WhatIfTask extends SimulationOptions {
  readonly storeFile: string;
  readonly now: Instant;
  readonly change: WhatIfChange;
}

export interface WhatIfProgress {
  readonly stage: WhatIfStage;
  /** How far the stage has come, in parts of its own; `total` is 0 until it is known. */
  readonly done: number;
  readonly total: number;
  readonly loads: PresentLoads;
  /** Null before the second run, and when the change prices no flight that is still to leave. */
  readonly simulated: Simulated | null;
}

/** How a task ended: well, or with an error of the disk or the store. The progress that was told last is the result. */
export type WhatIfEnd =
  | { readonly ended: 'well' }
  | { readonly ended: 'trouble'; readonly trouble: StoreTrouble; readonly message: string };

export type FromWhatIfThread = WhatIfProgress | WhatIfEnd;

/** Runs a task on a thread of its own: `main/threads/start-what-if.ts`. It is passed in, because the thread runs the code of this folder. */
export type RunWhatIf = (
  task: WhatIfTask,
  signal: AbortSignal,
  step: (progress: WhatIfProgress) => void,
) => Promise<WhatIfEnd | { readonly ended: 'stopped' }>;
