import type { Output } from '../../shared/contract.ts';
import { ERROR_DAYS } from '../../shared/pricing/curve-days.ts';
import { signed } from './flight-words.ts';

/** What such forecasts were worth in the past: how far off at 60, 30, 14 and 7 days. */
export function ForecastErrors({ look }: { look: Output<'pricing.flight'> }) {
  const { errors, past } = look;
  if (errors.every((error) => error === null))
    return (
      <p className="s12 t2">
        Its error is not known: the store knows {past} past {past === 1 ? 'departure' : 'departures'} of this route and weekday.
      </p>
    );
  return (
    <table className="fl-figures" aria-label="Error of the forecast">
      <thead>
        <tr>
          <th scope="col">Days before</th>
          {ERROR_DAYS.map((day) => (
            <th key={day} scope="col">
              {day}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">Mean error</th>
          {errors.map((error, place) => (
            <td key={ERROR_DAYS[place]}>{error ? `${(error.meanPerMille / 10).toFixed(1)} %` : 'not known'}</td>
          ))}
        </tr>
        <tr>
          <th scope="row">Too high by, seats</th>
          {errors.map((error, place) => (
            <td key={ERROR_DAYS[place]}>{error ? biasText(error.biasTenths) : ''}</td>
          ))}
        </tr>
        <tr>
          <th scope="row">Past flights foretold</th>
          {errors.map((error, place) => (
            <td key={ERROR_DAYS[place]}>{error?.departures ?? 0}</td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}

/** Tenths of a seat: `+0.4`, `−1.2`. */
const biasText = (tenths: number): string => {
  const [whole, part] = [Math.floor(Math.abs(tenths) / 10), Math.abs(tenths) % 10];
  return tenths === 0 ? '0.0' : `${signed(Math.sign(tenths)).slice(0, 1)}${whole}.${part}`;
};
