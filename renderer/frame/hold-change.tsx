import { worstChange } from '../../shared/leg-change.ts';
import { markWords } from '../../shared/leg-change-words.ts';
import type { HeldBooking } from '../../shared/methods/holds.ts';
import { Icon } from '../parts/icon.tsx';

/** What the schedule of now means for a hold: the code is seen, its words are in the name. Nothing where its flights are as they were held. */
export function HoldChange({ hold }: { hold: Pick<HeldBooking, 'scheduled'> }) {
  const worst = worstChange(hold.scheduled ?? []);
  if (!worst || worst.kind === 'none') return null;
  return (
    <span className={worst.kind === 'moved' ? 'hold-change warn' : 'hold-change bad'} title={markWords(worst)}>
      <Icon name="alert" size={13} />
      <span aria-hidden="true">{worst.status}</span>
      <span className="aside">{markWords(worst)} </span>
    </span>
  );
}
