import { Icon } from '../parts/icon.tsx';
import type { Outcome } from '../sale/sale.ts';
import { NOT_KNOWN } from '../sale/sale-actions.ts';
import './outcome-line.css';

const WORDS: Readonly<Record<Exclude<Outcome, 'none'>, readonly [what: string, then: string]>> = {
  unknown: [NOT_KNOWN, 'The hub is asked as soon as it answers. Until then take no other payment and give nothing back.'],
  made: ['This sale was made.', 'Its answer was lost on the way, so it is shown now.'],
  'not-made': [
    'This sale was not made.',
    'Names, contact and tenders are still here. What a card may have been charged is reversed, unless it stands below as taken.',
  ],
};

/** What is known of a sale whose answer did not come. */
export function OutcomeLine({ outcome }: { outcome: Outcome }) {
  if (outcome === 'none') return null;
  const [what, then] = WORDS[outcome];
  return (
    <div role="alert" className={`outcome ${outcome}`}>
      <Icon name={outcome === 'made' ? 'check' : 'alert'} size={16} />
      <p>
        <b>{what}</b> <span className="s12">{then}</span>
      </p>
    </div>
  );
}
