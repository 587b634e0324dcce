import { Icon } from '../parts/icon.tsx';
import { notKnownWords } from '../sale/not-known-words.ts';
import type { Outcome } from '../sale/sale.ts';
import './outcome-line.css';

const WORDS: Readonly<Record<Exclude<Outcome, 'none' | 'unknown' | 'undone'>, readonly [what: string, then: string]>> = {
  made: ['This sale was made.', 'Its answer was lost on the way, so it is shown now.'],
  'not-made': [
    'This sale was not made.',
    'Names, contact and tenders are still here. What a card may have been charged is reversed, unless it stands below as taken.',
  ],
};
const UNTIL_KNOWN = 'The hub is asked as soon as it answers. Until then take no other payment and give nothing back.';

/** What is known of a sale or a change whose answer did not come. */
export function OutcomeLine({ outcome, what: of = 'sale' }: { outcome: Outcome; what?: 'sale' | 'change' }) {
  if (outcome === 'none' || outcome === 'undone') return null;
  const [what, then] = outcome === 'unknown' ? [notKnownWords(of), UNTIL_KNOWN] : WORDS[outcome];
  return (
    <div role="alert" className={`outcome ${outcome}`}>
      <Icon name={outcome === 'made' ? 'check' : 'alert'} size={16} />
      <p>
        <b>{what}</b> <span className="s12">{then}</span>
      </p>
    </div>
  );
}
