import { type Cell, csvText } from '../../shared/csv.ts';
import type { SalesDocument } from '../../shared/methods/sales-report.ts';
import { REFUND_ORDER, TENDER_RULES } from '../../shared/tender-kinds.ts';
import { fullDate, localDay, localTime } from '../format/times.ts';
import { type People, personName } from './people.ts';
import { tenderSum, tenderText } from './shift-words.ts';

const HEAD = [
  'Date',
  'Time',
  'Locator',
  'Kind',
  'Desk',
  'Agent',
  'Agent name',
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
export const salesCsv = (documents: readonly SalesDocument[], people: People, zone: string): string =>
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
          personName(people, document.user),
        ],
        ...[document.flights.join(' '), document.origin, document.destination, String(document.passengers), currency],
        ...[...REFUND_ORDER.map(amount), { amount: document.amount, currency }],
        ...[document.tenders.map(tenderText).join('; '), document.note],
      ];
    }),
  ]);
