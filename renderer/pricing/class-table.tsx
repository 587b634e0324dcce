import type { Output } from '../../shared/contract.ts';
import type { ClassTold } from '../../shared/methods/pricing-list.ts';
import { minor, moneyText } from '../../shared/money.ts';
import { classLeftText } from '../../shared/pricing/availability-text.ts';
import { loadOf } from './flight-words.ts';

const tenths = (value: number): string => (value % 10 === 0 ? String(value / 10) : (value / 10).toFixed(1));

function toComeText({ meanTenths, deviationTenths }: ClassTold): string {
  if (meanTenths === null) return 'not known';
  return deviationTenths === null ? tenths(meanTenths) : `${tenths(meanTenths)} \u00b1 ${tenths(deviationTenths)}`;
}

/** The booking classes of the cabin: what is expected of each, what it keeps from the one below, what it can still sell. */
export function ClassTable({ look }: { look: Output<'pricing.flight'> }) {
  const { classes, flight } = look;
  const load = loadOf(flight);
  if (!classes || !load) return null;
  const free = Math.max(0, load.authorised - load.sold - load.held);
  return (
    <>
      <h3 className="fl-h">
        Classes{' '}
        <span className="s12 t3">
          {free} of {load.authorised} seats left
        </span>
      </h3>
      <table className="fl-figures" aria-label="Booking classes">
        <thead>
          <tr>
            <th scope="col">Class</th>
            <th scope="col">Fare {flight.currency}</th>
            <th scope="col">To come</th>
            <th scope="col">Protected</th>
            <th scope="col">Limit left</th>
            <th scope="col">Shown</th>
          </tr>
        </thead>
        <tbody>
          {classes.map((one) => (
            <tr key={one.code} className={one.left === 0 ? 't3' : undefined}>
              <th scope="row" className="code">
                {one.code}
              </th>
              <td>{moneyText(minor(one.fare), flight.currency)}</td>
              <td>{toComeText(one)}</td>
              <td>{one.kept === null ? 'none' : one.kept === 'all' ? 'every seat' : one.kept}</td>
              <td>{one.left}</td>
              <td className="med">
                {classLeftText({ ...one, closed: one.byHand === 'closed' })}
                {one.byHand ? ` ${one.byHand} by hand` : ''}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="s12 t2">Protected: seats kept for this class and those above, by EMSR-b.</p>
    </>
  );
}
