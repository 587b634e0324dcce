import { useMemo, useState } from 'react';
import type { PolicyScope } from '../../shared/methods/policy-view.ts';
import type { PolicyRule } from '../../shared/pricing/policy.ts';
import { CABIN_NAMES, type Cabin } from '../../shared/seat-map.ts';
import { useSession } from '../client/session-store.ts';
import { useDeeds } from '../keys/use-keys.ts';
import { announce } from '../parts/announcer.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { Segments } from '../parts/segments.tsx';
import { toast } from '../parts/toast.tsx';
import { offerUndo, withdrawUndo } from '../parts/undo.tsx';
import { today } from '../stores/today.ts';
import { beginDraft, newestOwn, publishedSince, rulesInForce } from './begin-draft.ts';
import { ChangeList } from './change-list.tsx';
import { type Draft, discardDraft, keepDraft, useDraft } from './draft-store.ts';
import { differences } from './merge-rules.ts';
import { loadPolicies, type Policies, usePolicies } from './policies-store.ts';
import { PolicyCharts } from './policy-charts.tsx';
import { PublishBar } from './publish-bar.tsx';
import { publishPlan } from './publish-plan.ts';
import { showUnreadFigure } from './show-unread-figure.ts';
import { SlipCheck, slipOf } from './slip-check.tsx';
import { RULES_UNDO, Stack } from './stack.tsx';
import { ThreeWay } from './three-way.tsx';
import { useExample } from './use-example.ts';
import { usePublish } from './use-publish.ts';
import { momentText, versionName } from './version-words.ts';
import { WrongCase } from './wrong-case.tsx';

const UNDO = 'policy draft';

function Policy({ scope, policies }: { scope: PolicyScope; policies: Policies }) {
  const supervisor = useSession(({ session }) => session?.role === 'supervisor');
  const home = useSession(({ state }) => state?.home) ?? { airport: '', zone: 'UTC' };
  const draft = useDraft(scope);
  const { busy, refusal, publish, forget } = usePublish();
  const [cabin, setCabin] = useState<Cabin | null>(null);
  const { example, cabins } = useExample(scope, cabin);
  const { currency } = example.question;
  const inForce = rulesInForce(policies);
  const rules = draft?.rules ?? inForce;
  const since = draft && publishedSince(draft, policies);
  const theirs = since?.rules ?? inForce;
  const all = useMemo(() => (draft && since ? differences(draft.began, theirs, draft.rules) : []), [draft, since, theirs]);
  const plan =
    draft && publishPlan(draft, { inForce, open: since ? Math.max(1, all.length) : 0, zone: home.zone, today: today(home.zone), currency });
  const slip = refusal && slipOf(refusal);

  const change = (next: Draft): void => {
    forget();
    keepDraft(next);
  };
  const setRules = (next: readonly PolicyRule[]): void => change({ ...(draft ?? beginDraft(scope, policies)), rules: next });
  const discard = (): void => {
    if (!draft) return;
    forget();
    discardDraft(scope);
    offerUndo(UNDO, 'Draft discarded', () => keepDraft(draft));
  };
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
  useDeeds('policy', draft && plan && !('why' in plan) && !slip ? { 'Ctrl Enter': () => void send() } : {});

  return (
    <>
      <div className="pr-work">
        <Stack
          {...{ rules, example }}
          published={draft ? inForce : undefined}
          publishedName={versionName(policies.inForce)}
          onRules={supervisor ? setRules : undefined}
        />
        <div className="pr-side">
          {cabins.length > 1 ? (
            <div className="pr-cabins">
              <Segments
                label="Prices of"
                value={example.question.cabin}
                choices={cabins.map((one) => ({ value: one, text: CABIN_NAMES[one] }))}
                onChange={setCabin}
              />
              <span className="s12 t3 cut">{example.title}</span>
            </div>
          ) : null}
          <PolicyCharts {...{ rules, example }} published={draft ? inForce : undefined} publishedName={versionName(policies.inForce)} />
          {refusal && !slip && refusal.code !== 'POLICY_CHANGED' ? <RefusalLine refusal={refusal} className="pr-refusal" /> : null}
          {refusal ? <WrongCase refusal={refusal} /> : null}
          {slip ? <SlipCheck {...{ slip, busy }} onConfirm={(typed) => void send(typed)} onBack={forget} /> : null}
          {draft && since ? (
            <ThreeWay
              key={since.version}
              {...{ draft, theirs, all, currency }}
              published={since}
              onSettled={(merged) =>
                change({ ...draft, rules: merged, began: theirs, beganOn: since.version, basedOn: newestOwn(policies) })
              }
            />
          ) : draft && !slip ? (
            <section className="pr-draft-changes" aria-label="Changes of the draft">
              <div className="panel-h">
                <h2>Changes of the draft</h2>
              </div>
              <ChangeList
                label="Changes of the draft"
                before={inForce}
                after={rules}
                beforeName={versionName(policies.inForce)}
                afterName="draft"
                currency={currency}
              />
            </section>
          ) : null}
        </div>
      </div>
      {draft && plan ? (
        <PublishBar
          {...{ draft, busy }}
          plan={slip ? { why: 'Type the price' } : plan}
          airport={home.airport}
          onChange={change}
          onDiscard={discard}
          onPublish={() => void send()}
        />
      ) : null}
    </>
  );
}

/** The rules of a scope, and a draft of them that stays while its supervisor looks elsewhere. */
export function PolicyTab({ scope }: { scope: PolicyScope }) {
  const { policies, refusal } = usePolicies(scope);
  if (!policies) return refusal ? <RefusalLine refusal={refusal} className="pr-refusal" /> : <div className="pr-work" />;
  return (
    <div className="pr-policy">
      <Policy {...{ scope, policies }} />
    </div>
  );
}
