import { useEffect, useRef } from 'react';
import { type BookingView, STATUS_CODES } from '../../shared/methods/booking-view.ts';
import { minor, moneyText } from '../../shared/money.ts';
import { CABIN_NAMES } from '../../shared/seat-map.ts';
import { TENDER_WORDS, tenderDetail } from '../format/tender-text.ts';
import { dateLabel, dayShift, dayShiftText, localTime } from '../format/times.ts';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { Tag } from '../parts/tag.tsx';
import { startNewSale } from '../sale/sale-actions.ts';
import { Receipt } from './receipt.tsx';
import './confirmation.css';

/** Sold: the locator to read out, who flies where, what was paid and what to give back. */
export function Confirmation({ booking }: { booking: BookingView }) {
  const acts = useRef<HTMLDivElement>(null);
  useEffect(() => acts.current?.querySelector('button')?.focus(), []);
  const change = booking.tenders.reduce((sum, tender) => sum + (tender.given === null ? 0 : tender.given - tender.amount), 0);
  return (
    <div className="confirmation">
      <section aria-label="Locator" className="sale-column">
        <div className="panel-h">
          <h2>Sold</h2>
          <Tag kind="ok">
            <Icon name="check" size={12} strokeWidth={2.5} /> {STATUS_CODES[booking.state]} confirmed
          </Tag>
        </div>
        <p className="locator code">{booking.locator}</p>
        <div className="confirmation-scroll">
          <table className="grid-table">
            <caption className="aside">Passengers</caption>
            <tbody>
              {booking.passengers.map((passenger, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two passengers may bear one name, and their order stays
                <tr key={index}>
                  <th scope="row">{passenger.name}</th>
                  <td>{passenger.type}</td>
                  <td className="str num">{passenger.type === 'INF' ? 'lap' : booking.legs.map((leg) => leg.seats[index]).join(', ')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
      <section aria-label="Itinerary" className="sale-column itinerary-sold">
        <div className="panel-h">
          <h2>Itinerary</h2>
        </div>
        <div className="confirmation-scroll">
          <table className="grid-table">
            <caption className="aside">Flights</caption>
            <tbody>
              {booking.legs.map((leg) => {
                const shift = dayShiftText(dayShift(leg.departsAt, leg.originZone, leg.arrivesAt, leg.destinationZone));
                return (
                  <tr key={leg.flightId}>
                    <th scope="row" className="str">
                      {leg.flight}
                    </th>
                    <td className="nb">
                      {leg.origin} <b className="med">{localTime(leg.departsAt, leg.originZone)}</b> to {leg.destination}{' '}
                      <b className="med">{localTime(leg.arrivesAt, leg.destinationZone)}</b>
                      {shift ? <sup>{shift}</sup> : null}
                      <span className="t2 s12">
                        {dateLabel(leg.date)}, {CABIN_NAMES[leg.cabin]}
                      </span>
                    </td>
                    <td className="str num">{leg.seats.join(' ')}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      </section>
      <section aria-label="Paid" className="sale-column">
        <div className="panel-h">
          <h2>Paid</h2>
          <span className="push s12 t3">{booking.currency}</span>
        </div>
        <div className="confirmation-scroll">
          <table className="grid-table">
            <caption className="aside">Tenders</caption>
            <tbody>
              {booking.tenders.map((tender, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two tenders of a booking may be alike, and their order stays
                <tr key={index}>
                  <th scope="row">{TENDER_WORDS[tender.kind]}</th>
                  <td className="s12 t2">{tenderDetail(tender, booking.currency)}</td>
                  <td className="num">{moneyText(minor(tender.amount), booking.currency)}</td>
                </tr>
              ))}
              <tr className="total">
                <th scope="row">Total</th>
                <td />
                <td className="num str">{moneyText(minor(booking.total), booking.currency)}</td>
              </tr>
            </tbody>
          </table>
          {change > 0 ? (
            <p className="change-due">
              Give back <b>{moneyText(minor(change), booking.currency)}</b>
            </p>
          ) : null}
        </div>
        <div className="acts" ref={acts}>
          <Button variant="go" className="grow" kbd="N" onPress={startNewSale}>
            New sale
          </Button>
          <Button kbd="P" onPress={() => window.print()}>
            <Icon name="print" size={15} /> Print receipt
          </Button>
        </div>
      </section>
      <Receipt booking={booking} />
    </div>
  );
}
