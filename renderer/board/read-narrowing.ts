import { NARROWED_TO_MAX } from '../../shared/bounds.ts';

/** The carriers and the types of aircraft that are shown alone; none: any. */
export interface Narrowing {
  readonly carriers: readonly string[];
  readonly aircraft: readonly string[];
}

export const NOT_NARROWED: Narrowing = { carriers: [], aircraft: [] };

export const isNarrowed = ({ carriers, aircraft }: Narrowing): boolean => carriers.length + aircraft.length > 0;

/** Reads `AA`, `aa, dl 738`, `any`: two signs are a carrier, three a type of aircraft. Undefined when it is none of these, or too many. */
export function readNarrowing(typed: string): Narrowing | undefined {
  const text = typed.trim().toUpperCase();
  if (text === '' || text === 'ANY') return NOT_NARROWED;
  const codes = [...new Set(text.split(/[\s,]+/).filter(Boolean))];
  if (!codes.every((code) => /^[A-Z0-9]{2,3}$/.test(code))) return undefined;
  const [carriers, aircraft] = [2, 3].map((signs) => codes.filter(({ length }) => length === signs)) as [string[], string[]];
  return carriers.length > NARROWED_TO_MAX || aircraft.length > NARROWED_TO_MAX ? undefined : { carriers, aircraft };
}

export const narrowingText = ({ carriers, aircraft }: Narrowing): string => [...carriers, ...aircraft].join(' ');

/** ` with AA or DL on 738`, or nothing. */
export function narrowedWords({ carriers, aircraft }: Narrowing): string {
  const carried = carriers.length > 0 ? ` with ${carriers.join(' or ')}` : '';
  return aircraft.length > 0 ? `${carried} on ${aircraft.join(' or ')}` : carried;
}

/** As a question to the hub says it. */
export const narrowingAsked = ({ carriers, aircraft }: Narrowing): { carriers?: string[]; aircraft?: string[] } => ({
  ...(carriers.length > 0 ? { carriers: [...carriers] } : {}),
  ...(aircraft.length > 0 ? { aircraft: [...aircraft] } : {}),
});
