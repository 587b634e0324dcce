import './reports.css';
import { useEffect, useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs';
import { useSession } from '../client/session-store.ts';
import { matches } from '../format/matches.ts';
import { FilterField } from '../keys/filter-field.tsx';
import { dialogIsOpen, FIRST } from '../keys/key-place.ts';
import { useDeeds } from '../keys/use-keys.ts';
import { announce } from '../parts/announcer.tsx';
import { Button } from '../parts/button.tsx';
import { Empty } from '../parts/empty.tsx';
import { KeyHint } from '../parts/key-hint.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { SelectField } from '../parts/select-field.tsx';
import type { PrintTo } from '../print/print-page.ts';
import { lookElsewhere, useShiftNow } from '../stores/shift-now-store.ts';
import { today } from '../stores/today.ts';
import { printPassengers } from './print-passengers.tsx';
import { printZ } from './print-z.tsx';
import { reportRows, type SumsTab } from './report-rows.ts';
import { documentTexts, shiftTexts } from './row-texts.ts';
import { salesCsv } from './sales-csv.ts';
import { loadSales, type ReportScope, type ReportTab, useSales } from './sales-store.ts';
import { SalesTable } from './sales-table.tsx';
import { saveText } from './save-text.ts';
import { shiftsCsv } from './shifts-csv.ts';
import { ShiftsTable } from './shifts-table.tsx';
import { sumsCsv } from './sums-csv.ts';
import { SumsTable } from './sums-table.tsx';
import { todayRange } from './today-range.ts';

const SCOPES: Readonly<Record<ReportScope, string>> = { shift: 'this shift', own: 'this desk, today', all: 'all desks, today' };

/** What one row of a list of sums is. */
const ROW_OF: Readonly<Record<SumsTab, string>> = {
  tenders: 'Tender',
  documents: 'Document',
  agents: 'Agent',
  desks: 'Desk',
  flights: 'Flight',
};

/** What was sold, in a shift or today, by sale, tender, agent and flight, and the shifts before. */
export function Reports({ zone, airport }: { zone: string; airport: string }) {
  const [tab, setTab] = useState<ReportTab>('sales');
  const { report, shifts, refusal, scope, sort, filter, people } = useSales();
  const { now, elsewhere } = useShiftNow();
  const supervisor = useSession(({ session }) => session?.role === 'supervisor');
  const shiftId = (elsewhere?.report ?? now?.shift)?.shiftId;
  const version = now?.version;
  const desk = now?.desk ?? '';
  const inForce = scope === 'shift' && shiftId === undefined ? 'own' : scope;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a newer event asks again
  useEffect(() => {
    if (desk !== '') void loadSales(shiftId, inForce, todayRange(zone), desk);
  }, [shiftId, inForce, zone, desk, version]);
  const all = report?.documents ?? [];
  const documents = all.filter((document) => matches(filter, documentTexts(document, people)));
  if (sort === 'amount') documents.sort((a, b) => Math.abs(b.amount ?? 0) - Math.abs(a.amount ?? 0));
  const listed = shifts.filter((shift) => matches(filter, shiftTexts(shift, people)));
  const sums = reportRows(report?.totals, people);
  const rowsOf = (of: SumsTab) => sums[of].filter((row) => matches(filter, [row.name, row.more ?? '', row.currency]));
  /** Saves the list that is shown. */
  const save = (): void => {
    const [rows, text] =
      tab === 'sales'
        ? [documents.length, salesCsv(documents, people, zone)]
        : tab === 'shifts'
          ? [listed.length, shiftsCsv(listed, people, zone)]
          : [rowsOf(tab).length, sumsCsv(ROW_OF[tab], rowsOf(tab))];
    saveText(`${tab}-${desk}-${today(zone)}.csv`, text);
    announce(`${rows} rows saved as CSV`);
  };
  /** What the row with the focus has to print: the list of a flight, or the Z of a shift. */
  const printRow = (to: PrintTo): void => {
    const of = document.activeElement instanceof HTMLElement ? Number(document.activeElement.dataset.print) : 0;
    if (!of) return;
    void (tab === 'shifts' ? printZ(of, zone, airport, to) : printPassengers(of, to));
  };
  useDeeds('shift', {
    S: tab === 'sales' ? () => useSales.setState({ sort: sort === 'time' ? 'amount' : 'time' }) : undefined,
    P: () => printRow('paper'),
    'Shift P': () => printRow('pdf'),
  });
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!event.ctrlKey || event.altKey || event.shiftKey || event.key.toLowerCase() !== 'e' || event.repeat) return;
      if (dialogIsOpen() || useSession.getState().locked) return;
      event.preventDefault();
      save();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  });
  const tabs: readonly { id: ReportTab; text: string; count?: number }[] = [
    { id: 'sales', text: 'Sales', count: documents.length },
    { id: 'tenders', text: 'Tenders' },
    { id: 'documents', text: 'Documents' },
    { id: 'agents', text: 'Agents' },
    { id: 'desks', text: 'Desks' },
    { id: 'flights', text: 'Flights' },
    { id: 'shifts', text: 'Shifts' },
  ];
  const scopes = (Object.keys(SCOPES) as ReportScope[]).filter((one) =>
    one === 'shift' ? shiftId !== undefined : one !== 'all' || supervisor,
  );
  return (
    <Tabs className="sh-list" selectedKey={tab} onSelectionChange={(key) => setTab(key as ReportTab)}>
      <div className="sh-lt">
        <TabList className="sh-tablist" aria-label="Reports">
          {tabs.map(({ id, text, count }) => (
            <Tab key={id} id={id} className="pr-tab">
              {text}
              {count === undefined ? null : (
                <span className="t3 s12 sh-n">{count === all.length ? count : `${count} of ${all.length}`}</span>
              )}
            </Tab>
          ))}
        </TabList>
        <span className="push">
          <SelectField
            label="Report of"
            labelHidden
            className="sh-scope"
            value={inForce}
            choices={scopes.map((value) => ({ value, text: SCOPES[value] }))}
            onChange={(value) => useSales.setState({ scope: value })}
          />
        </span>
        <FilterField
          label="Filter the list"
          className="sh-filter"
          value={filter}
          onChange={(text) => useSales.setState({ filter: text })}
          toRows={() => document.querySelector<HTMLElement>('.sh-list .sh-room .sh-locator')?.focus()}
        />
        {tab === 'sales' ? <KeyHint keys={['S']}>{sort === 'time' ? 'by amount' : 'by time'}</KeyHint> : null}
        <Button kbd="Ctrl E" onPress={save}>
          CSV
        </Button>
      </div>
      <RefusalLine refusal={refusal} className="sh-refusal" />
      {tabs.map(({ id, text }) => (
        <TabPanel key={id} id={id} className="sh-room" {...FIRST}>
          {id === 'shifts' ? (
            <ShiftsTable
              shifts={listed}
              {...{ people, zone }}
              onPrint={(number, to) => void printZ(number, zone, airport, to)}
              onOpen={supervisor ? (number) => void lookElsewhere(number === now?.shift?.shiftId ? null : number) : undefined}
              shown={shiftId}
            />
          ) : all.length === 0 ? (
            <Empty icon="note" title="Nothing was taken or given back">
              Sales, changes and refunds stand here as they are made.
            </Empty>
          ) : id === 'sales' ? (
            documents.length === 0 ? (
              <Empty icon="search" title="No sale has these words">
                Esc in the filter shows all again.
              </Empty>
            ) : (
              <SalesTable {...{ documents, people, zone }} />
            )
          ) : (
            <SumsTable label={text} head={ROW_OF[id]} rows={rowsOf(id)} />
          )}
        </TabPanel>
      ))}
    </Tabs>
  );
}
