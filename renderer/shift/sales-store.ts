import { create } from 'zustand';
import type { Output } from '../../shared/contract.ts';
import type { Refusal } from '../../shared/refusals.ts';
import { call } from '../client/client.ts';
import { onSessionOver } from '../client/on-session-over.ts';
import { type People, peopleOf } from './people.ts';

export type ReportTab = 'sales' | 'tenders' | 'documents' | 'agents' | 'desks' | 'flights' | 'shifts';
/** own: this desk today. all: every desk today, for supervisors. */
export type ReportScope = 'shift' | 'own' | 'all';

interface Sales {
  readonly report: Output<'reports.sales'> | null;
  readonly shifts: Output<'shift.list'>['shifts'];
  readonly refusal: Refusal | null;
  readonly scope: ReportScope;
  /** Sorted by time or by amount, newest or largest first. */
  readonly sort: 'time' | 'amount';
  /** Words that a row must have to be shown. */
  readonly filter: string;
  /** Display names of the users in the lists. */
  readonly people: People;
}

const NOTHING: Sales = { report: null, shifts: [], refusal: null, scope: 'shift', sort: 'time', filter: '', people: new Map() };
export const useSales = create<Sales>(() => NOTHING);
onSessionOver(() => useSales.setState(NOTHING));

let asked = 0;

/** Asks for the report and for the closed shifts. A newer question makes an older answer worthless. */
export async function loadSales(
  shiftId: number | undefined,
  scope: ReportScope,
  today: { from: number; to: number },
  desk: string,
): Promise<void> {
  const number = ++asked;
  const of =
    scope === 'shift' && shiftId !== undefined
      ? ({ kind: 'shift', shiftId } as const)
      : ({ kind: 'time', ...today, ...(scope === 'all' ? {} : { desk }) } as const);
  const [report, list] = await Promise.all([call('reports.sales', { of }), call('shift.list', {})]);
  if (number !== asked) return;
  useSales.setState({
    ...(report.ok ? { report: report.value, refusal: null } : { refusal: report.refusal }),
    ...(list.ok ? { shifts: list.value.shifts } : {}),
    people: peopleOf(report.ok ? report.value.people : [], list.ok ? list.value.people : []),
  });
}
