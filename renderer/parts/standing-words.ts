import type { MessageView } from '../../shared/methods/messages.ts';
import type { IconName } from './icon.tsx';

/** How far a job or a message has come. */
export const STANDING_WORDS: Readonly<Record<MessageView['standing'], { text: string; icon: IconName; tone: string }>> = {
  dead: { text: 'dead letter', icon: 'cross', tone: 'bad' },
  failed: { text: 'failed, again', icon: 'again', tone: 'warn' },
  waits: { text: 'waits', icon: 'clock', tone: 't2' },
  sent: { text: 'sent', icon: 'check', tone: 'ok' },
  stopped: { text: 'not wanted', icon: 'cross', tone: 't2' },
};
