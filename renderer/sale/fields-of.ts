import { readContact } from '../../shared/read-contact.ts';
import { readBirthDate } from './birth-date.ts';
import { infantMisfit } from './infant-misfit.ts';
import { readName } from './name-entry.ts';
import { askedByOf, isUnaccompanied, type Sale } from './sale.ts';

/** A field of the second half of a sale, in the order in which Enter walks them. */
export type Field =
  | `${'name' | 'host' | 'birth' | 'infant-name' | 'infant-host' | 'infant-birth'}-${number}`
  | 'infant-seat'
  | 'contact'
  | 'asked-by';

export interface FieldRead {
  readonly field: Field;
  /** Empty when what stands there can be used. */
  readonly problem: string;
}

/** Every field that this party needs, with what is wrong with each. `today` as in readBirthDate. */
export function fieldsOf(sale: Sale, today: string): FieldRead[] {
  const named = (field: Field, entry: string, hostField: Field, host: string): FieldRead[] => {
    const read = readName(entry, host);
    if (!read.ok) return [{ field, problem: read.problem }];
    return [{ field, problem: '' }, ...(read.asksHost ? [{ field: hostField, problem: read.hostProblem }] : [])];
  };
  const born = (field: Field, entry: string): FieldRead => ({
    field,
    problem: readBirthDate(entry, today) ? '' : 'Write the birth date as 12MAR18',
  });
  const misfit = infantMisfit(sale, today);
  const seat: FieldRead[] = misfit ? [{ field: 'infant-seat', problem: misfit.problem }] : [];
  return [
    ...sale.party.flatMap((passenger, index): FieldRead[] => [
      ...named(`name-${index}`, passenger.name, `host-${index}`, passenger.host),
      ...(passenger.type === 'ADT' ? [] : [born(`birth-${index}`, passenger.birthDate)]),
      ...(passenger.infant
        ? [
            ...named(`infant-name-${index}`, passenger.infantName, `infant-host-${index}`, passenger.infantHost),
            born(`infant-birth-${index}`, passenger.infantBirthDate),
          ]
        : []),
      ...(index === misfit?.index ? seat : []),
    ]),
    { field: 'contact', problem: readContact(sale.contact) ? '' : 'Write a phone number or an e-mail address' },
    ...(isUnaccompanied(sale) ? [{ field: 'asked-by', problem: askedByOf(sale).trim() ? '' : 'Write who requests it' } as const] : []),
  ];
}
