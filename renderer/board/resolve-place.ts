import { type Refusal, refuse } from '../../shared/refusals.ts';
import { call } from '../client/client.ts';

/**
 * The code for what was typed in a place field. A code is taken as it is, so that the hub can refuse an unknown code. Any other
 * text means the first place of that name.
 */
export async function resolvePlace(typed: string): Promise<{ ok: true; code: string } | { ok: false; refusal: Refusal }> {
  const text = typed.trim();
  if (text === '' || /^[A-Za-z]{3}\*?$/.test(text)) return { ok: true, code: text.toUpperCase() };
  const reply = await call('flights.places', { text }, 'person');
  if (!reply.ok) return reply;
  const [first] = reply.value.places;
  return first ? { ok: true, code: first.code } : refuse('PLACE_UNKNOWN', { code: text });
}
