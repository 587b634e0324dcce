import { designator } from '../../shared/flight-designator.ts';
import { agentDate } from '../format/times.ts';
import { Button } from '../parts/button.tsx';
import { Empty } from '../parts/empty.tsx';
import { FoundList } from './found-list.tsx';
import { lookAndOpen } from './look-and-open.ts';
import type { Find } from './read-find.ts';
import { useReservations } from './reservations-store.ts';

const PREPOSITIONS: Record<Find['by'], string> = { locator: 'with', name: 'under', flight: 'on' };

/** `locator K7QF2M`, `flight AA 185 on 24NOV`: a find, as it is offered or said to have failed. */
function findWords(find: Find): string {
  switch (find.by) {
    case 'locator':
      return `locator ${find.locator}`;
    case 'name':
      return `the name ${find.name.toUpperCase()}`;
    case 'flight':
      return `flight ${designator(find.carrier, find.number)} on ${agentDate(find.date)}`;
  }
}

const candidatesOf = (details: Readonly<Record<string, unknown>>): string[] =>
  Array.isArray(details.candidates) ? details.candidates.filter((each) => typeof each === 'string') : [];

/** Locators that the typed one may stand for: one press or Enter takes one. */
function DidYouMean({ candidates }: { candidates: readonly string[] }) {
  return (
    <ul className="rv-candidates" aria-label="Did you mean">
      {candidates.map((locator) => (
        <li key={locator}>
          <Button onPress={() => void lookAndOpen({ by: 'locator', locator })}>
            <span className="code">{locator}</span>
          </Button>
        </li>
      ))}
    </ul>
  );
}

function Otherwise({ finds }: { finds: readonly Find[] }) {
  return (
    <div className="rv-otherwise">
      {finds.map((find) => (
        <Button key={find.by} onPress={() => void lookAndOpen(find)}>
          Look for {findWords(find)}
        </Button>
      ))}
    </div>
  );
}

/** The result of a find: nothing asked yet, bookings, none, or a locator that was misread. */
export function FindAnswer() {
  const { find, searching, found, more, refusal, otherwise } = useReservations();
  if (!find) {
    return (
      <Empty icon="search" title="Find a booking">
        Type a locator, a name such as SMITH/J, or a flight and its local date, and press Enter.
      </Empty>
    );
  }
  if (refusal?.code === 'LOCATOR_MISREAD') {
    return (
      <Empty icon="note" title="Did you mean">
        <p>{find.by === 'locator' ? find.locator : 'This'} cannot be a locator: none has I, O, 0 or 1.</p>
        <DidYouMean candidates={candidatesOf(refusal.details)} />
        <Otherwise finds={otherwise} />
      </Empty>
    );
  }
  if (refusal && refusal.code !== 'BOOKING_UNKNOWN') return null;
  if (found.length > 0) return <FoundList found={found} more={more} />;
  if (searching) return <Empty title="Looking" />;
  const misread = find.by === 'locator' && /[IO01]/.test(find.locator);
  const next = misread
    ? 'A locator has no I, O, 0 or 1. Ask for it again, or find the booking by name.'
    : find.by === 'name'
      ? 'Check the spelling of the whole surname, or type less of the given name.'
      : 'Check what was typed, or find it by name.';
  return (
    <Empty icon="search" title={`No booking ${PREPOSITIONS[find.by]} ${findWords(find)}`}>
      <p>{next}</p>
      <Otherwise finds={otherwise} />
    </Empty>
  );
}
