import type { HealthView } from '../../shared/methods/health.ts';
import { localTime } from '../format/times.ts';

/** So many are named; the count tells the rest. */
const SHOWN_MAX = 12;

/** Who is on line, and whether cards can be taken. */
export function ConsolesPanel({ consoles: { live, off }, terminal, zone }: Pick<HealthView, 'consoles' | 'terminal'> & { zone: string }) {
  const rests = terminal?.restsUntil ?? null;
  return (
    <>
      <section aria-labelledby="hl-consoles">
        <div className="panel-h">
          <h2 id="hl-consoles">Consoles</h2>
          <span className="s12 t3">{off.length === 0 ? `${live} on line` : `${live} of ${live + off.length} on line`}</span>
        </div>
        {off.length > 0 ? (
          <table className="grid-table s12" aria-labelledby="hl-consoles">
            <tbody>
              {off.slice(0, SHOWN_MAX).map(({ desk, since, lastUser }) => (
                <tr key={desk}>
                  <td className="med prop hl-desk">{desk}</td>
                  <td className="hl-since">off since {localTime(since, zone)}</td>
                  <td className="t2 prop">last {lastUser}</td>
                </tr>
              ))}
            </tbody>
          </table>
        ) : null}
        {off.length > SHOWN_MAX ? <p className="s12 t2 hl-foot">and {off.length - SHOWN_MAX} more</p> : null}
      </section>
      {terminal ? (
        <section aria-labelledby="hl-terminal">
          <div className="panel-h">
            <h2 id="hl-terminal">Card terminal</h2>
            <span className={rests === null ? 's12 t3' : 's12 bad med'}>
              {rests === null ? 'takes cards' : `stopped, tried again at ${localTime(rests, zone)}; cash sells`}
            </span>
          </div>
        </section>
      ) : null}
    </>
  );
}
