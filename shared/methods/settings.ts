import { z } from 'zod';
import { eventSchema } from '../events.ts';
import { method, requestId } from '../method.ts';
import { backupSettings } from './backups.ts';

export const settingMethods = {
  'settings.get': method({
    kind: 'query',
    access: 'agent',
    input: z.strictObject({}),
    output: z.strictObject({
      holdMinutes: z.int(),
      /** Refund by time before departure: over `overHours` hours, `percent` back; longest first. */
      refundTiers: z.array(z.strictObject({ overHours: z.int(), percent: z.int() })),
    }),
    refusals: [],
  }),
  'settings.setHoldMinutes': method({
    kind: 'command',
    access: 'supervisor',
    input: z.strictObject({ requestId, minutes: z.int().min(-1_000_000).max(1_000_000) }),
    output: z.strictObject({ holdMinutes: z.int() }),
    refusals: ['SETTING_OUT_OF_RANGE'],
  }),
  /** Which backups are made by themselves, and how many are kept. */
  'settings.setBackups': method({
    kind: 'command',
    access: 'supervisor',
    input: z.strictObject({ requestId, ...backupSettings.shape }),
    output: backupSettings,
    refusals: ['SETTING_OUT_OF_RANGE'],
  }),
  /** Events after `after`, in order, at most a page; `newest` tells whether there are more. */
  'events.since': method({
    kind: 'query',
    access: 'agent',
    input: z.strictObject({ after: z.int().min(0) }),
    output: z.strictObject({ events: z.array(eventSchema), newest: z.int() }),
    refusals: ['EVENTS_GONE'],
  }),
};
