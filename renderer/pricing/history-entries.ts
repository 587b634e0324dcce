import type { ClassOverride } from '../../shared/methods/class-overrides.ts';
import type { PolicyView } from '../../shared/methods/policy-view.ts';
import { isSamePlace } from './class-words.ts';

/** One line of the history: a version that was published, or a decision by hand about a class. */
export type HistoryEntry = { readonly key: string; readonly at: number } & (
  | { readonly policy: PolicyView; readonly override?: never }
  | { readonly override: ClassOverride; readonly policy?: never }
);

interface Read<Item> {
  /** Newest first. */
  readonly all: readonly Item[];
  /** Whether older ones are not read yet. */
  readonly more: boolean;
}

const atOf = (policy: PolicyView): number => (policy.author === '' ? Number.NEGATIVE_INFINITY : policy.publishedAt);

/**
 * Both kinds by their time, newest first. While one kind has older ones that are not read yet, nothing is shown that is older than what was read of
 * it: else a gap would look like the truth.
 */
export function historyEntries(policies: Read<PolicyView>, overrides: Read<ClassOverride>): HistoryEntry[] {
  const first = Math.max(
    policies.more ? Math.min(...policies.all.map(atOf)) : Number.NEGATIVE_INFINITY,
    overrides.more ? Math.min(...overrides.all.map(({ at }) => at)) : Number.NEGATIVE_INFINITY,
  );
  const entries: HistoryEntry[] = [
    ...policies.all.map((policy) => ({ key: `v${policy.version}`, at: atOf(policy), policy })),
    ...overrides.all.map((override) => ({ key: `hand ${override.number}`, at: override.at, override })),
  ];
  return entries.filter(({ at }) => at >= first).sort((one, other) => other.at - one.at);
}

/** Whether a decision still counts: nothing newer about its class covers all of its days. `all`: newest first. `today`: local to who looks. */
export function overrideState(override: ClassOverride, all: readonly ClassOverride[], today: string): 'in force' | 'past' {
  const { scope, cabin, code, decision, number } = override;
  if (decision === 'policy' || (scope.kind === 'route' && scope.to < today)) return 'past';
  const covers = (other: ClassOverride): boolean =>
    scope.kind === 'flight' || (other.scope.kind === 'route' && other.scope.from <= scope.from && scope.to <= other.scope.to);
  const followed = all.some(
    (other) => other.number > number && other.cabin === cabin && other.code === code && isSamePlace(other.scope, scope) && covers(other),
  );
  return followed ? 'past' : 'in force';
}
