import { countsOf } from '../../../shared/configuration.ts';
import { CABIN_NAMES, capacityOf, type SeatMap } from '../../../shared/seat-map.ts';
import { Icon } from '../../parts/icon.tsx';
import { cabinsAbove, countCabins, exitWords } from './map-counts.ts';

interface CountTableProps {
  /** What the schedule file calls the aircraft. */
  configuration: string;
  before: { readonly name: string; readonly map: SeatMap } | null;
  after: { readonly name: string; readonly map: SeatMap };
}

/** Seats of each cabin: by the file, of the map before, and of this one; and what follows from a difference. */
export function CountTable({ configuration, before, after }: CountTableProps) {
  const file = countsOf(configuration) ?? {};
  const rows = countCabins(file, before ? capacityOf(before.map) : {}, capacityOf(after.map));
  const above = cabinsAbove(file, after.map);
  const sells = rows.flatMap(({ cabin, after: seats }) => (cabin && seats > 0 ? `${cabin}${seats}` : [])).join('');
  return (
    <section aria-label="Counts">
      <div className="panel-h">Seats a cabin</div>
      <table className="grid-table mp-counts" aria-label="Seats a cabin">
        <thead>
          <tr>
            <th scope="col">Cabin</th>
            <th scope="col" className="num">
              File
            </th>
            {before ? (
              <th scope="col" className="num">
                {before.name}
              </th>
            ) : null}
            <th scope="col" className="num">
              {after.name}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.cabin ?? 'all'}>
              <td className={row.cabin ? 'str' : undefined} title={row.cabin ? CABIN_NAMES[row.cabin] : undefined}>
                {row.cabin ?? 'All'}
              </td>
              <td className="num">{row.file}</td>
              {before ? <td className="num">{row.before}</td> : null}
              <td className={`num ${row.after === row.file ? 'med' : 'str'}`}>{row.after}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {above.length > 0 ? (
        <p className="s12 bad mp-warn" role="status">
          <Icon name="alert" size={14} />
          <span>
            More seats in {above.map((cabin) => CABIN_NAMES[cabin]).join(' and ')} than the file says. A map sells no seat that the file
            does not have.
          </span>
        </p>
      ) : sells !== configuration ? (
        <p className="s12 warn mp-warn">
          <Icon name="alert" size={14} />
          <span>
            The file says {configuration}. This map flies as {sells}.
          </span>
        </p>
      ) : null}
      <p className="s12 t2 mp-note">{exitWords(after.map)}</p>
    </section>
  );
}
