import { create } from 'zustand';
import { RULES_MAX } from '../../shared/bounds.ts';
import type { PolicyScope } from '../../shared/methods/policy-view.ts';
import { type PolicyRule, policyRule } from '../../shared/pricing/policy.ts';
import { onSessionOver } from '../client/on-session-over.ts';
import { useSession } from '../client/session-store.ts';
import { scopeKey } from './scope-key.ts';

/** Rules that a supervisor has begun and not published. */
export interface Draft {
  readonly scope: PolicyScope;
  /** The newest version of this scope when it was begun; 0 for none. */
  readonly basedOn: number;
  /** The rules that it was begun from, and their version, which may be of a wider scope. */
  readonly began: readonly PolicyRule[];
  readonly beganOn: number;
  readonly rules: readonly PolicyRule[];
  readonly reason: string;
  /** As typed: `now`, `24NOV 06:00`. Empty: until something else is published. */
  readonly from: string;
  readonly until: string;
}

interface Drafts {
  readonly drafts: Readonly<Record<string, Draft>>;
}

const KEY = 'aisle.policy-drafts';
/** Each supervisor has their own, also at a desk that several of them use. */
const keyOfUser = (): string | undefined => {
  const user = useSession.getState().session?.user;
  return user === undefined ? undefined : `${KEY}.${user}`;
};

const isRules = (rules: unknown): boolean =>
  Array.isArray(rules) && rules.length > 0 && rules.length <= RULES_MAX && rules.every((rule) => policyRule.safeParse(rule).success);

/** What this browser has of the person who is signed in. A draft that another version of Aisle wrote, with rules that are none now, is left out. */
function kept(): Drafts['drafts'] {
  const key = keyOfUser();
  if (key === undefined) return {};
  try {
    const all = JSON.parse(localStorage.getItem(key) ?? '{}') as Record<string, Draft>;
    return Object.fromEntries(
      Object.entries(all).filter(([, draft]) => isRules(draft.rules) && isRules(draft.began) && typeof draft.from === 'string'),
    );
  } catch {
    return {};
  }
}

/** Drafts by scope. They stay until they are published or discarded: over other screens, a lock, a sign-out, a reload. */
export const useDrafts = create<Drafts>(() => ({ drafts: kept() }));

onSessionOver(() => useDrafts.setState({ drafts: kept() }));

function put(drafts: Drafts['drafts']): void {
  useDrafts.setState({ drafts });
  const key = keyOfUser();
  if (key !== undefined) localStorage.setItem(key, JSON.stringify(drafts));
}

export const useDraft = (scope: PolicyScope): Draft | undefined => useDrafts(({ drafts }) => drafts[scopeKey(scope)]);

export const keepDraft = (draft: Draft): void => put({ ...useDrafts.getState().drafts, [scopeKey(draft.scope)]: draft });

export function discardDraft(scope: PolicyScope): void {
  const { [scopeKey(scope)]: _, ...others } = useDrafts.getState().drafts;
  put(others);
}
