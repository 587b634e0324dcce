import { wasWord } from '../../keys/once-no-word.ts';
import { useDesk } from './desk-store.ts';
import { letGo } from './keep-seats.ts';

/** How to take back what a letter does at this desk: what was left out or taken is as before, and seats that were kept by it go back to sale. */
export function keepDesk(): () => void {
  const { leftOut, chosen, kept } = useDesk.getState();
  return () => {
    wasWord();
    letGo([...useDesk.getState().kept.keys()].filter((bookingId) => !kept.has(bookingId)));
    useDesk.setState((now) => ({
      ...{ leftOut, chosen },
      kept: new Map([...now.kept].map(([bookingId, ours]) => [bookingId, { ...ours, take: kept.get(bookingId)?.take ?? ours.take }])),
    }));
  };
}
