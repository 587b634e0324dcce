import './pricing.css';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs';
import { useSession } from '../client/session-store.ts';
import { FIRST } from '../keys/key-place.ts';
import { go, type PricingScope, type PricingTab, type Screen } from '../stores/navigation-store.ts';
import { FlightsTab } from './flights-tab.tsx';
import { PolicyTab } from './policy-tab.tsx';
import { NETWORK, scopeKey, scopeName } from './scope-key.ts';
import { ScopeLine } from './scope-line.tsx';
import { WhatIfTab } from './what-if-tab.tsx';

type PricingScreenAt = Extract<Screen, { name: 'pricing' }>;

interface PricingTabProps {
  /** Which flights the room is about. */
  scope: PricingScope;
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
];

/** The room of prices: what seats cost is decided here by supervisors. Agents may look. */
export function PricingScreen({ screen }: { screen: PricingScreenAt }) {
  const supervisor = useSession(({ session }) => session?.role === 'supervisor');
  const tabs = TABS.filter(({ supervisors }) => supervisor || !supervisors);
  // Where money is lost comes first; who names a scope wants its policy.
  const wanted = screen.tab ?? (screen.scope ? 'policy' : 'flights');
  const tab = tabs.some(({ id }) => id === wanted) ? wanted : 'policy';
  const scope = screen.scope ?? NETWORK;
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
        {tab === 'flights' ? null : <ScopeLine name={scopeName(scope)} onScope={(other) => go({ name: 'pricing', scope: other, tab })} />}
      </div>
      {tabs.map(({ id, Panel }) => (
        <TabPanel key={id} id={id} className="pr-panel" {...FIRST}>
          <Panel key={scopeKey(scope)} scope={scope} />
        </TabPanel>
      ))}
    </Tabs>
  );
}
