const BLANKS = /[ \t\r\n]*/y;
const STRING = /"(?:[^"\\\p{Cc}]|\\.)*"/uy;
const OTHER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** Where the values of a JSON text stand. */
interface JsonLines {
  /** The line on which each value begins, by its path (`rows.3.layout`; the whole is the empty path). */
  readonly lines: ReadonlyMap<string, number>;
  /** The line from which on it is no JSON; undefined when all of it is. `JSON.parse` does not always tell. */
  readonly wrong: number | undefined;
}

export function jsonLines(text: string): JsonLines {
  const lines = new Map<string, number>();
  let at = 0;
  let line = 1;
  /** What stands here, and goes behind it; undefined when it is something else. */
  const take = (what: RegExp): string | undefined => {
    what.lastIndex = at;
    const found = what.exec(text)?.[0];
    if (found === undefined) return undefined;
    at += found.length;
    line += found.split('\n').length - 1;
    return found;
  };
  const takeSign = (sign: string): boolean => {
    take(BLANKS);
    if (text[at] !== sign) return false;
    at++;
    return true;
  };
  /** The members of an object or a list, behind its first bracket. `member` reads one, and says whether it could. */
  const readMembers = (end: string, member: (place: number) => boolean): boolean => {
    if (takeSign(end)) return true;
    for (let place = 0; ; place++) {
      if (!member(place)) return false;
      if (takeSign(end)) return true;
      if (!takeSign(',')) return false;
    }
  };
  const readValue = (path: string): boolean => {
    take(BLANKS);
    lines.set(path, line);
    const under = (name: string | number): string => (path === '' ? String(name) : `${path}.${name}`);
    if (takeSign('[')) return readMembers(']', (place) => readValue(under(place)));
    if (!takeSign('{')) return (take(STRING) ?? take(OTHER)) !== undefined;
    return readMembers('}', () => {
      take(BLANKS);
      const name = take(STRING);
      return name !== undefined && takeSign(':') && readValue(under(name.slice(1, -1)));
    });
  };
  const isRead = readValue('');
  take(BLANKS);
  return { lines, wrong: isRead && at === text.length ? undefined : line };
}
