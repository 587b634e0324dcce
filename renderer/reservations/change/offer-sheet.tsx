import './offer-sheet.css';
import { OFFER_MS } from '../../../shared/bounds.ts';
import { type Instant, instant, isDue, SECOND_MS } from '../../../shared/instants.ts';
import { legTotal } from '../../../shared/leg-fares.ts';
import type { BookingView } from '../../../shared/methods/booking-view.ts';
import type { ChangeOffer } from '../../../shared/methods/changes.ts';
import { minor, moneyText, sum } from '../../../shared/money.ts';
import { countdown } from '../../format/times.ts';
import { Icon } from '../../parts/icon.tsx';
import { Tag } from '../../parts/tag.tsx';
import { useNow } from '../../stores/clock-store.ts';
import { useBooking } from '../booking-store.ts';
import { deadlineText } from '../deadline-text.ts';
import { RefundWishes } from '../refund-wishes.tsx';
import { askOtherwise } from './ask-offer.ts';
import { useChange } from './change-store.ts';
import { refundToWords, signedMoney } from './money-words.ts';
import { touchWords } from './touch-words.ts';

/** Until when an offer can be taken: the seats that are kept for it may go back to sale before it is past its time. Whoever keeps them longer has longer. */
function useOfferUntil(offer: ChangeOffer | null): Instant {
  const kept = useChange(({ hold, ways, way }) => hold?.expiresAt ?? ways?.ways.find((one) => one.hold === way)?.expiresAt);
  const valid = offer?.validUntil ?? 0;
  return instant(Math.min(valid, kept ?? offer?.heldUntil ?? valid));
}

/** Why the offer cannot be taken any more, in a sentence; empty while it stands. */
export function useOfferLost(offer: ChangeOffer | null, booking: BookingView): string {
  const newest = useBooking((state) => state.newestQuote);
  const refusal = useChange((state) => state.refusal);
  const now = useNow(SECOND_MS);
  const until = useOfferUntil(offer);
  if (!offer) return '';
  if (offer.bookingVersion !== booking.version) return 'The booking has changed since. Look at it, then ask again.';
  if (newest > offer.number) return `Quote ${newest} was made for this booking meanwhile. Only the newest can be taken.`;
  if (isDue(until, now) || refusal?.code === 'OFFER_EXPIRED') return 'The offer is past its time.';
  const lost = refusal?.code === 'OFFER_REPLACED' || refusal?.code === 'OFFER_OUTDATED' || refusal?.code === 'OFFER_UNKNOWN';
  return lost ? refusal.message : '';
}

/** Minor units of an offer for which nothing is given: what the refund rule keeps, and fees. */
const keptOf = ({ total, legs }: ChangeOffer, booking: BookingView): number => total - sum(legs.map(legTotal)) + booking.total;

/** What the change costs or gives back, line by line, where money goes, and what else it touches. */
export function OfferSheet({ offer, booking, lost }: { offer: ChangeOffer; booking: BookingView; lost: string }) {
  const now = useNow(SECOND_MS);
  const busy = useChange((state) => state.busy);
  const [first] = booking.legs;
  const { currency, total } = offer;
  const until = useOfferUntil(offer);
  return (
    <section aria-labelledby="ch-offer">
      <div className="panel-h">
        <h2 id="ch-offer">Offer {offer.number}</h2>
        <span className="s12 t3">{currency}</span>
        <span className="push">
          {lost ? (
            <Tag kind="bad">cannot be taken</Tag>
          ) : (
            <Tag kind="warn">
              valid to {deadlineText(until, first?.originZone ?? 'UTC', first?.origin ?? 'Z', now)},{' '}
              {countdown(Math.min(until - now, OFFER_MS))}
            </Tag>
          )}
        </span>
      </div>
      <table className="trace ch-sheet" aria-labelledby="ch-offer">
        <tbody>
          {offer.lines.map(({ label, detail, amount }) => (
            <tr key={`${label} ${detail}`}>
              <th scope="row">{label}</th>
              <td className="t2 s12">{detail}</td>
              <td className="num">{signedMoney(amount, currency)}</td>
            </tr>
          ))}
          <tr className="sum">
            <th scope="row">{total > 0 ? 'To pay' : total < 0 ? 'Goes back' : 'Nothing to pay'}</th>
            <td className="t3 s12">{offer.rule}</td>
            <td className="num ch-total">{moneyText(minor(Math.abs(total)), currency)}</td>
          </tr>
          {offer.to.map((share) => (
            <tr key={`${share.kind}${share.reference}`}>
              <th scope="row">{refundToWords(share)}</th>
              <td />
              <td className="num">{moneyText(minor(share.amount), currency)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {offer.waiver ? (
        <p className="rv-quote">
          Waived by {offer.waiver.user}: {offer.waiver.reason}
        </p>
      ) : null}
      {'reason' in offer.change && offer.change.reason ? <p className="rv-quote">Reason: {offer.change.reason}</p> : null}
      {lost ? (
        <p className="rv-quote bad" role="alert">
          {lost}
        </p>
      ) : (
        <RefundWishes
          wished={offer}
          back={Math.max(0, -total)}
          kept={keptOf(offer, booking)}
          busy={busy !== null}
          ask={(wish) => void askOtherwise(booking, wish)}
        />
      )}
      {offer.touches.length > 0 ? (
        <>
          <h3 className="s12 t3 ch-touches-h">What else it touches</h3>
          <ul className="ch-touches">
            {offer.touches.map((touch) => {
              const { text, warns } = touchWords(touch, booking.legs);
              return (
                <li key={text} className={warns ? 'warn' : ''}>
                  <Icon name={warns ? 'alert' : 'check'} size={14} />
                  <span>{text}</span>
                </li>
              );
            })}
          </ul>
        </>
      ) : null}
    </section>
  );
}
