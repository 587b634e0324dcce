import type { Output } from '../../shared/contract.ts';
import { FLIGHT_CURVE_DAYS } from '../../shared/pricing/curve-days.ts';

const DAYS = [90, 75, 60, 45, 30, 21, 14, 10, 7, 5, 3, 2, 1, 0];

/** The curve of the chosen flight in figures. */
export function CurveTable({ look }: { look: Output<'pricing.flight'> }) {
  const { flight, ahead } = look;
  const { usual, curve } = flight;
  return (
    <table className="fl-figures" aria-label="Booking curve in figures">
      <thead>
        <tr>
          <th scope="col">Days before</th>
          <th scope="col">Sold</th>
          <th scope="col">Expected</th>
          <th scope="col">Usual</th>
          <th scope="col">8 in 10</th>
        </tr>
      </thead>
      <tbody>
        {DAYS.map((day) => {
          const place = FLIGHT_CURVE_DAYS.indexOf(day);
          return (
            <tr key={day}>
              <th scope="row">{day}</th>
              <td className="med">{curve[place] ?? ''}</td>
              <td>{ahead[place] ?? ''}</td>
              <td>{usual?.middle[place] ?? ''}</td>
              <td className="t2">{usual ? `${usual.low[place]} to ${usual.high[place]}` : ''}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
