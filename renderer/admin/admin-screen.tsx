import './admin.css';
import { useEffect, useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs';
import { useSession } from '../client/session-store.ts';
import { FIRST } from '../keys/key-place.ts';
import { Empty } from '../parts/empty.tsx';
import type { AdminTab, Screen } from '../stores/navigation-store.ts';
import { AccountsPanel } from './accounts-panel.tsx';
import { AircraftPanel } from './aircraft-panel.tsx';
import { AirportsPanel } from './airports/airports-panel.tsx';
import { BackupsPanel } from './backups-panel.tsx';
import { DesksPanel } from './desks/desks-panel.tsx';
import { FailedPaymentsPanel } from './failed-payments-panel.tsx';
import { FleetPanel } from './fleet/fleet-panel.tsx';
import { ImportPanel } from './import-panel.tsx';
import { JobsPanel } from './jobs-panel.tsx';
import { MessagesPanel } from './messages-panel.tsx';
import { RefundPoliciesPanel } from './refund-policies-panel.tsx';
import { SettingsPanel } from './settings-panel.tsx';
import { UsersPanel } from './users-panel.tsx';
import { VouchersPanel } from './vouchers-panel.tsx';

type AdminScreenAt = Extract<Screen, { name: 'admin' }>;
const TABS: readonly { id: AdminTab; text: string; Panel: () => React.ReactNode }[] = [
  { id: 'import', text: 'Import', Panel: ImportPanel },
  { id: 'fleet', text: 'Fleet', Panel: FleetPanel },
  { id: 'aircraft', text: 'Aircraft', Panel: AircraftPanel },
  { id: 'airports', text: 'Airports', Panel: AirportsPanel },
  { id: 'users', text: 'Users', Panel: UsersPanel },
  { id: 'desks', text: 'Desks', Panel: DesksPanel },
  { id: 'vouchers', text: 'Vouchers', Panel: VouchersPanel },
  { id: 'accounts', text: 'Accounts', Panel: AccountsPanel },
  { id: 'jobs', text: 'Jobs', Panel: JobsPanel },
  { id: 'payments', text: 'Failed payments', Panel: FailedPaymentsPanel },
  { id: 'refunds', text: 'Refunds', Panel: RefundPoliciesPanel },
  { id: 'messages', text: 'Messages', Panel: MessagesPanel },
  { id: 'settings', text: 'Settings', Panel: SettingsPanel },
  { id: 'backups', text: 'Backups', Panel: BackupsPanel },
];

/** On a narrow screen not all tabs are in sight, and a word may open one that is not. A test's page has no layout to scroll. */
const bringIntoSight = (tab: Element | null): void => tab?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });

/** What a supervisor looks after: the schedule, the fleet, the airports, the people, the desks, the vouchers, what waits to be done, the settings, the backups. */
export function AdminScreen({ screen }: { screen: AdminScreenAt }) {
  const role = useSession((state) => state.session?.role);
  const [tab, setTab] = useState<AdminTab>(screen.tab ?? 'import');
  useEffect(() => {
    if (screen.tab) setTab(screen.tab);
  }, [screen]);
  if (role !== 'supervisor') {
    return (
      <Empty icon="lock" title="Only a supervisor may open Admin">
        Ask a supervisor to sign in at this desk.
      </Empty>
    );
  }
  return (
    <Tabs className="ad-tabs" selectedKey={tab} onSelectionChange={(key) => setTab(key as AdminTab)}>
      <div className="title">
        <h1>Admin</h1>
        <TabList className="ad-tablist" aria-label="Admin">
          {TABS.map(({ id, text }) => (
            <Tab key={id} id={id} ref={id === tab ? bringIntoSight : null} className="ad-tab">
              {text}
            </Tab>
          ))}
        </TabList>
      </div>
      {TABS.map(({ id, Panel }) => (
        <TabPanel key={id} id={id} className="ad-panel" {...FIRST}>
          <Panel />
        </TabPanel>
      ))}
    </Tabs>
  );
}
