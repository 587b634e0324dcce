import { type KeyboardEvent, useRef, useState } from 'react';
import { MINUTE_MS, SECOND_MS } from '../../shared/instants.ts';
import type { PolicyView } from '../../shared/methods/policy-view.ts';
import { useSession } from '../client/session-store.ts';
import { LETTERS_ACT } from '../keys/key-place.ts';
import { useKeys } from '../keys/use-keys.ts';
import { Button } from '../parts/button.tsx';
import { Empty } from '../parts/empty.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { serverNow, useNow } from '../stores/clock-store.ts';
import { go } from '../stores/navigation-store.ts';
import { ChosenVersion } from './chosen-version.tsx';
import { useScopeNames } from './scope-names.ts';
import { useHistory } from './use-history.ts';
import { versionState } from './version-state.ts';
import { momentText, versionName } from './version-words.ts';
import './history.css';

/** Every version that was ever published, newest first, with what it changed; and the way back to one. */
export function HistoryTab() {
  const { policies, more, refusal, older } = useHistory();
  const home = useSession(({ state }) => state?.home) ?? { airport: '', zone: 'UTC' };
  const waits = policies?.some(({ publishedAt, validFrom }) => validFrom > publishedAt && validFrom > serverNow());
  const now = Math.max(useNow(waits ? SECOND_MS : MINUTE_MS), serverNow());
  const [wanted, setWanted] = useState<number | null>(null);
  const list = useRef<HTMLTableSectionElement>(null);
  const nameOf = useScopeNames(policies);
  const at = Math.max(0, policies?.findIndex(({ version }) => version === wanted) ?? 0);
  const chosen = policies?.[at];
  useKeys('history', chosen ? { O: () => go({ name: 'pricing', tab: 'policy', scope: chosen.scope }) } : {});
  if (!policies) return refusal ? <RefusalLine refusal={refusal} className="pr-refusal" /> : <div className="pr-history" />;
  if (!chosen) {
    return (
      <Empty icon="price" title="Nothing was published yet">
        The first publish of a policy is listed here.
      </Empty>
    );
  }
  const press = (event: KeyboardEvent): void => {
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: policies.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    list.current?.querySelectorAll('button')[Math.max(0, Math.min(policies.length - 1, to))]?.focus();
  };
  const row = (policy: PolicyView) => (
    // The button in the row does the same for the keyboard; the row only makes a larger target for the pointer.
    <tr key={policy.version} className={policy === chosen ? 'is-chosen' : undefined} onClick={() => setWanted(policy.version)}>
      <th scope="row">
        <button
          type="button"
          className="pr-version"
          tabIndex={policy === chosen ? 0 : -1}
          aria-pressed={policy === chosen}
          onFocus={() => setWanted(policy.version)}
        >
          {versionName(policy)}
        </button>
      </th>
      <td>{nameOf(policy.scope)}</td>
      <td>{versionState(policy, policies, now)}</td>
      <td className="t2">{policy.author ? momentText(policy.validFrom, { zone: home.zone }) : '\u2013'}</td>
      <td className="t2">{policy.validTo === null ? '' : momentText(policy.validTo, { zone: home.zone })}</td>
      <td className="prop">{policy.author || '\u2013'}</td>
      <td className="pr-cut t2" title={policy.reason}>
        {policy.reason}
      </td>
    </tr>
  );
  return (
    <div className="pr-history">
      <section className="pr-versions" aria-label="Versions" {...LETTERS_ACT}>
        {refusal ? <RefusalLine refusal={refusal} className="pr-refusal" /> : null}
        <table className="grid-table" aria-label="Versions">
          <thead>
            <tr>
              <th scope="col">Version</th>
              <th scope="col">For</th>
              <th scope="col">State</th>
              <th scope="col">From, {home.airport}</th>
              <th scope="col">Until</th>
              <th scope="col">By</th>
              <th scope="col">Reason</th>
            </tr>
          </thead>
          <tbody ref={list} onKeyDown={press}>
            {policies.map(row)}
          </tbody>
        </table>
        {more ? (
          <p className="pr-older">
            <Button onPress={older}>Older versions</Button>
          </p>
        ) : null}
      </section>
      <ChosenVersion
        key={chosen.version}
        policy={chosen}
        all={policies}
        name={nameOf(chosen.scope)}
        isInForce={versionState(chosen, policies, now) === 'in force'}
      />
    </div>
  );
}
