import type { MethodName } from '../../shared/contract.ts';
import { MINUTE_MS } from '../../shared/instants.ts';
import type { Refused } from '../../shared/refusals.ts';
import { SETTING_DEFAULTS } from '../../shared/setting-rules.ts';
import { type Actor, isSystemUser } from '../actor.ts';
import { refuseBusy } from '../hub/refuse-busy.ts';
import { isSearch } from '../queries/is-search.ts';
import { DeskBudget, type Limits } from './desk-budget.ts';

/** A budget that was not used for a minute is full again, so it need not be kept. */
const KEPT_MS = MINUTE_MS;
const PRUNED_FROM = 2_000;

const HOLDS: ReadonlySet<string> = new Set<MethodName>(['holds.place', 'holds.revive']);

interface AdmissionOptions {
  readonly steadyMs: () => number;
  /** How many holds of an agent at a desk have lapsed in a row, where the next ones are slowed for it; else 0. */
  readonly slowedBy: (desk: string, user: string) => number;
}

/** How often each agent at each desk may ask. It is asked before a call is read, so that a flood costs next to nothing. */
export class Admission {
  readonly #options: AdmissionOptions;
  readonly #budgets = new Map<string, DeskBudget>();
  #limits: Limits = SETTING_DEFAULTS;

  constructor(options: AdmissionOptions) {
    this.#options = options;
  }

  /** From now on. What was asked before is forgotten. */
  limit(limits: Limits): void {
    this.#limits = limits;
    this.#budgets.clear();
  }

  /** BUSY, when this desk and user have asked for as much as they may. Undefined: go on. Other systems have limits of their own (main/door/). */
  refused(name: MethodName, { user, desk }: Pick<Actor, 'user' | 'desk'>): Refused | undefined {
    const hold = HOLDS.has(name);
    if ((!hold && !isSearch(name)) || isSystemUser(user)) return undefined;
    const { steadyMs, slowedBy } = this.#options;
    const nowMs = steadyMs();
    const budget = this.#budgetOf(`${desk}\n${user}`, nowMs);
    const tooMany = hold ? budget.hold(nowMs, slowedBy(desk, user)) : budget.search(nowMs);
    return tooMany && refuseBusy('desk', tooMany.why, 1, tooMany.waitMs);
  }

  #budgetOf(key: string, nowMs: number): DeskBudget {
    const known = this.#budgets.get(key);
    if (known) return known;
    if (this.#budgets.size >= PRUNED_FROM) {
      for (const [other, { usedAt }] of this.#budgets) if (nowMs - usedAt >= KEPT_MS) this.#budgets.delete(other);
    }
    const budget = new DeskBudget(this.#limits, nowMs);
    this.#budgets.set(key, budget);
    return budget;
  }
}
