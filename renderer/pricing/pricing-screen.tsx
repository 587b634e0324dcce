import type { PolicyScope } from '../../shared/methods/policy-view.ts';
import './pricing.css';
import { useMemo } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs';
import { useSession } from '../client/session-store.ts';
import { FIRST } from '../keys/key-place.ts';
import { go, type PricingTab, type Screen } from '../stores/navigation-store.ts';
import { FlightsTab } from './flights-tab.tsx';
import { HistoryTab } from './history-tab.tsx';
import { InForceLine } from './in-force-line.tsx';
import { useFollowedPolicies } from './policies-store.ts';
import { PolicyTab } from './policy-tab.tsx';
import { NETWORK, scopeKey } from './scope-key.ts';
import { ScopeLine } from './scope-line.tsx';
import { useScopeNames } from './scope-names.ts';
import { WhatIfTab } from './what-if-tab.tsx';

type PricingScreenAt = Extract<Screen, { name: 'pricing' }>;

interface PricingTabProps {
  /** Which flights the room is about. */
  scope: PolicyScope;
}

/** The views of the room. Each is a file of its own that knows the scope. */
const TABS: readonly {
  id: PricingTab;
  text: string;
  Panel: (props: PricingTabProps) => React.ReactNode;
  /** Nobody else may ask the hub for what it shows. */
  supervisors?: true;
}[] = [
  { id: 'flights', text: 'Flights', Panel: FlightsTab, supervisors: true },
  { id: 'policy', text: 'Policy', Panel: PolicyTab },
  { id: 'whatIf', text: 'What-if', Panel: WhatIfTab, supervisors: true },
  { id: 'history', text: 'History', Panel: HistoryTab },
];

/** The room of prices: what seats cost is decided here by supervisors. Agents may look. */
export function PricingScreen({ screen }: { screen: PricingScreenAt }) {
  const supervisor = useSession(({ session }) => session?.role === 'supervisor');
  const tabs = TABS.filter(({ supervisors }) => supervisor || !supervisors);
  // Where money is lost comes first; who names a scope wants its policy.
  const wanted = screen.tab ?? (screen.scope ? 'policy' : 'flights');
  const tab = tabs.some(({ id }) => id === wanted) ? wanted : 'policy';
  const scope = screen.scope ?? NETWORK;
  const nameOf = useScopeNames(useMemo(() => [{ scope }], [scope]));
  useFollowedPolicies(scope);
  return (
    <Tabs className="pr-tabs" selectedKey={tab} onSelectionChange={(key) => go({ name: 'pricing', scope, tab: key as PricingTab })}>
      <div className="title">
        <h1>Pricing</h1>
        <TabList className="pr-tablist" aria-label="Pricing">
          {tabs.map(({ id, text }) => (
            <Tab key={id} id={id} className="pr-tab">
              {text}
            </Tab>
          ))}
        </TabList>
        {tab === 'policy' ? <ScopeLine name={nameOf(scope)} onScope={(other) => go({ name: 'pricing', scope: other, tab })} /> : null}
        {tab === 'history' ? null : <InForceLine scope={scope} />}
      </div>
      {tabs.map(({ id, Panel }) => (
        <TabPanel key={id} id={id} className="pr-panel" {...FIRST}>
          <Panel key={scopeKey(scope)} scope={scope} />
        </TabPanel>
      ))}
    </Tabs>
  );
}
