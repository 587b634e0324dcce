import { z } from 'zod';
import { deskName, instantMs, method, requestId } from '../method.ts';
import { systemRights } from '../system-rights.ts';

/** Names a desk for ever; its name may change. */
export const deskId = z.string().regex(/^[\w-]{22}$/, 'is no desk');
/** The SHA-256 of the certificate of the hub's authority, in hex. Every console shows it while it is paired, so that people can compare. */
export const hubFingerprint = z.string().regex(/^[0-9a-f]{64}$/);
/** SubjectPublicKeyInfo of an ECDSA key on P-256, base64url. */
const publicKey = z.string().regex(/^[\w-]{122}$/, 'is no public key of P-256');
const pairingCode = z.string().regex(/^\d{6}$/, 'is six digits');

/** console: a counter. system: another program of the airline, which has a secret and no screen. */
export const DESK_KINDS = ['console', 'system'] as const;
/** Where the key of a console lies: in its browser, or in the safe of the computer's account. */
export const KEY_PLACES = ['browser', 'machine'] as const;

const offer = z.strictObject({
  desk: deskName,
  kind: z.enum(DESK_KINDS),
  /** What a system may do; null for a console, where people sign in. */
  rights: systemRights.nullable(),
  code: pairingCode,
  endsAt: instantMs,
  triesLeft: z.int().min(0),
  /** Where somebody has last given a code, or null. */
  lastAskedFrom: z.string().nullable(),
  fingerprint: hubFingerprint,
  /** What the new console opens; empty when this hub listens on no port. */
  address: z.string(),
});

const pairedDesk = z.strictObject({
  id: deskId,
  desk: deskName,
  kind: z.enum(DESK_KINDS),
  rights: systemRights.nullable(),
  /**
   * live: connected now, or a system that called within the last minute. locked: connected, and its console is locked. cutOff: not connected, and
   * somebody is signed in there all the same. away: neither. never: not heard of since it was paired.
   */
  state: z.enum(['live', 'locked', 'cutOff', 'away', 'never', 'revoked']),
  /** The display name of who is signed in there, or null. Somebody stays signed in at a desk that has lost the hub. */
  user: z.string().nullable(),
  /** When they signed in; null: nobody did, or the hub was started since. */
  signedInAt: instantMs.nullable(),
  /** What its console was last; null where it has never said so. */
  version: z.string().nullable(),
  lastSeen: instantMs.nullable(),
  address: z.string().nullable(),
  pairedAt: instantMs,
  pairedBy: z.string(),
  revokedAt: instantMs.nullable(),
  revokedBy: z.string().nullable(),
  keptIn: z.enum(KEY_PLACES).nullable(),
});

const paired = z.strictObject({ id: deskId, desk: deskName, hub: hubFingerprint });

export const deskMethods = {
  /** Desks that were paired, by name; those that were revoked last stand at the end. `hub`: the name of the hub's own desk. */
  'desks.list': method({
    kind: 'hub',
    access: 'supervisor',
    input: z.strictObject({}),
    output: z.strictObject({ hub: deskName, desks: z.array(pairedDesk) }),
    refusals: [],
  }),
  /** Shows a code for one new desk. A code that was shown before ends. `rights`: of a system alone; left out it may as little as any may. */
  'desks.offer': method({
    kind: 'hub',
    access: 'supervisor',
    input: z.strictObject({ desk: deskName, kind: z.enum(DESK_KINDS), rights: systemRights.optional() }),
    output: offer,
    refusals: ['DESK_TAKEN', 'DESK_RESERVED', 'DESKS_FULL'],
  }),
  /** How the code stands. `paired`: the desk that was paired by the last code. */
  'desks.offered': method({
    kind: 'hub',
    access: 'supervisor',
    input: z.strictObject({}),
    output: z.strictObject({ offer: offer.nullable(), paired: z.strictObject({ desk: deskName }).optional() }),
    refusals: [],
  }),
  'desks.endOffer': method({ kind: 'hub', access: 'supervisor', input: z.strictObject({}), output: z.strictObject({}), refusals: [] }),
  /** A console brings its public key; a system gets a secret, which is told this once. */
  'desks.pair': method({
    kind: 'hub',
    access: 'stranger',
    input: z.union([
      z.strictObject({ code: pairingCode, publicKey, keptIn: z.enum(KEY_PLACES).optional() }),
      z.strictObject({ code: pairingCode, system: z.literal(true) }),
    ]),
    output: z.union([paired, z.strictObject({ id: deskId, desk: deskName, hub: hubFingerprint, secret: z.string() })]),
    refusals: ['PAIRING_NONE', 'PAIRING_ENDED', 'PAIRING_CODE_WRONG', 'PAIRING_OTHER_KIND', 'KEY_USED', 'DESK_TAKEN', 'DESKS_FULL'],
  }),
  /** In training, on the computer of the hub: another desk of this computer, without a code. One for practice of the same name is revoked. */
  'desks.pairHere': method({
    kind: 'hub',
    access: 'stranger',
    input: z.strictObject({ desk: deskName, publicKey }),
    output: paired,
    refusals: ['PAIRING_NEEDS_CODE', 'KEY_USED', 'DESK_TAKEN', 'DESK_RESERVED', 'DESKS_FULL'],
  }),
  /** Receipts and journal keep the name of their day. */
  'desks.rename': method({
    kind: 'hub',
    access: 'supervisor',
    input: z.strictObject({ requestId, id: deskId, desk: deskName }),
    output: z.strictObject({ id: deskId, desk: deskName }),
    refusals: ['DESK_UNKNOWN', 'DESK_TAKEN', 'DESK_RESERVED', 'DESK_IN_USE'],
  }),
  /** What a system may do from now on, and how often. What it reads or calls at that moment and may no more ends. */
  'desks.allow': method({
    kind: 'command',
    access: 'supervisor',
    input: z.strictObject({ requestId, id: deskId, rights: systemRights }),
    output: z.strictObject({ id: deskId, desk: deskName, rights: systemRights }),
    refusals: ['DESK_UNKNOWN', 'DESK_NO_SYSTEM'],
  }),
  /** Its key is worth nothing from now on, and whoever is signed in there is signed out. */
  'desks.revoke': method({
    kind: 'command',
    access: 'supervisor',
    input: z.strictObject({ requestId, id: deskId }),
    output: z.strictObject({ id: deskId, desk: deskName }),
    refusals: ['DESK_UNKNOWN'],
  }),
  /**
   * A console proves which desk it is: by a signature (ECDSA, P-256, SHA-256, IEEE P1363, base64url) of what `deskProofText` makes of the challenge of its
   * connection.
   */
  'session.prove': method({
    kind: 'hub',
    access: 'stranger',
    input: z.strictObject({
      id: deskId,
      signature: z.string().regex(/^[\w-]{86}$/, 'is no signature'),
      /** What the console is, where its pages do not come from the hub. */
      version: z
        .string()
        .regex(/^[\w.+-]{1,32}$/, 'is no version')
        .optional(),
    }),
    output: z.strictObject({ desk: deskName }),
    refusals: ['KEY_REVOKED', 'KEY_UNKNOWN'],
  }),
};
