import { useEffect } from 'react';
import { create } from 'zustand';
import type { Output } from '../../shared/contract.ts';
import { isAbout } from '../../shared/event-effects.ts';
import type { PolicyScope } from '../../shared/methods/policy-view.ts';
import type { Refusal } from '../../shared/refusals.ts';
import { call, onHeard, onResync } from '../client/client.ts';
import { onSessionOver } from '../client/on-session-over.ts';
import { scopeKey } from './scope-key.ts';

export type Policies = Output<'pricing.policies'>;

interface PoliciesStore {
  /** How each scope that was looked at is priced, as the hub last said. */
  readonly answers: Readonly<Record<string, Policies>>;
  readonly refusals: Readonly<Record<string, Refusal>>;
}

const usePoliciesStore = create<PoliciesStore>(() => ({ answers: {}, refusals: {} }));

onSessionOver(() => usePoliciesStore.setState({ answers: {}, refusals: {} }));

export async function loadPolicies(scope: PolicyScope): Promise<Policies | undefined> {
  const key = scopeKey(scope);
  const reply = await call('pricing.policies', { scope });
  usePoliciesStore.setState(({ answers, refusals }) => {
    const { [key]: _, ...others } = refusals;
    return reply.ok
      ? { answers: { ...answers, [key]: reply.value }, refusals: others }
      : { refusals: { ...refusals, [key]: reply.refusal } };
  });
  return reply.ok ? reply.value : undefined;
}

/** Reads how a scope is priced when the screen opens, and again when anybody publishes or a policy begins or ends. */
export function useFollowedPolicies(scope: PolicyScope): void {
  const key = scopeKey(scope);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key tells scopes apart, which are made anew
  useEffect(() => {
    void loadPolicies(scope);
    const stops = [
      onHeard((heard) => {
        if (!('notice' in heard) && isAbout(heard, 'pricing')) void loadPolicies(scope);
      }),
      onResync(() => void loadPolicies(scope)),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [key]);
}

/** How a scope is priced, as the hub last said, or why that could not be read. */
export function usePolicies(scope: PolicyScope): { readonly policies: Policies | undefined; readonly refusal: Refusal | undefined } {
  const key = scopeKey(scope);
  const policies = usePoliciesStore(({ answers }) => answers[key]);
  const refusal = usePoliciesStore(({ refusals }) => refusals[key]);
  return { policies, refusal };
}
