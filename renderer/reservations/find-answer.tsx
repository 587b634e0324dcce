import { designator } from '../../shared/flight-designator.ts';
import { MISREAD } from '../../shared/locator.ts';
import type { BookingFind } from '../../shared/methods/bookings.ts';
import { FOUND_ONLY_WORDS } from '../format/found-only-words.ts';
import { agentDate } from '../format/times.ts';
import { Button } from '../parts/button.tsx';
import { Empty } from '../parts/empty.tsx';
import { go } from '../stores/navigation-store.ts';
import { FoundCustomers } from './customer/found-customers.tsx';
import { FoundList } from './found-list.tsx';
import { type Asked, useReservations } from './reservations-store.ts';

/** `with locator K7QF2M`, `on flight AA 185 on 24NOV`: a reading that found nothing. */
function findWords(find: BookingFind): string {
  switch (find.by) {
    case 'locator':
      return `with locator ${find.locator}`;
    case 'name':
      return `under the name ${find.name.toUpperCase()}`;
    case 'flight':
      return `on ${find.date === null ? 'the next' : 'flight'} ${designator(find.carrier, find.number)}${find.date === null ? '' : ` on ${agentDate(find.date)}`}`;
    case 'phone':
      return `with phone ${find.phone}`;
    case 'email':
      return `with e-mail ${find.email}`;
  }
}

/** `flown booking`, `booking with part refund`: what was looked for. */
function soughtWords({ only }: Asked): string {
  if (only === 'FLOWN') return `${FOUND_ONLY_WORDS.FLOWN} booking`;
  return only ? `booking with ${FOUND_ONLY_WORDS[only]}` : 'booking';
}

/** Locators that the typed one may stand for: one press or Enter takes one. */
function DidYouMean({ candidates }: { candidates: readonly string[] }) {
  return (
    <ul className="rv-candidates" aria-label="Did you mean">
      {candidates.map((locator) => (
        <li key={locator}>
          <Button onPress={() => go({ name: 'reservations', find: locator })}>
            <span className="code">{locator}</span>
          </Button>
        </li>
      ))}
    </ul>
  );
}

function nextStep({ anyOf: readings, only }: Asked): string {
  if (only && readings.length === 0)
    return only === 'FLOWN'
      ? 'Nothing has left within 31 days. What left before is found by name or flight.'
      : 'Nothing was given back yet, or nothing is due.';
  if (only) return 'Choose All to see what was found before.';
  const locator = readings.find(({ by }) => by === 'locator');
  if (locator?.by === 'locator' && [...locator.locator].some((sign) => MISREAD[sign]) && readings.length === 1)
    return 'A locator has no I, O, 0 or 1. Ask for it again, or find the booking by name.';
  if (readings.some(({ by }) => by === 'name')) return 'Check the spelling of the surname, or type less of it.';
  if (readings.some(({ by }) => by === 'phone')) return 'Type only its last digits, or find the booking by name.';
  return 'Check what was typed, or find it by name.';
}

/** The result of a find: nothing asked yet, bookings, none, or a locator that was misread. */
export function FindAnswer() {
  const { asked, searching, found, more, counted, misread, customers, moreCustomers, refusal } = useReservations();
  if (!asked) {
    return (
      <Empty icon="search" title="Find a booking">
        Type a locator, a name as SURNAME/GIVEN, a flight and its local date, a phone number or an e-mail address, and press Enter.
      </Empty>
    );
  }
  if (refusal) return null;
  if (searching) return <Empty title="Looking" />;
  const people = customers.length > 0 ? <FoundCustomers customers={customers} more={moreCustomers} /> : null;
  if (found.length > 0) {
    return (
      <>
        {misread.length > 0 && (
          <div className="rv-misread">
            <span className="t2">Or did you mean the locator</span> <DidYouMean candidates={misread} />
          </div>
        )}
        {people}
        <FoundList found={found} more={more} counted={counted} />
      </>
    );
  }
  if (misread.length > 0) {
    return (
      <Empty icon="note" title="Did you mean">
        <p>{asked.text.toUpperCase()} cannot be a locator: none has I, O, 0 or 1.</p>
        <DidYouMean candidates={misread} />
      </Empty>
    );
  }
  return (
    <>
      {people}
      <Empty icon="search" title={`No ${soughtWords(asked)} ${asked.anyOf.map(findWords).join(', or ')}`.trim()}>
        <p>{nextStep(asked)}</p>
      </Empty>
    </>
  );
}
