import { useEffect, useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs';
import { TENDER_RULES } from '../../shared/tender-kinds.ts';
import { call } from '../client/client.ts';
import { useSession } from '../client/session-store.ts';
import { dateLabel } from '../format/times.ts';
import { FIRST } from '../keys/key-place.ts';
import { useDeeds } from '../keys/use-keys.ts';
import { announce } from '../parts/announcer.tsx';
import { Button } from '../parts/button.tsx';
import { Empty } from '../parts/empty.tsx';
import { KeyHint } from '../parts/key-hint.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { SelectField } from '../parts/select-field.tsx';
import { toast } from '../parts/toast.tsx';
import { useShiftNow } from '../stores/shift-now-store.ts';
import { today } from '../stores/today.ts';
import { FilterField } from './filter-field.tsx';
import { PassengerSheet } from './passenger-sheet.tsx';
import { personName } from './people.ts';
import { printSheet } from './print-sheet.tsx';
import { documentTexts, matches, shiftTexts } from './row-filter.ts';
import { salesCsv, saveText } from './sales-csv.ts';
import { loadSales, type ReportScope, type ReportTab, useSales } from './sales-store.ts';
import { SalesTable } from './sales-table.tsx';
import { ShiftSheet } from './shift-sheet.tsx';
import { ShiftsTable } from './shifts-table.tsx';
import { type SumRow, SumsTable } from './sums-table.tsx';
import { todayRange } from './today-range.ts';

async function printPassengers(flightId: number): Promise<void> {
  const reply = await call('flights.passengerList', { flightId }, 'person');
  if (!reply.ok) toast(`Not printed. ${reply.refusal.message}`, 'warn');
  else printSheet(<PassengerSheet list={reply.value} />, `Passenger list of ${reply.value.flight} printed`);
}

async function printAgain(shiftId: number, zone: string, airport: string): Promise<void> {
  const reply = await call('shift.report', { shiftId }, 'person');
  if (!reply.ok) toast(`Not printed. ${reply.refusal.message}`, 'warn');
  else printSheet(<ShiftSheet copy {...{ report: reply.value, zone, airport }} />, `Z ${reply.value.closed?.z ?? ''} printed, marked COPY`);
}

const SCOPES: Readonly<Record<ReportScope, string>> = { shift: 'this shift', own: 'this desk, today', all: 'all desks, today' };

/** What was sold, in a shift or today, by sale, tender, agent and flight, and the shifts before. */
export function Reports({ zone, airport }: { zone: string; airport: string }) {
  const [tab, setTab] = useState<ReportTab>('sales');
  const { report, shifts, refusal, scope, sort, filter, people } = useSales();
  const now = useShiftNow((state) => state.now);
  const supervisor = useSession(({ session }) => session?.role === 'supervisor');
  const shiftId = now?.shift?.shiftId;
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
  const save = (): void => {
    saveText(`sales-${desk}-${today(zone)}.csv`, salesCsv(documents, zone));
    announce(`${documents.length} rows saved as CSV`);
  };
  useDeeds('shift', { S: () => useSales.setState({ sort: sort === 'time' ? 'amount' : 'time' }) });
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!event.ctrlKey || event.key.toLowerCase() !== 'e' || event.repeat || useSession.getState().locked) return;
      event.preventDefault();
      save();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  });
  const { tenders = [], agents = [], desks = [], flights = [] } = report?.totals ?? {};
  const rows: Readonly<Record<Exclude<ReportTab, 'sales'>, readonly SumRow[]>> = {
    tenders: tenders.map((row) => ({ ...row, key: `${row.kind} ${row.currency}`, name: TENDER_RULES[row.kind].word })),
    agents: agents.map((row) => ({ ...row, key: `${row.user} ${row.currency}`, name: personName(people, row.user), more: row.user })),
    desks: desks.map((row) => ({ ...row, key: `${row.desk} ${row.currency}`, name: row.desk })),
    flights: flights.map((row) => ({
      ...row,
      key: `${row.flightId} ${row.currency}`,
      name: `${row.flight}, ${dateLabel(row.date)}, ${row.origin}–${row.destination}`,
      act: () => void printPassengers(row.flightId),
    })),
    shifts: [],
  };
  const tabs: readonly { id: ReportTab; text: string; count?: number }[] = [
    { id: 'sales', text: 'Sales', count: documents.length },
    { id: 'tenders', text: 'Tenders' },
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
        <FilterField />
        <KeyHint keys={['S']}>{sort === 'time' ? 'by amount' : 'by time'}</KeyHint>
        <Button kbd="Ctrl E" onPress={save}>
          CSV
        </Button>
      </div>
      <RefusalLine refusal={refusal} className="sh-refusal" />
      {tabs.map(({ id, text }) => (
        <TabPanel key={id} id={id} className="sh-room" {...FIRST}>
          {id === 'shifts' ? (
            <ShiftsTable
              shifts={shifts.filter((shift) => matches(filter, shiftTexts(shift, people)))}
              {...{ people, zone }}
              onPrint={(number) => void printAgain(number, zone, airport)}
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
            <SumsTable label={text} rows={rows[id].filter((row) => matches(filter, [row.name, row.more ?? '', row.currency]))} />
          )}
        </TabPanel>
      ))}
    </Tabs>
  );
}
