import type { Simulated } from '../../shared/methods/pricing-what-if.ts';
import { IntervalBar } from './interval-bar.tsx';
import { simRows, verdictOf } from './what-if-words.ts';

/** What the simulated flights say: in force, draft, and how sure the change is. */
export function SimTable({ simulated, inForce }: { simulated: Simulated; inForce: string }) {
  return (
    <table className="grid-table wi-sim" aria-label="Simulated flights">
      <thead>
        <tr>
          <th scope="col">A flight</th>
          <th scope="col" className="num">
            {inForce}
          </th>
          <th scope="col" className="num">
            Draft
          </th>
          <th scope="col" className="num">
            Change
          </th>
          <th scope="col" className="num">
            95 % interval
          </th>
          <th scope="col" className="wi-scale t3">
            own scales
          </th>
        </tr>
      </thead>
      <tbody>
        {simRows(simulated).map((row) => {
          const tone = verdictOf(row);
          return (
            <tr key={row.name}>
              <th scope="row">
                <span className="med">{row.name}</span> <span className="s12 t3">{row.unit}</span>
              </th>
              <td className="num t2">{row.published}</td>
              <td className="num">{row.draft}</td>
              <td className={`num wi-big ${tone}`}>{row.change}</td>
              <td className="num s12 t2 nb">{row.interval}</td>
              <td className="wi-scale">
                <IntervalBar {...row} tone={tone} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
