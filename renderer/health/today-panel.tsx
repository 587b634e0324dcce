import type { HealthView } from '../../shared/methods/health.ts';
import { localTime } from '../format/times.ts';

const count = (number: number): string => number.toLocaleString('en-US');

/** What happened today, as far as this hub has lived through it. */
export function TodayPanel({ today, zone, airport }: { today: HealthView['today']; zone: string; airport: string }) {
  const { since, holds, confirmed, seatsSold, ended, endedLate, denied } = today;
  const rows = [
    ['Holds made', '', count(holds)],
    ['Confirmed', confirmed === 1 ? '1 booking' : `${count(confirmed)} bookings`, seatsSold === 1 ? '1 seat' : `${count(seatsSold)} seats`],
    ['Ended by the clock', endedLate === 0 ? (ended === 0 ? '' : 'all within 1 s') : `${count(endedLate)} later than 1 s`, count(ended)],
    ['Denied boarding', denied === 0 ? 'everybody had a seat' : '', denied === 1 ? '1 passenger' : `${count(denied)} passengers`],
  ];
  return (
    <section aria-labelledby="hl-today">
      <div className="panel-h">
        <h2 id="hl-today">Today</h2>
        <span className="s12 t3">
          since {localTime(since, zone)} {airport}
        </span>
      </div>
      <table className="grid-table hl-today" aria-labelledby="hl-today">
        <tbody>
          {rows.map(([what, aside, number]) => (
            <tr key={what}>
              <td>{what}</td>
              <td className="t3 s12">{aside}</td>
              <td className="num">{number}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
