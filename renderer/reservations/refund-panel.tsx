import './money.css';
import { useEffect, useRef, useState } from 'react';
import { OFFER_MS } from '../../shared/bounds.ts';
import { instant, isDue, MINUTE_MS, SECOND_MS } from '../../shared/instants.ts';
import type { BookingView } from '../../shared/methods/booking-view.ts';
import { minor, moneyText, percentOf } from '../../shared/money.ts';
import { refundParts } from '../../shared/refund-parts.ts';
import { soldUnderText } from '../../shared/refund-policy.ts';
import { tiersInOrder, tierText } from '../../shared/refund-rules.ts';
import { allGoesBack } from '../format/carrier-reason.ts';
import { legsAsNow } from '../format/legs-as-now.ts';
import { countdown } from '../format/times.ts';
import { ACTION_ROW } from '../keys/key-place.ts';
import { useDeeds } from '../keys/use-keys.ts';
import { announce } from '../parts/announcer.tsx';
import { Button } from '../parts/button.tsx';
import { refundOutlookText } from '../parts/refund-outlook.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { Tag } from '../parts/tag.tsx';
import type { PrintTo } from '../print/print-page.ts';
import { printSheet } from '../print/print-sheet.tsx';
import { useNow } from '../stores/clock-store.ts';
import { policyOf, useRefundPolicies } from '../stores/refund-policies.ts';
import { type CancelOffer, useBooking } from './booking-store.ts';
import { deadlineText } from './deadline-text.ts';
import { refundShareWords } from './refund-share-words.ts';
import { RefundWishes } from './refund-wishes.tsx';
import { useStandpoint } from './use-standpoint.ts';
import { WorksheetSheet } from './worksheet-sheet.tsx';

/** How long a quote is shown before it can be confirmed: longer than the rest of a word that somebody was typing. */
const CANCEL_DEAD_MS = 400;

/** The same for this flight, with the moments at which it becomes less. */
function Outlook({ booking }: { booking: BookingView }) {
  const policies = useRefundPolicies();
  const now = useNow(MINUTE_MS);
  const { byCarrier, refund, scheduled } = useStandpoint(booking);
  const [first] = legsAsNow(booking.legs, scheduled);
  const policy = first && policyOf(policies, first);
  if (byCarrier && refund) return <p className="rv-quote">{allGoesBack(refund.rule)}</p>;
  if (!first || !policy) return null;
  return <p className="rv-quote">If cancelled: {refundOutlookText(policy.tiers, first, now)}.</p>;
}

/** What goes back when, from the refund policy that the first flight was sold under; the tier in force is marked. */
function TierTable({ booking }: { booking: BookingView }) {
  const [first] = booking.legs;
  const policy = policyOf(useRefundPolicies(), first ?? {});
  const { refund, byCarrier } = useStandpoint(booking);
  const { currency, total } = booking;
  const fee = byCarrier ? 0 : (policy?.cancelFee[currency] ?? 0);
  const others = new Set(booking.legs.flatMap(refundParts).map(({ under }) => soldUnderText(under))).size - 1;
  return (
    <section aria-labelledby="rv-refund">
      <div className="panel-h">
        <h2 id="rv-refund">Refund</h2>
        <span className="s12 t3 cut">
          before the first departure{policy ? `, policy ${soldUnderText({ policy: policy.name, version: policy.version })}` : ''}
        </span>
        <span className="push s12 t2">{currency}</span>
      </div>
      <table className="trace" aria-labelledby="rv-refund">
        <tbody>
          {byCarrier && refund ? (
            <tr className="rv-now">
              <th scope="row">{refund.rule}, now</th>
              <td className="t3 s12">100 %, no fee</td>
              <td className="num">{moneyText(minor(total), currency)}</td>
            </tr>
          ) : null}
          {tiersInOrder(policy?.tiers ?? []).map((tier, index, ordered) => (
            <tr key={tier.overMinutes} className={index === refund?.tier ? 'rv-now' : ''}>
              <th scope="row">
                {tierText(ordered, index)}
                {index === refund?.tier ? ', now' : ''}
              </th>
              <td className="t3 s12">{tier.percent} %</td>
              <td className="num">
                {index === refund?.tier && others === 0 ? moneyText(percentOf(minor(total), tier.percent), currency) : ''}
              </td>
            </tr>
          ))}
          {fee > 0 ? (
            <tr>
              <th scope="row">Cancel fee</th>
              <td className="t3 s12">each passenger</td>
              <td className="num">{moneyText(minor(-fee), currency)}</td>
            </tr>
          ) : null}
        </tbody>
      </table>
      {others > 0 ? (
        <p className="rv-quote">
          Other flights of this booking, or passengers who were added later, have a policy of their own; the quote works each out.
        </p>
      ) : null}
      <Outlook booking={booking} />
    </section>
  );
}

