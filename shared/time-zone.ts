/** An area and a place (`Europe/Paris`), or UTC. Platforms also take offsets (`+05:30`) and old names, which know no change of clocks. */
const IANA = /^(?:UTC|[A-Z][A-Za-z_]+(?:\/[A-Z][A-Za-z0-9_+-]+){1,2})$/;

/** Whether this platform knows a time zone of that name. */
export function isTimeZone(name: string): boolean {
  if (!IANA.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
