import { useMemo } from 'react';
import type { PolicyScope } from '../../shared/methods/policy-view.ts';
import type { PolicyRule } from '../../shared/pricing/policy.ts';
import type { Refusal } from '../../shared/refusals.ts';
import { useSession } from '../client/session-store.ts';
import { announce } from '../parts/announcer.tsx';
import { toast } from '../parts/toast.tsx';
import { offerUndo, withdrawUndo } from '../parts/undo.tsx';
import { today } from '../stores/today.ts';
import { publishedSince, rulesInForce } from './begin-draft.ts';
import { type Draft, discardDraft, keepDraft, useDraft } from './draft-store.ts';
import { differences } from './merge-rules.ts';
import { loadPolicies, type Policies } from './policies-store.ts';
import { type PublishPlan, publishPlan } from './publish-plan.ts';
import { showUnreadFigure } from './show-unread-figure.ts';
import { type SlipDetails, slipOf } from './slip-check.tsx';
import { RULES_UNDO } from './stack.tsx';
import { usePublish } from './use-publish.ts';
import { momentText, versionName } from './version-words.ts';

const UNDO = 'policy draft';

/** A draft on its way to being published. */
export interface DraftPublish {
  readonly draft: Draft | undefined;
  /** What another supervisor published since the draft began, and its differences to what stood then and to the draft. */
  readonly since: ReturnType<typeof publishedSince>;
  readonly theirs: readonly PolicyRule[];
  readonly all: ReturnType<typeof differences>;
  readonly plan: PublishPlan | undefined;
  /** Publishes, once; absent while something keeps the draft from it. */
  readonly send: (() => void) | undefined;
  readonly busy: boolean;
  /** Why the last publish was not done, unless the price is asked for. */
  readonly refusal: Refusal | undefined;
  /** The change is larger than the rail: its price must be typed. */
  readonly slip: SlipDetails | undefined;
  confirmSlip(typed: number): void;
  forget(): void;
  change(next: Draft): void;
  discard(): void;
}

/** Publishes the draft of a scope, from wherever in the room it is looked at. `currency`: of the fares that the draft is tried on. */
export function useDraftPublish(scope: PolicyScope, policies: Policies, currency: string): DraftPublish {
  const home = useSession(({ state }) => state?.home) ?? { airport: '', zone: 'UTC' };
  const draft = useDraft(scope);
  const { busy, refusal, publish, forget } = usePublish();
  const inForce = rulesInForce(policies);
  const since = draft && publishedSince(draft, policies);
  const theirs = since?.rules ?? inForce;
  const all = useMemo(() => (draft && since ? differences(draft.began, theirs, draft.rules) : []), [draft, since, theirs]);
  const plan =
    draft && publishPlan(draft, { inForce, open: since ? Math.max(1, all.length) : 0, zone: home.zone, today: today(home.zone), currency });
  const slip = (refusal && slipOf(refusal)) ?? undefined;

  const send = async (typed?: number): Promise<void> => {
    if (!draft || !plan || 'why' in plan || showUnreadFigure()) return;
    const done = await publish({
      scope,
      rules: [...draft.rules],
      ...plan,
      reason: draft.reason.trim(),
      basedOn: draft.basedOn,
      ...(typed === undefined ? {} : { typed }),
    });
    // Another one came in between, or this one is there now: both change what is in force.
    await loadPolicies(scope);
    if (!done) return;
    discardDraft(scope);
    withdrawUndo(RULES_UNDO);
    const when = plan.validFrom === null ? 'is in force' : `is in force from ${momentText(done.validFrom, home)}`;
    announce(`${versionName(done)} ${when}.`);
    toast(`${versionName(done)} ${when}. Holds keep their price.`, 'ok');
  };

  return {
    ...{ draft, since, theirs, all, busy, slip, forget },
    plan: slip ? { why: 'Type the price' } : plan,
    send: draft && plan && !('why' in plan) && !slip ? () => void send() : undefined,
    refusal: refusal && !slip ? refusal : undefined,
    confirmSlip: (typed) => void send(typed),
    change: (next) => {
      forget();
      keepDraft(next);
    },
    discard: () => {
      if (!draft) return;
      forget();
      discardDraft(scope);
      offerUndo(UNDO, 'Draft discarded', () => keepDraft(draft));
    },
  };
}
