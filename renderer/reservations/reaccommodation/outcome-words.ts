import type { Kept } from './desk-store.ts';

/** What came of asking for ways on. */
export function outcomeText({ outcome, desk }: Pick<Kept, 'outcome' | 'desk'>): string {
  switch (outcome) {
    case 'kept':
      return 'seats kept, nothing to pay';
    case 'none':
      return 'no other flight takes the whole party';
    case 'elsewhere':
      return `desk ${desk ?? ''} keeps seats for it`;
    case 'byHand':
      return 'an infant gets its seat on the way; change it by hand';
    case 'settled':
      return 'nothing is to be done any more';
  }
}
