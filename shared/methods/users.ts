import { z } from 'zod';
import { deskName, instantMs, method, personText, requestId } from '../method.ts';
import { ROLES } from '../roles.ts';
import { pin, userName } from './session.ts';

const userView = z.strictObject({
  user: z.string(),
  display: z.string(),
  role: z.enum(ROLES),
  active: z.boolean(),
  /** Until when wrong PINs keep the name locked at any desk, or null. */
  lockedUntil: instantMs.nullable(),
  /** The desks at which it is locked. */
  lockedAt: z.array(deskName),
});
const display = personText(60).pipe(z.string().min(1));

export const userMethods = {
  'users.list': method({
    kind: 'query',
    access: 'supervisor',
    input: z.strictObject({}),
    output: z.strictObject({ users: z.array(userView) }),
    refusals: [],
  }),
  'users.create': method({
    kind: 'hub',
    access: 'supervisor',
    input: z.strictObject({ requestId, user: userName, display, role: z.enum(ROLES), pin }),
    output: userView,
    refusals: ['USER_EXISTS', 'PIN_WEAK'],
  }),
  'users.setPin': method({
    kind: 'hub',
    access: 'supervisor',
    input: z.strictObject({ requestId, user: userName, pin }),
    output: userView,
    refusals: ['USER_UNKNOWN', 'PIN_WEAK'],
  }),
  'users.unlock': method({
    kind: 'command',
    access: 'supervisor',
    input: z.strictObject({ requestId, user: userName }),
    output: userView,
    refusals: ['USER_UNKNOWN'],
  }),
  'users.setActive': method({
    kind: 'command',
    access: 'supervisor',
    input: z.strictObject({ requestId, user: userName, active: z.boolean() }),
    output: userView,
    refusals: ['USER_UNKNOWN', 'LAST_SUPERVISOR'],
  }),
};
