import { type Cell, csvText } from '../../shared/csv.ts';
import type { SumRow } from './sums-table.tsx';

/** What was taken and given back by one thing after another, as CSV. `label`: what a row is about. People have a name beside it. */
export function sumsCsv(label: string, rows: readonly SumRow[]): string {
  const named = rows.some(({ more }) => more !== undefined);
  return csvText([
    [label, ...(named ? ['Name'] : []), 'Currency', 'Documents', 'Taken', 'Given back', 'Net'],
    ...rows.map(({ name, more, currency, documents, taken, back }): Cell[] => {
      const amount = (value: number | null): Cell => ({ amount: value, currency });
      const net = taken === null || back === null ? null : taken - back;
      const about = named ? [more ?? name, name] : [name];
      return [...about, currency, documents === null ? '' : String(documents), amount(taken), amount(back), amount(net)];
    }),
  ]);
}
