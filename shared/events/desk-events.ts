import { z } from 'zod';

const desk = { id: z.string(), desk: z.string() };

/** What happens to desks and their keys. */
export const DESK_EVENTS = {
  /** `key`: the fingerprint of the key, or of the secret of a system. */
  'desk.paired': z.strictObject({ ...desk, kind: z.enum(['console', 'system']), role: z.string(), key: z.string() }),
  'desk.renamed': z.strictObject({ ...desk, before: z.string() }),
  'desk.revoked': z.strictObject(desk),
} as const;
