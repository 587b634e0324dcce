import { useEffect } from 'react';
import { create } from 'zustand';
import { isAbout } from '../../shared/event-effects.ts';
import type { JournalEvent } from '../../shared/events.ts';
import { type RefundPolicy, refundOf, type SoldUnder } from '../../shared/refund-policy.ts';
import { call } from '../client/client.ts';
import { onSessionOver } from '../client/on-session-over.ts';

/** All versions of all refund policies, for every screen that tells what goes back. Null until a screen has asked. */
const useKnown = create<{ readonly policies: readonly RefundPolicy[] | null; readonly asking: boolean }>(() => ({
  policies: null,
  asking: false,
}));

async function load(): Promise<void> {
  useKnown.setState({ asking: true });
  const reply = await call('refunds.policies', {});
  useKnown.setState(({ policies }) => ({ asking: false, policies: reply.ok ? reply.value.policies : policies }));
}

onSessionOver(() => useKnown.setState({ policies: null, asking: false }));

export const renewRefundPolicies = (): void => {
  if (useKnown.getState().policies) void load();
};

/** A supervisor may have added a version at another desk. */
export function hearRefundPolicies(events: readonly JournalEvent[]): void {
  if (events.some((event) => isAbout(event, 'refund'))) renewRefundPolicies();
}

/** None until the hub has told them. */
export function useRefundPolicies(): readonly RefundPolicy[] | null {
  useEffect(() => {
    const { policies, asking } = useKnown.getState();
    if (!policies && !asking) void load();
  }, []);
  return useKnown(({ policies }) => policies);
}

/** The version that a fare was sold under, or would be; undefined while it is not known. */
export function policyOf(
  policies: readonly RefundPolicy[] | null,
  fare: { readonly refund?: SoldUnder | undefined },
): RefundPolicy | undefined {
  const { policy, version } = refundOf(fare);
  return policies?.find((one) => one.name === policy && one.version === version);
}
