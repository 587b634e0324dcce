import type { SeatMap } from '../../../shared/seat-map.ts';
import { fewSeats } from '../../seats/seat-words.ts';
import { compareMaps } from './compare-maps.ts';

/** What a map has otherwise than another one. */
export function DifferenceList({ name, before, after }: { name: string; before: SeatMap; after: SeatMap }) {
  const differences = compareMaps(before, after);
  return (
    <div>
      <div className="panel-h mp-next">Against {name}</div>
      {differences.length === 0 ? (
        <p className="s12 t2">Nothing is otherwise.</p>
      ) : (
        <table className="grid-table" aria-label={`Against ${name}`}>
          <tbody>
            {differences.map(({ text, where }) => (
              <tr key={`${text}${where[0]}`}>
                <td>{text}</td>
                <td className="mp-where" title={where.join(' ')}>
                  {fewSeats(where)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
