import type { z } from 'zod';
import { accept, type Reply } from '../../shared/refusals.ts';
import { inputInvalid } from '../transport/input-problem.ts';

/** What stands behind the `?` of an address, by a schema. What is written twice counts once, as the last has it. */
export function readQuery<Schema extends z.ZodType>(schema: Schema, url: string | undefined): Reply<z.output<Schema>> {
  const asked = Object.fromEntries(new URLSearchParams((url ?? '').split('?').slice(1).join('?')));
  const checked = schema.safeParse(asked);
  return checked.success ? accept(checked.data) : inputInvalid(checked.error, asked);
}
