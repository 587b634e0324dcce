import { joinedName } from '../../shared/host-name.ts';
import type { BookingView } from '../../shared/methods/booking-view.ts';
import type { HoldDraft } from '../../shared/methods/drafts.ts';
import type { SaleInput } from './check-sale.ts';

type Name = SaleInput['passengers'][number];

const joined = (parts: Pick<Name, 'surname' | 'given'> | undefined, title = ''): string =>
  parts ? joinedName(parts.surname, parts.given, title) : '';

/** A sale as it would have been typed, for a console that kept no draft before it asked for the sale. */
export function draftOfSale(party: BookingView['party'], { passengers, contact, tenders }: SaleInput): HoldDraft {
  return {
    passengers: party.map((_, place) => {
      const name = passengers[place];
      const infant = passengers.find((one) => one.type === 'INF' && one.with === place);
      return {
        name: joined(name, name?.title),
        host: joined(name?.host),
        birthDate: name?.birthDate ?? '',
        infantName: joined(infant, infant?.title),
        infantHost: joined(infant?.host),
        infantBirthDate: infant?.birthDate ?? '',
      };
    }),
    contact: [contact.phone, contact.email].filter(Boolean).join(' '),
    askedBy: contact.askedBy,
    tenders: [...tenders],
    ...(contact.messages ? { messages: contact.messages } : {}),
  };
}
