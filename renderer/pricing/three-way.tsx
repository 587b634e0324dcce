import { useState } from 'react';
import type { PolicyView } from '../../shared/methods/policy-view.ts';
import type { PolicyRule } from '../../shared/pricing/policy.ts';
import { useSession } from '../client/session-store.ts';
import { LETTERS_ACT } from '../keys/key-place.ts';
import { useDeeds } from '../keys/use-keys.ts';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import type { Draft } from './draft-store.ts';
import { type Difference, mergeRules, type Side } from './merge-rules.ts';
import { ruleWords } from './rules/rule-forms.ts';
import { authorText, momentText, versionName } from './version-words.ts';
import './three-way.css';

interface ThreeWayProps {
  draft: Draft;
  /** What another supervisor published in between. */
  published: PolicyView;
  /** Its rules, or those of the wider scope where it ended the scope's own. */
  theirs: readonly PolicyRule[];
  all: readonly Difference[];
  currency: string;
  onSettled: (rules: readonly PolicyRule[]) => void;
}

function Cell({ rule, picked, side, currency }: { rule: PolicyRule | undefined; picked: boolean; side?: Side; currency: string }) {
  const words = rule ? ruleWords(rule, currency) : 'not there';
  return <td className={side}>{picked ? <b className="pick">{words}</b> : words}</td>;
}

/** Where both began, what they published, what the draft has, and what is taken, rule by rule. Nothing is overwritten unseen. */
export function ThreeWay({ draft, published, theirs, all, currency, onSettled }: ThreeWayProps) {
  const home = useSession(({ state }) => state?.home) ?? { airport: '', zone: 'UTC' };
  const [chosen, setChosen] = useState<Readonly<Record<string, Side>>>({});
  const sideOf = ({ key, settled }: Difference): Side | undefined => settled ?? chosen[key];
  const open = all.filter((one) => sideOf(one) === undefined);
  const [next] = open;
  const choose = (key: string, side: Side): void => {
    const now = { ...chosen, [key]: side };
    setChosen(now);
    if (all.some((one) => one.settled === undefined && now[one.key] === undefined)) return;
    const merged = mergeRules(draft.began, theirs, draft.rules, (one) => now[one.key]);
    if (merged) onSettled(merged);
  };
  const settleAll = (): void => {
    const merged = mergeRules(draft.began, theirs, draft.rules, sideOf);
    if (merged) onSettled(merged);
  };
  useDeeds('policy', next ? { T: () => choose(next.key, 'theirs'), Y: () => choose(next.key, 'yours') } : { Y: settleAll });
  return (
    <section className="pr-three" aria-label="Another publish came in between">
      <div className="panel-h">
        <span className="warn">
          <Icon name="alert" size={15} />
        </span>
        <h2>{versionName(published)} came in between</h2>
        <span className="push s12 t2">{open.length === 0 ? 'nothing to choose' : `${open.length} to settle`}</span>
      </div>
      <p className="s12 t2">
        <b className="other">
          {authorText(published)}, {momentText(published.publishedAt, home)}:
        </b>{' '}
        {'\u201c'}
        {published.reason}
        {'\u201d'} Your draft began on v{draft.beganOn}.
      </p>
      <table className="grid-table" aria-label="Both changes">
        <thead>
          <tr>
            <th scope="col">Rule</th>
            <th scope="col">v{draft.beganOn}</th>
            <th scope="col" className="other">
              theirs, {versionName(published)}
            </th>
            <th scope="col">yours</th>
            <th scope="col">taken</th>
          </tr>
        </thead>
        <tbody>
          {all.map((one) => {
            const side = sideOf(one);
            return (
              <tr key={one.key} className={side ? undefined : 'open'}>
                <th scope="row">{one.key}</th>
                <Cell rule={one.began} picked={false} currency={currency} />
                <Cell rule={one.theirs} picked={side === 'theirs'} side="theirs" currency={currency} />
                <Cell rule={one.yours} picked={side === 'yours'} side="yours" currency={currency} />
                <td className={side ? 't2' : 'warn med'}>{side ?? 'choose'}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="pr-three-acts" {...LETTERS_ACT}>
        {next ? (
          <>
            <span className="t2">{next.key}:</span>
            <Button kbd="T" onPress={() => choose(next.key, 'theirs')}>
              Theirs
            </Button>
            <Button kbd="Y" onPress={() => choose(next.key, 'yours')}>
              Yours
            </Button>
          </>
        ) : (
          <Button kbd="Y" onPress={settleAll}>
            Go on from both
          </Button>
        )}
      </p>
    </section>
  );
}
