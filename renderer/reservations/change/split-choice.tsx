import type { KeyboardEvent } from 'react';
import type { BookingView } from '../../../shared/methods/booking-view.ts';
import { minor, moneyText } from '../../../shared/money.ts';
import { readContact } from '../../../shared/read-contact.ts';
import { splitTenders } from '../../../shared/split-tenders.ts';
import { TENDER_RULES } from '../../../shared/tender-kinds.ts';
import { tenderDetail } from '../../format/tender-text.ts';
import { LETTERS_ACT } from '../../keys/key-place.ts';
import { useDeeds } from '../../keys/use-keys.ts';
import { announce } from '../../parts/announcer.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { type PassengerRow, passengerRows } from '../booking-facts.ts';
import { HostName } from '../host-name.tsx';
import { togglePassenger } from './begin-change.ts';
import { useChange } from './change-store.ts';
import { walkChoices } from './choice-row.tsx';
import { digitDeeds } from './digit-deeds.ts';
import { TickRow } from './tick-row.tsx';

/** What each side pays for: the fares of its passengers, infants on laps with who carries them. */
function sides(booking: BookingView, moving: readonly number[]) {
  const places = new Set(booking.party.flatMap(({ passenger }, place) => (moving.includes(passenger) ? [place] : [])));
  const rows = passengerRows(booking);
  const goes = rows.filter((_, place) => places.has(booking.passengers[place]?.with ?? place));
  const stays = rows.filter((row) => !goes.includes(row));
  return { goes, stays, price: goes.reduce((all, { paid }) => all + paid, 0) };
}

const seatsOf = ({ seats }: PassengerRow): string => seats.map((seat) => seat ?? 'lap').join(', ');

function Side({
  title,
  rows,
  booking,
  parts,
  total,
}: {
  title: string;
  rows: readonly PassengerRow[];
  booking: BookingView;
  parts: readonly number[];
  total: number;
}) {
  const { currency } = booking;
  return (
    <section className="ch-side" aria-label={title}>
      <div className="panel-h">
        <h3>{title}</h3>
        <span className="push s12 t2">
          {rows.length} {rows.length === 1 ? 'passenger' : 'passengers'}
        </span>
      </div>
      <table className="trace">
        <caption className="aside">{title}: passengers and money</caption>
        <tbody>
          {rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two passengers may have one name
            <tr key={at}>
              <th scope="row">
                {row.name ? <HostName name={row.name} /> : row.type}
                <span className="t2 s12">{seatsOf(row)}</span>
              </th>
              <td className="num">{moneyText(minor(row.paid), currency)}</td>
            </tr>
          ))}
          {booking.tenders.map((tender, at) =>
            (parts[at] ?? 0) === 0 ? null : (
              // biome-ignore lint/suspicious/noArrayIndexKey: tenders keep the order in which they were taken
              <tr key={`t${at}`}>
                <th scope="row" className="t2">
                  {TENDER_RULES[tender.kind].word}
                  {tender.kind === 'cash' ? null : <span className="t3 s12">{tenderDetail(tender, currency)}</span>}
                </th>
                <td className="num t2">{moneyText(minor(parts[at] ?? 0), currency)}</td>
              </tr>
            ),
          )}
          <tr className="sum">
            <th scope="row">Paid</th>
            <td className="num">{moneyText(minor(total), currency)}</td>
          </tr>
        </tbody>
      </table>
    </section>
  );
}

/** Who stays and who moves, with the money of both sides. */
export function SplitSides({ booking }: { booking: BookingView }) {
  const passengers = useChange((state) => state.passengers);
  const { goes, stays, price } = sides(booking, passengers);
  const parts = splitTenders(price, booking.tenders);
  const left = booking.tenders.map(({ amount, refunded }, at) => amount - refunded - (parts[at] ?? 0));
  const rest = left.reduce((all, part) => all + part, 0);
  return (
    <>
      <div className="ch-sides">
        <Side title={`Stays, ${booking.locator}`} rows={stays} booking={booking} parts={left} total={rest} />
        <Side title="Moves, new locator" rows={goes} booking={booking} parts={parts} total={price} />
      </div>
      <p className="s12 t2 ch-sum">
        {moneyText(minor(rest), booking.currency)} and {moneyText(minor(price), booking.currency)} are{' '}
        {moneyText(minor(rest + price), booking.currency)} {booking.currency}, as paid. Everybody keeps seats, fares and refund rules;
        nothing is priced anew.
      </p>
    </>
  );
}

/** The fields of the new booking, in their order. */
const contactFields = (): HTMLInputElement[] => [...document.querySelectorAll<HTMLInputElement>('.ch-fields input')];

/** To the first field that is still empty, else to the first. */
const focusContact = (): void => (contactFields().find(({ value }) => value === '') ?? contactFields()[0])?.focus();

/** Enter in a field of the new booking goes on; after the last one it says what splits. */
function goOnFrom(event: KeyboardEvent): void {
  if (event.key !== 'Enter' || event.ctrlKey || event.repeat) return;
  event.preventDefault();
  const { value } = event.target as HTMLInputElement;
  const next = contactFields().find((field) => field.value === '' && field !== event.target);
  if (value.trim() !== '' && next) next.focus();
  else announce(value.trim() === '' ? 'Type it first.' : 'Ctrl Enter splits the party.');
}

/** Who moves to a booking of their own, and how that booking is reached. */
export function SplitChoice({ booking }: { booking: BookingView }) {
  const { passengers, contact, askedBy } = useChange();
  const rows = passengerRows(booking);
  useDeeds(
    'booking',
    digitDeeds(
      booking.party.map(
        ({ passenger }) =>
          () =>
            togglePassenger(passenger),
      ),
    ),
  );
  return (
    <section aria-labelledby="ch-split" className="ch-part ch-fields">
      <div className="panel-h">
        <h2 id="ch-split">Who moves</h2>
        <span className="s12 t3">infants go with their lap</span>
      </div>
      <ul className="ch-rows" aria-label="Passengers" {...LETTERS_ACT} onKeyDown={walkChoices}>
        {booking.party.map(({ passenger }, at) => (
          <TickRow
            key={passenger}
            kbd={at < 9 ? String(at + 1) : undefined}
            ticked={passengers.includes(passenger)}
            what={rows[at]?.name || `passenger ${passenger}`}
            detail={rows[at] ? seatsOf(rows[at]) : ''}
            then={passengers.includes(passenger) ? 'moves' : 'stays'}
            onTick={() => togglePassenger(passenger)}
            onEnter={focusContact}
          />
        ))}
      </ul>
      <TextField
        label="Phone or e-mail of the new booking"
        onKeyDown={goOnFrom}
        value={contact}
        onChange={(text) => useChange.setState({ contact: text, refusal: null, note: '' })}
        wrong={contact !== '' && !readContact(contact) ? 'Write a phone number or an e-mail address' : undefined}
      />
      <TextField
        label="Requested by"
        onKeyDown={goOnFrom}
        value={askedBy}
        onChange={(text) => useChange.setState({ askedBy: text, refusal: null, note: '' })}
      />
    </section>
  );
}
