import { agentDate } from '../../format/times.ts';
import type { ShownMap } from './fleet-store.ts';
import { useFleet } from './fleet-store.ts';
import { versionName } from './fleet-words.ts';

/** The versions for one carrier, type and configuration, newest first: who saved each and since when it flies. */
export function VersionList({ shown, draft }: { shown: ShownMap; draft?: string }) {
  const { about, versions } = shown;
  if (versions.length === 0) return null;
  return (
    <div>
      <div className="panel-h mp-next">Versions</div>
      <table className="grid-table" aria-label="Versions">
        <tbody>
          {draft ? (
            <tr>
              <td className="str">{draft}</td>
              <td className="acc">draft</td>
              <td />
            </tr>
          ) : null}
          {versions.map((each) => (
            <tr key={each.id}>
              <td className="str">
                <button
                  type="button"
                  className="word-button"
                  aria-current={each.id === about.id}
                  onClick={() => void useFleet.getState().choose(each.id)}
                >
                  {versionName(each)}
                </button>
              </td>
              <td className="cut" title={each.saved?.reason}>
                {each.saved?.user}: {each.saved?.reason}
              </td>
              <td className="num">{each.turn ? `from ${agentDate(each.turn.from)}` : 'not flown'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
