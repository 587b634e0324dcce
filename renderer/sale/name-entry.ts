import { isPrintable } from '../../shared/method.ts';
import { HOST_NAME_MAX, hostForm, NAME_PART_MAX, nameText, TITLES } from '../../shared/passengers.ts';

type Title = (typeof TITLES)[number];

export interface NameRead {
  /** As written in the passport. */
  readonly surname: string;
  readonly given: string;
  readonly title: Title | '';
  /** `PETROV/ELENA MRS`, as it will stand on lists. */
  readonly host: string;
}

export type NameReading = { readonly ok: true; readonly name: NameRead } | { readonly ok: false; readonly problem: string };

const isTitle = (word: string): word is Title => (TITLES as readonly string[]).includes(word);
const unreadable = (problem: string): NameReading => ({ ok: false, problem });

/**
 * Reads what an agent types in one field: `petrov/elena mrs`. The last word of the given name is the title when it is
 * one. The spelling is kept as typed, except that a name typed in small letters alone gets its capitals.
 */
export function readName(entry: string): NameReading {
  const text = entry.normalize('NFC').trim().replace(/\s+/g, ' ');
  if (text === '') return unreadable('Write SURNAME/GIVEN TITLE');
  const parts = text.split('/').map((part) => part.trim());
  if (parts.length !== 2) return unreadable(parts.length < 2 ? 'A / stands between surname and given name' : 'Only one / stands in a name');
  const [surname = '', rest = ''] = parts;
  if (!isPrintable(text)) return unreadable('The name holds a sign that cannot be printed');
  const words = rest.split(' ').filter(Boolean);
  const last = words.at(-1)?.toUpperCase() ?? '';
  const title = words.length > 1 && isTitle(last) ? last : '';
  const given = (title ? words.slice(0, -1) : words).join(' ');
  if (hostForm(surname).length < 2) return unreadable('The surname needs two letters of A to Z');
  if (hostForm(given) === '') return unreadable('The given name is missing');
  const host = nameText(surname, given, title);
  if (host.length > HOST_NAME_MAX) return unreadable(`The name is longer than ${HOST_NAME_MAX} letters`);
  // Accents and signs without a host form count too, because the hub keeps the name as it is written.
  if (surname.length > NAME_PART_MAX || given.length > NAME_PART_MAX)
    return unreadable(`A surname or given name is longer than ${NAME_PART_MAX} signs`);
  return { ok: true, name: { surname: capitals(surname), given: capitals(given), title, host } };
}

/** `petrov` -> `Petrov`, `mei lin` -> `Mei Lin`. A name that was typed with a capital stays as it is. */
function capitals(name: string): string {
  if (name !== name.toLowerCase()) return name;
  return name.replace(/(^|[ '’-])(\p{Ll})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}

/** Two letters for the seat: `EP` of PETROV/ELENA, or the number of a passenger without a name yet. */
export function initialsOf(entry: string, number: number): string {
  const read = readName(entry);
  return read.ok ? `${hostForm(read.name.given)[0] ?? ''}${hostForm(read.name.surname)[0] ?? ''}` : String(number);
}
