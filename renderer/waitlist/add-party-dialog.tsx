import { type FormEvent, useState } from 'react';
import { REASON_MAX } from '../../shared/bounds.ts';
import { PHONE_MAX } from '../../shared/contact.ts';
import type { FlightSummary } from '../../shared/methods/flights.ts';
import { WAIT_PRIORITIES, type WaitPriority } from '../../shared/methods/waitlist.ts';
import { readMoney } from '../../shared/money.ts';
import { saysWhy } from '../../shared/reason.ts';
import type { Refusal } from '../../shared/refusals.ts';
import { CABIN_NAMES, CABINS, type Cabin } from '../../shared/seat-map.ts';
import { call, newRequestId } from '../client/client.ts';
import { useSession } from '../client/session-store.ts';
import { PARTY_HINT, partyProblem, readParty, shortParty, type TypedParty } from '../format/read-party.ts';
import { localDay } from '../format/times.ts';
import { announce } from '../parts/announcer.tsx';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { SelectField } from '../parts/select-field.tsx';
import { TextField } from '../parts/text-field.tsx';
import { serverNow } from '../stores/clock-store.ts';
import { findFlights } from './find-flights.ts';
import { PRIORITY_WORDS } from './wait-words.ts';
import { useWaitlist } from './waitlist-store.ts';

interface AddPartyDialogProps {
  /** Flights that are known already, as the line writes them: `AA1 02JAN`. */
  flights: string;
  cabin: Cabin;
  party: TypedParty;
  onClose: () => void;
  /** The party waits, as this entry. */
  onJoined: (entryId: number) => void;
}

/** The passengers that a hold would get for a typed party. */
const passengersOf = ({ adults, children, infants }: TypedParty) => [
  ...Array.from({ length: adults }, (_, at) => ({ type: 'ADT' as const, infant: at < infants, assistance: false })),
  ...Array.from({ length: children }, () => ({ type: 'CHD' as const, infant: false, assistance: false })),
];

/** Takes a party onto the list of a cabin, for any of the flights that are typed. */
export function AddPartyDialog({ flights, cabin: wanted, party, onClose, onJoined }: AddPartyDialogProps) {
  const [entry, setEntry] = useState({ flights, name: '', phone: '', party: shortParty(party), limit: '', bookingClass: '', reason: '' });
  const [cabin, setCabin] = useState<Cabin>(wanted);
  const [priority, setPriority] = useState<WaitPriority>('normal');
  const [tried, setTried] = useState(false);
  /** What only the flights themselves could tell: that one is none, or that the limit is no amount in their currency. */
  const [unread, setUnread] = useState({ flights: '', limit: '' });
  const [sending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const zone = useSession(({ state }) => state?.home.zone ?? 'UTC');
  const supervisor = useSession(({ session }) => session?.role === 'supervisor');
  const typed = readParty(entry.party);
  const wrong = {
    flights: unread.flights || (entry.flights.trim() ? '' : 'The flight that it waits for.'),
    name: entry.name.trim() ? '' : 'Who is called when seats come free.',
    phone: entry.phone.trim() ? '' : 'The number that is called.',
    party: typed ? partyProblem(typed) : PARTY_HINT,
    limit: unread.limit,
    bookingClass: /^[A-Za-z]?$/.test(entry.bookingClass.trim()) ? '' : 'One letter, or nothing.',
    reason: priority === 'normal' || saysWhy(entry.reason) ? '' : 'Why it does not wait in the normal order.',
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    setRefusal(null);
    const asked = { ...wrong, limit: '', flights: entry.flights.trim() ? '' : wrong.flights };
    if (Object.values(asked).some(Boolean) || !typed || sending) return;
    setSending(true);
    const found = await findFlights(entry.flights, localDay(serverNow(), zone));
    if (typeof found === 'string') setUnread({ flights: found, limit: '' });
    else await join(found, typed);
    setSending(false);
  };
  const join = async (found: readonly FlightSummary[], people: TypedParty): Promise<void> => {
    const [first] = found;
    const limit = entry.limit.trim() === '' ? null : readMoney(entry.limit, first?.currency ?? '');
    if (!first) return;
    if (limit === undefined) {
      setUnread({ flights: '', limit: `An amount in ${first.currency}, or nothing.` });
      return;
    }
    const about = { name: entry.name.trim(), phone: entry.phone.trim(), reason: entry.reason.trim(), priority, cabin };
    const input = {
      requestId: newRequestId(),
      flights: found.map(({ flightId }) => flightId),
      passengers: passengersOf(people),
      fareLimit: limit,
      ...(entry.bookingClass.trim() === '' ? {} : { bookingClass: entry.bookingClass.trim().toUpperCase() }),
    };
    const reply = await call('waitlist.join', { ...input, ...about }, 'person');
    if (!reply.ok) {
      setRefusal(reply.refusal);
      return;
    }
    announce(reply.value.hold === null ? `${about.name} waits, ${reply.value.ahead} before it.` : `Seats are held for ${about.name}.`);
    const { show, choose, load } = useWaitlist.getState();
    show({ flightId: first.flightId, cabin });
    choose(reply.value.entryId);
    await load();
    onJoined(reply.value.entryId);
  };
  const field = (name: keyof typeof entry, label: string, more: { hint?: string; maxLength?: number; autoFocus?: boolean } = {}) => (
    <TextField
      label={label}
      value={entry[name]}
      maxLength={80}
      {...more}
      wrong={(tried && wrong[name]) || undefined}
      onChange={(text) => {
        if (name === 'flights' || name === 'limit') setUnread({ flights: '', limit: '' });
        setEntry((now) => ({ ...now, [name]: text }));
      }}
    />
  );
  return (
    <Dialog isOpen onClose={onClose} title="Add a party to a waitlist" width={520}>
      <form className="wl-form" onSubmit={(event) => void submit(event)}>
        {field('name', 'Name', { hint: 'CHEN/MEI LIN MS', autoFocus: flights !== '' })}
        {field('phone', 'Phone', { maxLength: PHONE_MAX })}
        {field('flights', 'Flights, any of them', { hint: 'AA1 02JAN, AA9 02JAN', autoFocus: flights === '', maxLength: 120 })}
        <div className="wl-pair">
          <SelectField
            label="Cabin"
            value={cabin}
            choices={CABINS.map((value) => ({ value, text: `${value}, ${CABIN_NAMES[value].toLowerCase()}` }))}
            onChange={setCabin}
          />
          {field('party', 'Party', { hint: PARTY_HINT })}
        </div>
        <div className="wl-pair">
          {field('bookingClass', 'Booking class', { hint: 'a letter; left empty: any' })}
          {field('limit', 'Fare limit, per adult', { hint: 'left empty: any fare' })}
        </div>
        <div className="wl-pair">
          <SelectField
            label="Priority"
            value={priority}
            choices={WAIT_PRIORITIES.filter((value) => supervisor || value !== 'supervisor').map((value) => ({
              value,
              text: PRIORITY_WORDS[value],
            }))}
            onChange={setPriority}
          />
          {priority === 'normal' ? null : field('reason', 'Reason', { maxLength: REASON_MAX })}
        </div>
        <RefusalLine refusal={refusal} />
        <Button type="submit" variant="go" kbd="Enter" isPending={sending}>
          Add to the list
        </Button>
      </form>
    </Dialog>
  );
}
