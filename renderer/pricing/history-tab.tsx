import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { MINUTE_MS, SECOND_MS } from '../../shared/instants.ts';
import type { ClassOverride } from '../../shared/methods/class-overrides.ts';
import type { PolicyScope, PolicyView } from '../../shared/methods/policy-view.ts';
import { useSession } from '../client/session-store.ts';
import { dateLabel, localDay } from '../format/times.ts';
import { LETTERS_ACT } from '../keys/key-place.ts';
import { useKeys } from '../keys/use-keys.ts';
import { Button } from '../parts/button.tsx';
import { Empty } from '../parts/empty.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { serverNow, useNow } from '../stores/clock-store.ts';
import { go } from '../stores/navigation-store.ts';
import { ChosenOverride } from './chosen-override.tsx';
import { ChosenVersion } from './chosen-version.tsx';
import { SHORT_WORDS } from './class-words.ts';
import { type HistoryEntry, historyEntries, overrideState } from './history-entries.ts';
import { useScopeNames } from './scope-names.ts';
import { useHistory } from './use-history.ts';
import { useOverrideHistory } from './use-override-history.ts';
import { versionState } from './version-state.ts';
import { momentText, versionName } from './version-words.ts';
import './history.css';

/** Every version that was ever published and every decision by hand about a class, newest first, with what it did; and the way back to a version. */
export function HistoryTab() {
  const { items: policies, more, refusal, older } = useHistory();
  const hands = useOverrideHistory();
  const home = useSession(({ state }) => state?.home) ?? { airport: '', zone: 'UTC' };
  const waits = policies?.some(({ publishedAt, validFrom }) => validFrom > publishedAt && validFrom > serverNow());
  const now = Math.max(useNow(waits ? SECOND_MS : MINUTE_MS), serverNow());
  const [wanted, setWanted] = useState<string | null>(null);
  const list = useRef<HTMLTableSectionElement>(null);
  const { items: overrides } = hands;
  const entries = useMemo(
    () => policies && overrides && historyEntries({ all: policies, more }, { all: overrides, more: hands.more }),
    [policies, more, overrides, hands.more],
  );
  const nameOf = useScopeNames(useMemo(() => entries?.map(scopeOf), [entries]));
  const at = Math.max(0, entries?.findIndex(({ key }) => key === wanted) ?? 0);
  const chosen = entries?.[at];
  useKeys('history', chosen ? { O: () => go({ name: 'pricing', tab: 'policy', scope: scopeOf(chosen).scope }) } : {});
  const trouble = refusal ?? hands.refusal;
  if (!policies || !overrides || !entries) {
    return trouble ? <RefusalLine refusal={trouble} className="pr-refusal" /> : <div className="pr-history" />;
  }
  if (!chosen) {
    return (
      <Empty icon="price" title="Nothing was published yet">
        The first publish of a policy is listed here.
      </Empty>
    );
  }
  const press = (event: KeyboardEvent): void => {
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: entries.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    list.current?.querySelectorAll('button')[Math.max(0, Math.min(entries.length - 1, to))]?.focus();
  };
  const today = localDay(now, home.zone);
  const row = (entry: HistoryEntry) => {
    const cells = entry.policy ? ofPolicy(entry.policy, policies, now, home) : ofOverride(entry.override, overrides, today, home);
    return (
      // The button in the row does the same for the keyboard; the row only makes a larger target for the pointer.
      <tr key={entry.key} className={entry === chosen ? 'is-chosen' : undefined} onClick={() => setWanted(entry.key)}>
        <th scope="row">
          <button
            type="button"
            className="pr-version"
            tabIndex={entry === chosen ? 0 : -1}
            aria-pressed={entry === chosen}
            onFocus={() => setWanted(entry.key)}
          >
            {cells.name}
          </button>
        </th>
        <td>{nameOf(scopeOf(entry).scope)}</td>
        <td>{cells.state}</td>
        <td className="t2">{cells.from}</td>
        <td className="t2">{cells.until}</td>
        <td className="prop">{cells.by}</td>
        <td className="pr-cut t2" title={cells.reason}>
          {cells.reason}
        </td>
      </tr>
    );
  };
  return (
    <div className="pr-history">
      <section className="pr-versions" aria-label="Versions" {...LETTERS_ACT}>
        {trouble ? <RefusalLine refusal={trouble} className="pr-refusal" /> : null}
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
            {entries.map(row)}
          </tbody>
        </table>
        {more || hands.more ? (
          <p className="pr-older">
            <Button
              onPress={() => {
                if (more) older();
                if (hands.more) hands.older();
              }}
            >
              Older
            </Button>
          </p>
        ) : null}
      </section>
      {chosen.policy ? (
        <ChosenVersion
          key={chosen.key}
          policy={chosen.policy}
          all={policies}
          name={nameOf(chosen.policy.scope)}
          state={versionState(chosen.policy, policies, now)}
        />
      ) : (
        <ChosenOverride
          key={chosen.key}
          override={chosen.override}
          name={nameOf(scopeOf(chosen).scope)}
          state={overrideState(chosen.override, overrides, today)}
        />
      )}
    </div>
  );
}

/** The flights that an entry is about; of a route whatever its days. */
function scopeOf({ policy, override }: HistoryEntry): { readonly scope: PolicyScope } {
  if (policy) return policy;
  const { scope } = override;
  return { scope: scope.kind === 'flight' ? scope : { kind: 'route', origin: scope.origin, destination: scope.destination } };
}

interface Cells {
  readonly name: string;
  readonly state: string;
  readonly from: string;
  readonly until: string;
  readonly by: string;
  readonly reason: string;
}
type Home = Parameters<typeof momentText>[1];

const ofPolicy = (policy: PolicyView, all: readonly PolicyView[], now: number, home: Home): Cells => ({
  name: versionName(policy),
  state: versionState(policy, all, now),
  from: policy.author ? momentText(policy.validFrom, { zone: home.zone }) : '\u2013',
  until: policy.validTo === null ? '' : momentText(policy.validTo, { zone: home.zone }),
  by: policy.author || '\u2013',
  reason: policy.reason,
});

/** A decision counts for quotes from its moment on. For a route, `until` is its last day of departure. */
const ofOverride = (override: ClassOverride, all: readonly ClassOverride[], today: string, home: Home): Cells => ({
  name: `${override.code} ${SHORT_WORDS[override.decision]}`,
  state: overrideState(override, all, today),
  from: momentText(override.at, { zone: home.zone }),
  until: override.scope.kind === 'route' ? `departures to ${dateLabel(override.scope.to)}` : '',
  by: override.author,
  reason: override.reason,
});
