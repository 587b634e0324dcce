const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

let last = 0;

/** A new number for a command: time first, so that numbers of one console sort as they were given; then chance. */
export function newRequestId(): string {
  last = Math.max(Date.now(), last + 1);
  let time = '';
  for (let rest = last; time.length < 10; rest = Math.floor(rest / 32)) time = SIGNS[rest % 32] + time;
  const chance = [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => SIGNS[byte % 32]).join('');
  return `${time}-${chance}`;
}
