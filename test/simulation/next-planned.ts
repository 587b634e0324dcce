import type { Draft } from './action.ts';
import type { Planned } from './fill-and-oversell.ts';

/** The next step of what began that can be done. Takes it, and those before it that cannot be done, from the plan. */
export function nextPlanned(plan: Planned[], key: number): Draft | undefined {
  for (let next = plan.shift(); next; next = plan.shift()) {
    const draft = next(key);
    if (draft) return draft;
  }
  return undefined;
}
