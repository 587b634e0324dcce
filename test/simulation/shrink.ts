import type { Action } from './action.ts';
import type { Failure } from './failure.ts';

/** Runs that are tried at most: a run is worth shrinking, but not for ever. */
const TRIES_MAX = 1_500;

/**
 * The shortest run found that fails in the same way: ever smaller pieces are left out for as long as what remains still fails
 * (delta debugging, Zeller and Hildebrandt 2002).
 */
export async function shrink(
  actions: readonly Action[],
  failure: Failure,
  fails: (actions: readonly Action[]) => Promise<{ readonly actions: readonly Action[]; readonly failure: Failure | undefined }>,
): Promise<{ readonly actions: readonly Action[]; readonly failure: Failure }> {
  let shortest = { actions, failure };
  let tries = 0;
  for (let piece = Math.ceil(actions.length / 2); piece >= 1 && tries < TRIES_MAX; ) {
    let shorter = false;
    // From the end: what comes late matters least to what came before it.
    for (let end = shortest.actions.length; end > 0 && tries < TRIES_MAX; end -= piece) {
      const rest = [...shortest.actions.slice(0, Math.max(0, end - piece)), ...shortest.actions.slice(end)];
      if (rest.length === shortest.actions.length) continue;
      tries++;
      const run = await fails(rest);
      if (run.failure?.kind !== failure.kind) continue;
      shortest = { actions: run.actions, failure: run.failure };
      end = Math.min(end, shortest.actions.length + piece);
      shorter = true;
    }
    if (piece > 1) piece = Math.ceil(piece / 2);
    else if (!shorter) break;
  }
  return shortest;
}
