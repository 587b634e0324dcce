import { useRef, useState } from 'react';
import type { PolicyView } from '../../shared/methods/policy-view.ts';
import { useSession } from '../client/session-store.ts';
import { useDeeds } from '../keys/use-keys.ts';
import { announce } from '../parts/announcer.tsx';
import { Button } from '../parts/button.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { TextField } from '../parts/text-field.tsx';
import { toast } from '../parts/toast.tsx';
import { ChangeList } from './change-list.tsx';
import { PolicyOutcome } from './policy-outcome.tsx';
import { formOf, ruleWords } from './rules/rule-forms.ts';
import { useExample } from './use-example.ts';
import { type Publish, usePublish } from './use-publish.ts';
import { type VersionState, versionBefore } from './version-state.ts';
import { authorText, momentText, versionName } from './version-words.ts';

interface ChosenVersionProps {
  policy: PolicyView;
  all: readonly PolicyView[];
  name: string;
  /** Whether it is what counts for its scope now. */
  state: VersionState;
}

/** Signs of a reason. */
const REASON_LEAST = 3;

interface RulesProps {
  policy: PolicyView;
  before: PolicyView | undefined;
  /** Minor units without a currency are told in this one. */
  currency: string;
}

function Rules({ policy, before, currency }: RulesProps) {
  if (!policy.rules) return <p className="t2">From here on this scope has no policy of its own. The wider one counts.</p>;
  if (before?.rules) {
    return (
      <ChangeList
        label="What it changed"
        before={before.rules}
        after={policy.rules}
        beforeName={versionName(before)}
        afterName={versionName(policy)}
        currency={currency}
      />
    );
  }
  return (
    <ol className="pr-rule-words" aria-label="Rules">
      {policy.rules.map((rule, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a published version never changes
        <li key={place}>
          <b>{formOf(rule.rule).title}</b> {ruleWords(rule, currency)}
        </li>
      ))}
    </ol>
  );
}

/** One version: who published it and why, what it changed rule by rule, and the one step that puts it in force again. */
export function ChosenVersion({ policy, all, name, state }: ChosenVersionProps) {
  const isInForce = state === 'in force';
  const waits = state === 'to come';
  const supervisor = useSession(({ session }) => session?.role === 'supervisor');
  const home = useSession(({ state }) => state?.home) ?? { airport: '', zone: 'UTC' };
  const [reason, setReason] = useState(isInForce ? '' : waits ? `${versionName(policy)} now, not later` : `Back to ${versionName(policy)}`);
  const field = useRef<HTMLInputElement>(null);
  const { busy, refusal, publish } = usePublish();
  // Another press of the key right after it must not publish the same rules once more.
  const [done, setDone] = useState<PolicyView | null>(null);
  const before = versionBefore(policy, all);
  const { currency } = useExample(policy.scope, null).example.question;
  const newest = all.find(({ scope }) => JSON.stringify(scope) === JSON.stringify(policy.scope));
  const told = supervisor && !done && reason.trim().length >= REASON_LEAST;
  const ready = told && !isInForce;
  // The network always has a policy, and what is ended already cannot be ended again.
  const canEnd = isInForce && policy.scope.kind !== 'network' && policy.rules !== null;
  const send = async (what: Pick<Publish, 'rules' | 'again'>, words: (version: string) => string): Promise<void> => {
    const sent = await publish({
      ...{ scope: policy.scope, validFrom: null, validTo: null, reason: reason.trim() },
      // What this supervisor looks at is the list, so that a version which is not in it yet is a refusal.
      ...{ basedOn: newest?.version ?? 0, ...what },
    });
    if (!sent) return;
    setDone(sent);
    announce(words(versionName(sent)));
    toast(words(versionName(sent)), 'ok');
  };
  const goBack = () =>
    send({ rules: policy.rules, again: policy.version }, (made) => `${made} is in force with the rules of ${versionName(policy)}.`);
  const end = () => send({ rules: null }, (made) => `${made}: ${name} has no policy of its own now. The wider one counts.`);
  useDeeds('history', {
    ...(ready ? { 'Ctrl Enter': () => void goBack() } : {}),
    ...(supervisor ? { R: () => field.current?.focus() } : {}),
  });
  return (
    <section className="pr-chosen" aria-label={`Version ${policy.version}`}>
      <div className="panel-h">
        <h2>{versionName(policy)}</h2>
        <span className="t2">{name}</span>
        {policy.again === null ? null : <span className="push s12 t2">rules of v{policy.again} again</span>}
      </div>
      <dl className="pr-facts">
        <dt>Published</dt>
        <dd>{policy.author ? `${momentText(policy.publishedAt, home)}, ${authorText(policy)}` : 'before there were policies'}</dd>
        <dt>In force</dt>
        <dd>
          {policy.author ? momentText(policy.validFrom, home) : 'from the beginning'}
          {policy.validTo === null ? '' : ` to ${momentText(policy.validTo, home)}`}
        </dd>
        <dt>Reason</dt>
        <dd>{policy.reason || 'none was written'}</dd>
      </dl>
      <div className="panel-h">
        <h2>{policy.rules && before?.rules ? 'What it changed' : 'Rules'}</h2>
      </div>
      <div className="pr-chosen-rules">
        <Rules policy={policy} before={before} currency={currency} />
        <PolicyOutcome policy={policy} />
      </div>
      {supervisor ? (
        <div className="pr-again">
          <RefusalLine refusal={refusal} />
          <TextField label="Reason" value={reason} maxLength={200} onChange={setReason} inputRef={field} />
          <p>
            <span className="s12 t2">
              {done ? `done: ${versionName(done)}` : isInForce ? 'It is in force' : 'now, holds keep their price'}
            </span>
            {canEnd ? (
              <Button className="push" isDisabled={!told} isPending={busy} onPress={() => void end()}>
                End it: the wider policy counts
              </Button>
            ) : (
              <Button variant="go" className="push" isDisabled={!ready} isPending={busy} kbd="Ctrl Enter" onPress={() => void goBack()}>
                Publish {versionName(policy)} {waits ? 'now' : 'again'}
              </Button>
            )}
          </p>
        </div>
      ) : null}
    </section>
  );
}
