import type { InnerHub } from './hub.ts';
import type { HubMethods } from './hub-methods.ts';

export type PolicyMethods = Pick<HubMethods, 'pricing.publish'>;

/** A publish is held against the base fares of all flights of its scope. The hub has them read beside the sales, so that no sale waits for it. */
export function policyMethods(hub: Pick<InnerHub, 'change' | 'look'>): PolicyMethods {
  return {
    async 'pricing.publish'({ actor }, { requestId, ...said }) {
      const filed = await hub.look('policies.filedFares', { scope: said.scope });
      if (!filed.ok) return filed;
      return hub.change('policies.publish', { ...said, filed: filed.value }, actor, requestId, said);
    },
  };
}
