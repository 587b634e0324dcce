import { z } from 'zod';
import { instantMs, method, requestId } from '../method.ts';
import { REFUSAL_CODES, type RefusalCode } from '../refusals.ts';

export const BACKUP_KINDS = ['hourly', 'quit', 'asked'] as const;
/** Why a backup was made: it was due, Aisle was quit, or somebody asked for it. */
export const backupKind = z.enum(BACKUP_KINDS);
export type BackupKind = z.infer<typeof backupKind>;

/** The name of a listed backup. It is never a path: a console can only name a backup that the hub made. */
export const backupFile = z
  .string()
  .regex(/^(live|training)-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ-(hourly|quit|asked)\.sqlite$/, 'is not the name of a backup');

export const backupSettings = z.strictObject({
  hourly: z.boolean(),
  atQuit: z.boolean(),
  /** How many hours, and how many days, have their newest backup kept. */
  hourlyKept: z.int(),
  dailyKept: z.int(),
});
export type BackupSettings = z.infer<typeof backupSettings>;

/** A verified backup: a whole store that was opened and checked before it got its name. */
const backupView = z.strictObject({
  file: backupFile,
  kind: backupKind,
  at: instantMs,
  bytes: z.int(),
  /** Sales that are CONFIRMED in it, and the number and time of the newest entry of its journal. */
  bookings: z.int(),
  newestEvent: z.int(),
  newestAt: instantMs,
});
export type BackupView = z.infer<typeof backupView>;

/** A store that a restore replaced, in the folder of the store. */
const replacedStore = z.strictObject({ file: z.string(), at: instantMs, bytes: z.int() });
export type ReplacedStore = Readonly<{ file: string; at: number; bytes: number }>;

/** A backup, or a restore that copies and checks what it will put back; people sell meanwhile. */
export const backupRunning = z.strictObject({
  kind: z.enum([...BACKUP_KINDS, 'restore']),
  step: z.enum(['copying', 'checking']),
  /** How far the step has come, in parts of its own; `total` is 0 until it is known. */
  done: z.int(),
  total: z.int(),
  since: instantMs,
});
export type BackupRunning = z.infer<typeof backupRunning>;

const refusalView = z.strictObject({
  code: z.enum(REFUSAL_CODES as [RefusalCode, ...RefusalCode[]]),
  message: z.string(),
  next: z.string(),
  details: z.record(z.string(), z.unknown()),
});

export const backupMethods = {
  /** Begins a backup and answers at once. How it goes is told by `backup.progress` notices and by `backups.status`. */
  'backups.start': method({
    kind: 'hub',
    access: 'supervisor',
    input: z.strictObject({ requestId }),
    output: z.strictObject({ running: backupRunning }),
    refusals: ['BACKUP_RUNNING', 'BACKUP_FOLDER', 'BACKUP_NO_ROOM'],
  }),
  /** Stops the backup that is under way; nothing is left of it. A restore that was answered cannot be stopped any more. */
  'backups.stop': method({
    kind: 'hub',
    access: 'supervisor',
    input: z.strictObject({}),
    output: z.strictObject({}),
    refusals: [],
  }),
  'backups.status': method({
    kind: 'hub',
    access: 'supervisor',
    input: z.strictObject({}),
    output: z.strictObject({
      folder: z.string(),
      running: backupRunning.nullable(),
      /** How the newest try since the start ended: the file that came of it, or why none did. */
      last: z.strictObject({ kind: backupKind, at: instantMs, file: backupFile.nullable(), refusal: refusalView.nullable() }).nullable(),
      /** When the next hourly backup is due; null when it is switched off. */
      nextAt: instantMs.nullable(),
      /** What was put back at the start of this hub, and the name under which the replaced store was kept ('' when there was none). */
      restored: z.strictObject({ file: z.string(), replaced: z.string(), at: instantMs }).nullable(),
      /** Newest first. Old ones are removed after a backup, by the rule of REPLACED_KEPT_MAX and REPLACED_KEPT_MS. */
      replaced: z.array(replacedStore),
      settings: backupSettings,
    }),
    refusals: [],
  }),
  /** Newest first, of this store's kind (live or training) alone. */
  'backups.list': method({
    kind: 'hub',
    access: 'supervisor',
    input: z.strictObject({}),
    output: z.strictObject({ backups: z.array(backupView) }),
    refusals: ['BACKUP_FOLDER'],
  }),
  /**
   * Checks a backup and puts it in the store's place; the store that it replaces is kept. Answers when the check is done, then the hub
   * closes and opens again: every console loses its connection and everybody signs in again.
   */
  'backups.restore': method({
    kind: 'hub',
    access: 'supervisor',
    input: z.strictObject({ requestId, file: backupFile }),
    output: z.strictObject({ file: backupFile }),
    refusals: [
      'CARD_ASKED',
      'BACKUP_RUNNING',
      'BACKUP_FOLDER',
      'BACKUP_UNKNOWN',
      'BACKUP_DAMAGED',
      'BACKUP_NEWER',
      'BACKUP_FOREIGN',
      'BACKUP_NO_ROOM',
      'BACKUP_STOPPED',
      'BACKUP_FAILED',
    ],
  }),
};
