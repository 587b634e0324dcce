import type { SalesDocument } from '../../shared/methods/sales-report.ts';
import { REFUND_ORDER, TENDER_RULES } from '../../shared/tender-kinds.ts';
import { fullDate, localDay, localTime } from '../format/times.ts';
import { type Cell, csvText } from './csv.ts';
import { tenderSum, tenderText } from './shift-words.ts';

const HEAD = [
  'Date',
  'Time',
  'Locator',
  'Kind',
  'Desk',
  'Agent',
  'Flights',
  'From',
  'To',
  'Passengers',
  'Currency',
  ...REFUND_ORDER.map((kind) => TENDER_RULES[kind].word),
  'Total',
  'Tenders',
  'Note',
];

/** The documents of a report as CSV, with times of a zone. */
export const salesCsv = (documents: readonly SalesDocument[], zone: string): string =>
  csvText([
    HEAD,
    ...documents.map((document): Cell[] => {
      const { currency } = document;
      const amount = (kind: string): Cell => ({ amount: tenderSum(document, kind), currency });
      return [
        ...[
          fullDate(localDay(document.at, zone)),
          localTime(document.at, zone),
          document.locator,
          document.kind,
          document.desk,
          document.user,
        ],
        ...[document.flights.join(' '), document.origin, document.destination, String(document.passengers), currency],
        ...[...REFUND_ORDER.map(amount), { amount: document.amount, currency }],
        ...[document.tenders.map(tenderText).join('; '), document.note],
      ];
    }),
  ]);

/** Has the browser save a text as a file. */
export function saveText(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 0);
}
