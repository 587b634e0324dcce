import { priceSentence } from '../format/price-sentence.ts';
import type { ToldFare } from '../format/told-fares.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import './why-price.css';

interface WhyPriceProps {
  isOpen: boolean;
  onClose: () => void;
  fares: readonly ToldFare[];
  /** Until when the price stands. */
  stands: string;
}

/** Why this price, in words that can be said to a passenger, with the version of the policy, its author, and until when it stands. */
export function WhyPrice({ isOpen, onClose, fares, stands }: WhyPriceProps) {
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title="Why this price"
      width={560}
      foot={
        <Button variant="go" kbd="Esc" onPress={onClose}>
          Close
        </Button>
      }
    >
      {fares.map(({ title, trace, fare, currency, policy }) => (
        <section key={title} className="why-fare">
          <p className="s12 t3">{title}</p>
          <p className="why-words">{priceSentence(trace, fare, currency)}</p>
          {policy ? (
            <p className="s12 t2">
              Policy v{policy.version}
              {policy.author ? `, by ${policy.author}` : ', as it was before there were policies'}
            </p>
          ) : null}
        </section>
      ))}
      <p className="t2">{stands}</p>
    </Dialog>
  );
}
