import type { CustomerRecord } from '../../../shared/methods/customers.ts';
import { dateLabel } from '../../format/times.ts';

type TravelDocument = NonNullable<CustomerRecord['document']>;

export const DOCUMENT_WORDS: Readonly<Record<TravelDocument['type'], string>> = {
  PASSPORT: 'Passport',
  IDENTITY_CARD: 'Identity card',
  OTHER: 'Other document',
};

/** `17 May 1980` */
export const dayText = (date: string): string => `${dateLabel(date).slice(4)} ${date.slice(0, 4)}`;

/** `Passport X1234567, USA, until 31 May 2030` */
export const documentText = ({ type, number, country, expires }: TravelDocument): string =>
  [`${DOCUMENT_WORDS[type]} ${number}`, country, expires && `until ${dayText(expires)}`].filter(Boolean).join(', ');
