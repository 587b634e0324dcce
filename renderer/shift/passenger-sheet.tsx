import type { Output } from '../../shared/contract.ts';
import { seatSaid } from '../../shared/open-seat.ts';
import { agentDate, fullDate, localDay, localTime } from '../format/times.ts';

/** The passenger list of a flight on paper: names as in the passport, and as lists of airlines write them. */
export function PassengerSheet({ list }: { list: Output<'flights.passengerList'> }) {
  const { flight, date, origin, destination, originZone, cabins } = list;
  const all = cabins.reduce((sum, { passengers }) => sum + passengers.length, 0);
  const infants = cabins.reduce((sum, { passengers }) => sum + passengers.filter(({ infant }) => infant !== '').length, 0);
  return (
    <>
      <header>
        <div>
          <h1>
            Passengers {flight.replace(' ', '')}/{agentDate(date).slice(0, 5)} {origin} {destination}
          </h1>
          <p>
            Departs {fullDate(localDay(list.departsAt, originZone))}, {localTime(list.departsAt, originZone)} {origin}, equipment{' '}
            {list.equipment}
          </p>
          <p>
            {all} passengers, {infants} infants on laps. Printed {fullDate(localDay(list.at, originZone))}, {localTime(list.at, originZone)}{' '}
            {origin}
          </p>
        </div>
      </header>
      {cabins.map(({ cabin, passengers }) => (
        <section key={cabin}>
          <h2>
            -{destination}
            {String(passengers.length).padStart(3, '0')}
            {cabin}
          </h2>
          <table>
            <tbody>
              {passengers.map((one, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: several may have no seat yet, and their order stays
                <tr key={at}>
                  <td className="nb">{seatSaid(one.seat)}</td>
                  <td>
                    <b>
                      {one.surname.toUpperCase()}/{one.given.toUpperCase()}
                    </b>
                  </td>
                  <td>1{one.name}</td>
                  <td>{one.type}</td>
                  <td>.L/{one.locator}</td>
                  <td>{one.status}</td>
                  <td>{[...one.remarks, ...(one.infant ? [`INF ${one.infant}`] : [])].join(', ')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
      <p className="foot">End of list</p>
    </>
  );
}
