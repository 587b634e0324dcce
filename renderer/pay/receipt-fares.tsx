import { fareGroups } from '../../shared/leg-fares.ts';
import type { BookingView } from '../../shared/methods/booking-view.ts';
import { minor, moneyText } from '../../shared/money.ts';
import { legName } from '../format/leg-name.ts';

/** The lines of the fare of each flight that cost something, for one passenger, and what all of them come to. How each came about is for the desk. */
export function ReceiptFares({ booking }: { booking: BookingView }) {
  const money = (amount: number): string => moneyText(minor(amount), booking.currency);
  return (
    <>
      <h2>Fare, {booking.currency}</h2>
      <table>
        <tbody>
          {booking.legs
            .flatMap((leg) => fareGroups(leg).map((group) => ({ ...group, leg })))
            .map(({ leg, seats, fare, trace }) => [
              ...trace
                .filter(({ amount }) => amount !== 0)
                .map(({ label, amount }, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: lines of a trace have no name of their own, and their order stays
                  <tr key={`${leg.flightId} ${seats.join(' ')} ${index}`}>
                    <td>
                      {legName(leg, booking.legs)}, {label}
                    </td>
                    <td className="num">{money(amount)}</td>
                  </tr>
                )),
              <tr key={`${leg.flightId} ${seats.join(' ')} sum`} className="sum">
                <td>
                  {legName(leg, booking.legs)}: {seats.length} at {money(fare)} per passenger
                </td>
                <td className="num">{money(fare * seats.length)}</td>
              </tr>,
            ])}
        </tbody>
      </table>
    </>
  );
}
