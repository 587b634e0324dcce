import { accept } from '../../shared/refusals.ts';
import { readPolicies } from '../views/known-policies.ts';
import type { Command } from './command.ts';

/**
 * Tells all consoles that a policy begins or ends now, because nobody published anything at this moment. `turn`: the moment that has come. Returns when
 * the next one comes, or null.
 */
export const turnPolicies: Command<{ readonly turn: number }, { readonly next: number | null }> = async ({ db, now, emit }, { turn }) => {
  if (turn <= now) emit('policy.turned', { turn });
  return accept({ next: (await readPolicies(db)).nextTurn(now) });
};
