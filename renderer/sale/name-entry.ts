import { droppedSigns, HOST_NAME_MAX, hostForm, NO_GIVEN_NAME } from '../../shared/host-form.ts';
import { hostName, hostNameAdvice, joinedName } from '../../shared/host-name.ts';
import { isPrintable } from '../../shared/method.ts';
import { NAME_PART_MAX, TITLES } from '../../shared/passengers.ts';
import { capital } from '../format/capital.ts';

type Title = (typeof TITLES)[number];

export interface NameRead {
  /** As written in the passport. */
  readonly surname: string;
  readonly given: string;
  readonly title: Title | '';
  /** `PETROV/ELENA MRS`, as it will stand on lists; empty while the host form has still to be typed. */
  readonly text: string;
  /** The host form, if it was typed beside the spelling. */
  readonly host?: { readonly surname: string; readonly given: string };
}

export type NameReading =
  | {
      readonly ok: true;
      readonly name: NameRead;
      /** What is wrong with the host form; empty when nothing is, or when none is asked for. */
      readonly hostProblem: string;
      /** Whether the host form is typed in a field of its own. */
      readonly asksHost: boolean;
      /** What the list will have otherwise than it was typed, in words; empty when it is the same. */
      readonly told: string;
    }
  | { readonly ok: false; readonly problem: string };

const isTitle = (word: string): word is Title => (TITLES as readonly string[]).includes(word);
const unreadable = (problem: string): NameReading => ({ ok: false, problem });

/**
 * Reads what an agent types in one field: `petrov/elena mrs`. The last word of the given name is the title when it is
 * one. The spelling is kept as typed, except that a name typed in small letters alone gets its capitals. `hostEntry` is what
 * stands in the second field: the same name in A to Z.
 */
export function readName(entry: string, hostEntry = ''): NameReading {
  const text = spaced(entry);
  if (text === '') return unreadable('Write SURNAME/GIVEN TITLE');
  const parts = text.split('/').map((part) => part.trim());
  if (!isPrintable(text)) return unreadable('The name holds a sign that cannot be printed');
  if (parts.length > 2) return unreadable('Only one / stands in a name');
  if (parts.length < 2) return unreadable(withoutStroke(text));
  const { surname, given, title: typedTitle } = splitName(text);
  // Accents and signs without a host form count too, because the hub keeps the name as it is written.
  if (surname.length > NAME_PART_MAX || given.length > NAME_PART_MAX)
    return unreadable(`A surname or given name is longer than ${NAME_PART_MAX} signs`);
  const typed = splitName(spaced(hostEntry));
  const title = typedTitle || typed.title;
  const bare = hostName({ surname, given, title });
  const name = { surname: capitals(surname), given: capitals(given), title };
  if (bare.ok) {
    const host = joinedName(bare.surname, bare.given, title);
    return { ok: true, name: { ...name, text: host }, hostProblem: '', asksHost: false, told: told(text, host, surname + given) };
  }
  if (!bare.asksHost) return unreadable(`${capital(bare.problem)}. ${hostNameAdvice(bare)}.`);
  const asked = { ok: true, asksHost: true, told: '' } as const;
  const open = (problem: string): NameReading => ({ ...asked, name: { ...name, text: '' }, hostProblem: problem });
  if (hostEntry.trim() === '') return open(`${capital(bare.problem)}. ${hostNameAdvice(bare)}.`);
  const host = { surname: typed.surname.toUpperCase(), given: typed.given.toUpperCase() };
  if (!/^[A-Z]+( [A-Z]+)*$/.test(host.surname) || !/^[A-Z]+( [A-Z]+)*$/.test(host.given))
    return open('The host form is SURNAME/GIVEN in letters of A to Z');
  const read = hostName({ surname, given, title, host });
  if (!read.ok) return open(`${capital(read.problem)}. ${hostNameAdvice(read)}.`);
  return { ...asked, name: { ...name, host, text: joinedName(read.surname, read.given, title) }, hostProblem: '' };
}

const spaced = (entry: string): string => entry.normalize('NFC').trim().replace(/\s+/g, ' ');

/** Surname, given name and title of `petrov/elena mrs`. */
function splitName(text: string): { surname: string; given: string; title: Title | '' } {
  const [surname = '', rest = ''] = text.split('/').map((part) => part.trim());
  const words = rest.split(' ').filter(Boolean);
  const last = words.at(-1)?.toUpperCase() ?? '';
  const title = words.length > 1 && isTitle(last) ? last : '';
  return { surname, given: (title ? words.slice(0, -1) : words).join(' '), title };
}

/** One word may be a single name; several may be a name whose stroke was forgotten. */
function withoutStroke(text: string): string {
  const form = hostForm(text);
  const single = form === '' || form.includes(' ') ? '' : `. A single name: ${form.slice(0, HOST_NAME_MAX)}/${NO_GIVEN_NAME}`;
  return `A / stands between surname and given name${single}`;
}

/** `OO/CEDRIC MR`, and what was left out, where somebody who typed the name would not expect it. */
function told(entry: string, host: string, spelling: string): string {
  const dropped = droppedSigns(spelling);
  if (dropped.length > 0) return `${host}, without ${dropped.slice(0, 6).join(' ')}`;
  return hostForm(entry.replace('/', ' ')) === host.replace('/', ' ') && /^[\x20-\x7e]*$/.test(entry) ? '' : host;
}

/** `petrov` -> `Petrov`, `mei lin` -> `Mei Lin`. A name that was typed with a capital stays as it is. */
function capitals(name: string): string {
  if (name !== name.toLowerCase()) return name;
  return name.replace(/(^|[ '’-])(\p{Ll})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}

/** Two letters for the seat: `EP` of PETROV/ELENA, or the number of a passenger without a name yet. */
export function initialsOf(entry: string, number: number, hostEntry = ''): string {
  const read = readName(entry, hostEntry);
  const [surname = '', given = ''] = read.ok ? read.name.text.split('/') : [];
  return surname && given ? `${given[0]}${surname[0]}` : String(number);
}
