import { z } from 'zod';
import { deskName, instantMs, method, personText, requestId } from '../method.ts';
import { ROLES } from '../roles.ts';
import { clockState } from './clock.ts';
import { hubFingerprint } from './desks.ts';

export const userName = personText(32).pipe(z.string().regex(/^[a-z][a-z0-9.-]{1,31}$/, 'is 2 to 32 small letters, digits, . or -'));
export const pin = z.string().regex(/^\d{4,12}$/, 'is 4 to 12 digits');

/** A supervisor says yes at the desk of an agent by name and PIN; `own`: the supervisor is signed in there. */
export const supervisorYes = z.union([z.literal('own'), z.strictObject({ user: userName, pin })]);
export type SupervisorYes = z.infer<typeof supervisorYes>;

const signedIn = z.strictObject({
  user: z.string(),
  display: z.string(),
  role: z.enum(ROLES),
  desk: deskName,
  /** Presented again after a broken connection, also to a hub that was started again. */
  token: z.string(),
});

/** `restored`: it has outlived a restart of the hub. Such a session is locked until its user gives the PIN. */
const takenUp = signedIn.extend({ locked: z.boolean(), restored: z.boolean() });

const trainingUser = z.strictObject({ user: z.string(), display: z.string(), role: z.enum(ROLES), does: z.string(), pin: z.string() });

export const sessionMethods = {
  /** What a console must know before anybody has signed in. */
  'session.state': method({
    kind: 'hub',
    access: 'stranger',
    input: z.strictObject({}),
    output: z.strictObject({
      mode: z.enum(['training', 'live']),
      /** A live store without users: the first supervisor must be made. */
      needsSupervisor: z.boolean(),
      /** Whether this console runs on the computer of the hub. The first supervisor is made there alone. */
      atHub: z.boolean(),
      /** Only ever filled in training mode. */
      trainingUsers: z.array(trainingUser),
      /** Vouchers to pay with in training; `does`: what is on them. Only ever filled in training mode. */
      trainingVouchers: z.array(z.strictObject({ number: z.string(), does: z.string() })),
      version: z.string(),
      now: instantMs,
      clock: clockState,
      /** The desk that this console is; null: it is not paired. */
      desk: deskName.nullable(),
      /** The same that every console shows while it is paired. */
      hub: hubFingerprint,
      /** The airport whose local time the frame shows, and its zone. */
      home: z.strictObject({ airport: z.string(), zone: z.string() }),
      /** Number of the newest event; a console catches up from here. */
      event: z.int().min(0),
      /** How card payments are taken: an attached terminal, the training one, or approval codes typed from a slip. */
      terminal: z.enum(['none', 'simulated']),
      /** What is wrong with the hub, as `hub.trouble` tells it; told to whoever is signed in. */
      trouble: z.strictObject({ problem: z.string(), backups: z.boolean() }),
      session: takenUp.nullable(),
    }),
    refusals: [],
  }),
  'session.signIn': method({
    kind: 'hub',
    access: 'anybody',
    input: z.strictObject({ requestId, user: userName, pin }),
    output: signedIn,
    refusals: ['SIGN_IN_REFUSED', 'USER_LOCKED', 'USER_INACTIVE'],
  }),
  'session.resume': method({
    kind: 'hub',
    access: 'anybody',
    input: z.strictObject({ token: z.string().max(128) }),
    output: takenUp,
    refusals: ['NOT_SIGNED_IN'],
  }),
  'session.lock': method({ kind: 'hub', access: 'session', input: z.strictObject({}), output: z.strictObject({}), refusals: [] }),
  'session.signOut': method({ kind: 'hub', access: 'session', input: z.strictObject({}), output: z.strictObject({}), refusals: [] }),
  /** Only in a live store that has no user yet, and only from a console on the hub's own computer: whoever comes first would rule the store. */
  'session.createFirstSupervisor': method({
    kind: 'hub',
    access: 'anybody',
    input: z.strictObject({ requestId, user: userName, display: personText(60).pipe(z.string().min(1)), pin }),
    output: signedIn,
    refusals: ['SUPERVISOR_EXISTS', 'SUPERVISOR_ELSEWHERE', 'PIN_WEAK'],
  }),
};
