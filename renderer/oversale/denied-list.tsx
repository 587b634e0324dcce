import type { Denial } from '../../shared/methods/volunteers.ts';
import { localTime } from '../format/times.ts';
import { Button } from '../parts/button.tsx';
import type { OversaleRoom } from './oversale-store.ts';
import { money } from './oversale-words.ts';

interface DeniedListProps {
  room: OversaleRoom;
  /** Who is paid next. */
  next: Denial | undefined;
  onChoose: (denialId: number) => void;
  onPay: () => void;
}

/** Who was denied boarding, what is owed to each, and whether it was paid. */
export function DeniedList({ room, next, onChoose, onPay }: DeniedListProps) {
  const { denied, originZone } = room;
  if (denied.length === 0) return null;
  const unpaid = denied.filter(isUnpaid).length;
  return (
    <section aria-labelledby="ov-owed">
      <div className="panel-h">
        <h2 id="ov-owed">Compensation</h2>
        <span className="s12 t3">{unpaid === 0 ? 'nothing to pay' : `${unpaid} to pay`}</span>
        <Button variant="quiet" className="push" kbd="C" isDisabled={!next} onPress={onPay}>
          Pay
        </Button>
      </div>
      <table className="trace" aria-label="Compensation">
        <tbody>
          {denied.map((one) => (
            <tr key={one.denialId} className={one.denialId === next?.denialId ? 'is-chosen' : undefined}>
              <td className="med cut ov-name">
                {isUnpaid(one) ? (
                  <button
                    type="button"
                    className="ov-choose cut"
                    aria-pressed={one.denialId === next?.denialId}
                    onClick={() => onChoose(one.denialId)}
                  >
                    {one.name}
                  </button>
                ) : (
                  one.name
                )}
              </td>
              <td className="num">{one.owed === null || one.owedCurrency === null ? 'not known' : money(one.owed, one.owedCurrency)}</td>
              <Paid denial={one} zone={originZone} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

export const isUnpaid = ({ owed, paid }: Denial): boolean => paid === null && owed !== null && owed > 0;

function Paid({ denial, zone }: { denial: Denial; zone: string }) {
  const { paid, voucher, owed } = denial;
  if (paid?.kind === 'voucher') return <td className="s12 ok nb num">voucher {voucher}</td>;
  if (paid)
    return (
      <td className="s12 ok nb num">
        cash {localTime(paid.at, zone)}, {paid.desk}
      </td>
    );
  return (
    <td className={`s12 nb num ${owed ? 'warn' : 't3'}`}>{owed === null ? 'ask a supervisor' : owed === 0 ? 'nothing owed' : 'to pay'}</td>
  );
}
