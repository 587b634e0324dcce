import { type Cell, csvText } from './csv.ts';
import type { SumRow } from './sums-table.tsx';

/** What was taken and given back by one thing after another, as CSV. `label`: what a row is about. */
export const sumsCsv = (label: string, rows: readonly SumRow[]): string =>
  csvText([
    [label, 'Name', 'Currency', 'Documents', 'Taken', 'Given back', 'Net'],
    ...rows.map(({ name, more, currency, documents, taken, back }): Cell[] => {
      const amount = (value: number | null): Cell => ({ amount: value, currency });
      const net = taken === null || back === null ? null : taken - back;
      return [more ?? name, name, currency, documents === null ? '' : String(documents), amount(taken), amount(back), amount(net)];
    }),
  ]);
