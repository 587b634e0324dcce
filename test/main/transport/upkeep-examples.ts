import type { MethodName } from '../../../shared/contract.ts';
import type { ExamplesOf } from './examples-of.ts';

const requestId = 'request-0001';

type Upkeep = Extract<MethodName, `jobs.${string}` | `messages.${string}` | `backups.${string}`>;

/** A part of the examples in examples.ts: jobs, messages and backups. */
export const UPKEEP_EXAMPLES: ExamplesOf<Upkeep> = {
  'jobs.list': [{}],
  'jobs.tryAgain': [{ requestId, jobId: 1 }],
  'messages.list': [{}],
  'messages.ofBooking': [{ bookingId: 1 }],
  'messages.preview': [
    { bookingId: 1, take: 2 },
    { bookingId: 1, take: 'now' },
  ],
  'messages.sendAgain': [{ requestId, messageId: 1 }],
  'messages.wish': [{ requestId, bookingId: 1, language: 'es', optedOut: false }],
  'messages.channels': [{}],
  'messages.setChannels': [
    {
      requestId,
      mail: { host: 'smtp.example.com', port: 587, security: 'starttls', user: 'aisle', from: 'desk@example.com', password: 'a password' },
      webhook: { address: 'https://example.com/messages', sms: true, push: false, secret: 'sixteen letters!' },
    },
  ],
  'messages.test': [{ channel: 'email', to: 'desk@example.com' }],
  'backups.start': [{ requestId }],
  'backups.stop': [{}],
  'backups.status': [{}],
  'backups.list': [{}],
  'backups.restore': [{ requestId, file: 'live-2026-11-21T14-00-00Z-hourly.sqlite' }],
};
