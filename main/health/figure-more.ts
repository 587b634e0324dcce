import { figureText } from '../../shared/health/figure-text.ts';
import type { FigureName } from '../../shared/health/figures.ts';
import type { WorkWaiting } from '../queries/health/work-waiting.ts';
import type { Gatherers } from './gatherers.ts';

/** What the last look found beside the figures. */
export interface Found {
  readonly waiting: WorkWaiting | undefined;
  readonly consolesKnown: number;
  readonly newestEvent: number;
  /** none: none was made yet. unchanged: nothing has changed since the newest. */
  readonly backup: 'none' | 'unchanged' | 'there';
  readonly free: number | undefined;
  readonly terminalRests: boolean;
}

export const NOTHING_FOUND: Found = {
  ...{ waiting: undefined, consolesKnown: 0, newestEvent: 0, backup: 'there', free: undefined, terminalRests: false },
};

const BACKUP_WORDS: Readonly<Record<Found['backup'], string>> = {
  none: 'none was made yet',
  unchanged: 'nothing has changed since',
  there: '',
};

const times = (count: number): string => (count === 1 ? 'once' : `${count} times`);
const waits = (count: number): string => (count === 0 ? '' : count === 1 ? '1 waits' : `${count.toLocaleString('en-US')} wait`);

/** What is known of the cause of a figure, as a sentence without its full stop. Empty where there is nothing to say. */
export function figureMore(figure: FigureName, gather: Gatherers, found: Found): string {
  switch (figure) {
    case 'payment': {
      const failed = gather.payment.missed === 0 ? '' : `the terminal failed ${times(gather.payment.missed)}`;
      return found.terminalRests ? `${failed || 'the terminal failed'}; it is left alone for a while, cash sells` : failed;
    }
    case 'backup':
      return BACKUP_WORDS[found.backup];
    case 'messages':
      return waits(found.waiting?.messages.count ?? 0);
    case 'jobs':
      return waits(found.waiting?.jobs.count ?? 0);
    case 'holdsMade':
      return gather.holdsMade.missed === 0 ? '' : `not made ${times(gather.holdsMade.missed)}: seats were gone, or the hub could not`;
    case 'confirmsMade':
      return gather.confirmsMade.missed === 0 ? '' : `not made ${times(gather.confirmsMade.missed)}`;
    case 'endedInTime':
      return gather.endedInTime.missed === 0 ? '' : `late ${times(gather.endedInTime.missed)}`;
    case 'consolesOff':
      return found.consolesKnown === 0 ? '' : `of ${found.consolesKnown}`;
    case 'unsaved':
      return `entry ${found.newestEvent.toLocaleString('en-US')}`;
    case 'storeSize':
      return found.free === undefined ? '' : `room for ${figureText('bytes', found.free)} more`;
    default:
      return '';
  }
}
