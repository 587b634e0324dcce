import { useState } from 'react';
import type { PolicyScope } from '../../shared/methods/policy-view.ts';
import type { PolicyRule } from '../../shared/pricing/policy.ts';
import { CABIN_NAMES, type Cabin } from '../../shared/seat-map.ts';
import { useSession } from '../client/session-store.ts';
import { useDeeds } from '../keys/use-keys.ts';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { Segments } from '../parts/segments.tsx';
import { beginDraft, newestOwn, rulesInForce } from './begin-draft.ts';
import { ChangeList } from './change-list.tsx';
import { type Policies, usePolicies } from './policies-store.ts';
import { PolicyCharts } from './policy-charts.tsx';
import { PublishBar } from './publish-bar.tsx';
import { PublishProblem } from './publish-problem.tsx';
import { Stack } from './stack.tsx';
import { ThreeWay } from './three-way.tsx';
import { useDraftPublish } from './use-draft-publish.ts';
import { useExample } from './use-example.ts';
import { versionName } from './version-words.ts';

function Policy({ scope, policies }: { scope: PolicyScope; policies: Policies }) {
  const supervisor = useSession(({ session }) => session?.role === 'supervisor');
  const airport = useSession(({ state }) => state?.home.airport) ?? '';
  const [cabin, setCabin] = useState<Cabin | null>(null);
  const { example, cabins } = useExample(scope, cabin);
  const { currency } = example.question;
  const publish = useDraftPublish(scope, policies, currency);
  const { draft, since, theirs, all, plan, send, slip, change } = publish;
  const inForce = rulesInForce(policies);
  const rules = draft?.rules ?? inForce;
  const setRules = (next: readonly PolicyRule[]): void => change({ ...(draft ?? beginDraft(scope, policies)), rules: next });
  useDeeds('policy', { 'Ctrl Enter': send });

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
          <PublishProblem {...publish} />
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
      {draft && plan ? <PublishBar {...publish} {...{ draft, plan, airport }} /> : null}
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