function Validity({ quote, booking, replaced }: { quote: CancelOffer; booking: BookingView; replaced: boolean }) {
  const now = useNow(SECOND_MS);
  const first = booking.legs[0];
  const until = instant(quote.validUntil);
  if (replaced) return <Tag kind="bad">quote {quote.number}, replaced</Tag>;
  if (isDue(until, now)) return <Tag kind="bad">quote {quote.number}, no longer valid</Tag>;
  return (
    <Tag kind="warn">
      quote {quote.number}, valid to {deadlineText(until, first?.originZone ?? 'UTC', first?.origin ?? 'Z', now)},{' '}
      {countdown(Math.min(until - now, OFFER_MS))}
    </Tag>
  );
}

/** `48.4 % of 849.30`. */
function shareText({ total, paid, currency }: CancelOffer): string {
  const percent = paid === 0 ? 0 : Math.round((total * 1_000) / paid) / 10;
  return `${percent} % of ${moneyText(minor(paid), currency)}`;
}

/** The refund quote and its confirmation. Exactly this quote is confirmed. A quote is an event, so it is only asked for when somebody wants to cancel; before that the refund is worked out from the tiers. */
function Worksheet({ quote, booking }: { quote: CancelOffer; booking: BookingView }) {
  const acts = useRef<HTMLDivElement>(null);
  const [live, setLive] = useState(false);
  const { askQuote, confirmQuote, dropQuote } = useBooking.getState();
  const doing = useBooking((state) => state.doing);
  const refusal = useBooking((state) => state.refused.cancel);
  const replaced = useBooking((state) => state.newestQuote > quote.number);
  // It ticks only to see when the quote has run out. The tag beside the heading shows the time that is left.
  const due = isDue(instant(quote.validUntil), useNow(SECOND_MS));
  const quoteLost =
    replaced || due || refusal?.code === 'OFFER_REPLACED' || refusal?.code === 'OFFER_EXPIRED' || refusal?.code === 'OFFER_UNKNOWN';
  // The focus goes to the button that keeps the booking, or to the one that asks for a new quote when this one cannot be confirmed any more.
  // biome-ignore lint/correctness/useExhaustiveDependencies: focus moves for a new quote and when it is lost, not on every render
  useEffect(() => {
    acts.current?.querySelector('button')?.focus();
    // The button that cancels stands under it, and was below the screen.
    acts.current?.scrollIntoView?.({ block: 'nearest' });
  }, [quote.offerId, quoteLost]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each quote begins dead
  useEffect(() => {
    setLive(false);
    const timer = setTimeout(() => setLive(true), CANCEL_DEAD_MS);
    return () => clearTimeout(timer);
  }, [quote.offerId]);
  const confirm = () => {
    if (live && !quoteLost) void confirmQuote();
  };
  const print = (to: PrintTo) =>
    void printSheet(<WorksheetSheet quote={quote} booking={booking} scheduled={useBooking.getState().scheduled} />, {
      ...{ to, what: 'Refund worksheet', name: `Refund worksheet ${booking.locator} ${quote.number}` },
    });
  const printKeys = quoteLost ? {} : { P: () => print('paper'), 'Shift P': () => print('pdf') };
  useDeeds('booking', { 'Ctrl Enter': confirm, Esc: dropQuote, ...printKeys });
  return (
    <section aria-labelledby="rv-worksheet">
      <div className="panel-h">
        <h2 id="rv-worksheet">Refund worksheet</h2>
        <span className="push">
          <Validity quote={quote} booking={booking} replaced={replaced} />
        </span>
      </div>
      <table className="trace rv-worksheet" aria-labelledby="rv-worksheet">
        <tbody>
          {quote.lines.map((line) => (
            <tr key={line.label}>
              <th scope="row">{line.label}</th>
              <td className="t2 s12">{line.detail}</td>
              <td className="num">{moneyText(minor(line.amount), booking.currency)}</td>
            </tr>
          ))}
          <tr className="sum">
            <th scope="row">Refund</th>
            <td className="t3 s12">{shareText(quote)}</td>
            <td className="num">{moneyText(minor(quote.total), booking.currency)}</td>
          </tr>
          {quote.to.map((share) => (
            <tr key={`${share.kind}${share.reference}`}>
              <th scope="row">{refundShareWords(share)}</th>
              <td className="t3 s12">{share.reference}</td>
              <td className="num">{moneyText(minor(share.amount), booking.currency)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="rv-quote">
        Cancel: refund {moneyText(minor(quote.total), booking.currency)} of {moneyText(minor(quote.paid), booking.currency)}{' '}
        {quote.currency}, rule {quote.rule}.
      </p>
      {quote.waiver ? (
        <p className="rv-quote">
          Waived by {quote.waiver.user}: {quote.waiver.reason}
        </p>
      ) : null}
      {quote.waiver ? null : <Outlook booking={booking} />}
      {quoteLost ? null : (
        <RefundWishes
          wished={quote}
          back={quote.total}
          kept={quote.paid - quote.total}
          busy={doing !== null}
          ask={(wish) => void askQuote(wish)}
        />
      )}
      {refusal && <RefusalLine refusal={refusal} />}
      {replaced && !refusal && <p className="rv-quote bad">A newer quote was made for this booking. Only the newest can be confirmed.</p>}
      <div className="rv-confirm" ref={acts} {...ACTION_ROW}>
        {quoteLost ? (
          <Button variant="go" onPress={() => void askQuote()} isDisabled={doing !== null}>
            Ask for a new quote
          </Button>
        ) : null}
        <Button kbd="Esc" onPress={dropQuote}>
          Keep it
        </Button>
        {quoteLost ? null : (
          <>
            <Button kbd="P" onPress={() => print('paper')}>
              Print the worksheet
            </Button>
            <Button kbd="Shift P" onPress={() => print('pdf')}>
              PDF
            </Button>
          </>
        )}
        {quoteLost ? null : (
          <Button
            variant="danger"
            kbd="Ctrl Enter"
            isDisabled={!live}
            isPending={doing !== null}
            // Enter alone never cancels, not even on this button.
            onPress={({ pointerType }) => (pointerType === 'keyboard' ? announce('Ctrl Enter cancels the booking.') : confirm())}
          >
            {doing === 'confirm' ? 'Cancelling' : `Cancel and refund ${moneyText(minor(quote.total), booking.currency)}`}
          </Button>
        )}
      </div>
    </section>
  );
}

/** Beside the money: the worksheet while a cancellation is being decided, else the rules of the refund. */
export function RefundPanel({ booking }: { booking: BookingView }) {
  const quote = useBooking((state) => state.quote);
  return quote ? <Worksheet quote={quote} booking={booking} /> : <TierTable booking={booking} />;
}
