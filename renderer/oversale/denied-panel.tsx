import type { Unseated } from '../../shared/methods/volunteers.ts';
import { localTime } from '../format/times.ts';
import type { OversaleRoom } from './oversale-store.ts';
import { exceptWords, lateText, money, owedText, ruleHead, ruleWords, UNKNOWN_WORDS } from './oversale-words.ts';

interface DeniedPanelProps {
  room: OversaleRoom;
  /** Whose boarding would be denied. */
  who: Unseated | undefined;
  /** The flight that would be given instead; null: none. */
  wayId: number | null;
  onWay: (wayId: number) => void;
}

/** What would be owed by each other flight if the boarding of the chosen passenger were denied, and by which rule. */
export function DeniedPanel({ room, who, wayId, onWay }: DeniedPanelProps) {
  const { ways, rule, currency, originZone, destinationZone } = room;
  const owedBy = (id: number | null) => who?.owed.find((one) => one.wayId === id)?.owed;
  const head = rule.regime === 'EU' ? 'EUR' : 'USD';
  return (
    <section aria-labelledby="ov-denied">
      <div className="panel-h">
        <h2 id="ov-denied">If boarding is denied</h2>
        <span className="s12 t3 cut">{rule.regime === null ? 'not known' : ruleHead(rule)}</span>
      </div>
      {ways.length === 0 ? (
        <p className="s12 t2 ov-empty">No other flight to {room.destination} has a free seat within two days.</p>
      ) : (
        <table className="trace ov-ways" aria-label="Other flights">
          <tbody>
            {ways.map((way, at) => (
              <tr key={way.flightId} className={way.flightId === wayId ? 'is-chosen' : undefined}>
                <td>
                  <kbd>{at + 1}</kbd>
                </td>
                <td className="med">
                  <button type="button" className="ov-choose" aria-pressed={way.flightId === wayId} onClick={() => onWay(way.flightId)}>
                    {way.flight}
                  </button>
                </td>
                <td className="s12 nb">
                  {localTime(way.departsAt, originZone)} to {localTime(way.arrivesAt, destinationZone)}
                </td>
                <td className="s12 t2 nb">{lateText(way.lateMs)}</td>
                <td className="s12 t2 num nb">{way.free} left</td>
                <td className="num">{owedText(owedBy(way.flightId), head)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="s12 t2 ov-line">
        {who ? `${who.name}, fare ${money(who.fareToStop, currency)}. ` : ''}
        {rule.regime === null ? `What is owed is not known: ${UNKNOWN_WORDS[rule.why]}.` : ruleWords(rule)}
        {who && ways.length === 0 ? ` Without another flight: ${owedText(owedBy(null), head)}.` : ''}
        {who ? ` ${exceptWords(rule, who.cause)}` : ''}
        {who?.connects ? ` Late is counted to ${room.destination}.` : ''} Not legal advice.
      </p>
    </section>
  );
}
