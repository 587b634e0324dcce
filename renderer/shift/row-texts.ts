import type { Output } from '../../shared/contract.ts';
import type { SalesDocument } from '../../shared/methods/sales-report.ts';
import { type People, personName } from './people.ts';
import { tenderText } from './shift-words.ts';

/** The texts of a document that a filter looks in: what its row shows, the user name and the note. Amounts are not among them. */
export const documentTexts = (document: SalesDocument, people: People): string[] => [
  document.locator,
  ...document.flights,
  `${document.origin}\u2013${document.destination}`,
  `${document.origin}-${document.destination}`,
  document.kind,
  document.user,
  personName(people, document.user),
  document.desk,
  ...document.tenders.map(tenderText),
  document.currency,
  document.note,
];

type ShiftListed = Output<'shift.list'>['shifts'][number];

/** The same of a shift: its Z, desk, users and reason. */
export const shiftTexts = ({ closed, desk, user }: ShiftListed, people: People): string[] => [
  ...(closed ? [`Z ${closed.z}`, `Z${closed.z}`, closed.user, personName(people, closed.user), closed.reason] : ['open']),
  ...[desk, user, personName(people, user)],
];
