import { z } from 'zod';
import { systemRights } from '../system-rights.ts';

const desk = { id: z.string(), desk: z.string() };

/** What happens to desks and their keys. */
export const DESK_EVENTS = {
  /** `key`: the fingerprint of the key, or of the secret of a system. `role`: what a system might do before it had rights; empty for a console. */
  'desk.paired': z.strictObject({
    ...desk,
    kind: z.enum(['console', 'system']),
    role: z.string().optional(),
    rights: systemRights.optional(),
    key: z.string(),
  }),
  'desk.renamed': z.strictObject({ ...desk, before: z.string() }),
  'desk.allowed': z.strictObject({ ...desk, rights: systemRights }),
  'desk.revoked': z.strictObject(desk),
} as const;
