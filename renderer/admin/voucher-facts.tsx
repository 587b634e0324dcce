import type { VoucherView } from '../../shared/methods/vouchers.ts';
import { minor, moneyText } from '../../shared/money.ts';
import { useSession } from '../client/session-store.ts';
import { fullDate, localDay } from '../format/times.ts';

/** All that the register says of one voucher. */
export function VoucherFacts({ voucher, label }: { voucher: VoucherView; label: string }) {
  const zone = useSession(({ state }) => state?.home.zone ?? 'UTC');
  const day = (at: number) => fullDate(localDay(at, zone));
  const { number, currency, balance, issued, issuedAt, validUntil, reason, locator } = voucher;
  return (
    <table className="trace" aria-label={label}>
      <tbody>
        <tr>
          <th scope="row">Number</th>
          <td className="code str">{number}</td>
        </tr>
        <tr>
          <th scope="row">Left, {currency}</th>
          <td className="str">{moneyText(minor(balance), currency)}</td>
        </tr>
        <tr>
          <th scope="row">Issued</th>
          <td>
            {moneyText(minor(issued), currency)} on {day(issuedAt)}
          </td>
        </tr>
        <tr>
          <th scope="row">For</th>
          <td>{locator ? `refund of ${locator}` : reason || 'not known'}</td>
        </tr>
        <tr>
          <th scope="row">Valid until</th>
          <td>{day(validUntil)}</td>
        </tr>
      </tbody>
    </table>
  );
}
