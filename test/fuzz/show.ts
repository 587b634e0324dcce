const TEXT_SHOWN = 60;
const ENTRIES_SHOWN = 40;

function showText(text: string): string {
  const quoted = JSON.stringify(text.slice(0, TEXT_SHOWN)).replace(
    /[^ -~]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return text.length > TEXT_SHOWN ? `${quoted}... (${text.length} signs)` : quoted;
}

/** Any value as one line that can be read, and mostly be typed again. */
export function show(value: unknown, depth = 0): string {
  if (typeof value === 'string') return showText(value);
  if (typeof value === 'bigint') return `${value}n`;
  if (Object.is(value, -0)) return '-0';
  if (typeof value === 'symbol' || typeof value === 'function') return String(value).slice(0, TEXT_SHOWN);
  if (typeof value !== 'object' || value === null) return String(value);
  if (depth > 14) return '...';
  if (Array.isArray(value)) {
    const shown = value.slice(0, ENTRIES_SHOWN).map((each) => show(each, depth + 1));
    return `[${shown.join(', ')}${value.length > ENTRIES_SHOWN ? `, ... ${value.length} entries` : ''}]`;
  }
  if (ArrayBuffer.isView(value))
    return `bytes ${Buffer.from(value.buffer, value.byteOffset, Math.min(value.byteLength, 200)).toString('hex')}`;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return `a ${value.constructor?.name ?? 'thing'}`;
  const entries = Object.keys(value).slice(0, ENTRIES_SHOWN);
  return `{ ${entries.map((key) => `${showText(key)}: ${show((value as Record<string, unknown>)[key], depth + 1)}`).join(', ')} }`;
}
