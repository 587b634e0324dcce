import { policyProblem } from '../../shared/pricing/policy-problem.ts';
import { accept, refuse } from '../../shared/refusals.ts';
import type { HubCall, HubMethods } from '../hub/hub-methods.ts';
import type { WhatIfs } from './what-ifs.ts';

export type WhatIfMethods = Pick<HubMethods, Extract<keyof HubMethods, `whatIf.${string}`>>;

const teller =
  ({ connection }: HubCall) =>
  (): void =>
    connection.notify({ notice: true, type: 'whatIf.changed' });

export function whatIfMethods(whatIfs: WhatIfs): WhatIfMethods {
  return {
    async 'whatIf.start'(call, given) {
      if (!given.rules && given.scope.kind === 'network') return refuse('POLICY_WRONG', { problem: 'the network always has one' });
      // The order of the rules alone is asked here. What the prices of a draft would be is what a what-if is for.
      const wrong = given.rules ? policyProblem(given.rules, []) : undefined;
      if (wrong) return refuse('POLICY_WRONG', { problem: wrong.problem });
      return whatIfs.start(call.actor.desk, given, teller(call));
    },

    'whatIf.stop': async ({ actor }) => accept({ run: whatIfs.stop(actor.desk) }),

    'whatIf.status': async (call) => accept({ run: whatIfs.status(call.actor.desk, teller(call)) }),
  };
}
