import { HOST_NAME_MAX, hostForm, hostSurname, lettersWithoutForm, NO_GIVEN_NAME } from './host-form.ts';

/** A name as the passport has it. `host`: its two parts in A to Z and space, where somebody typed them beside the spelling. */
export interface Spelling {
  readonly surname: string;
  readonly given: string;
  readonly title: string;
  readonly host?: { readonly surname: string; readonly given: string } | undefined;
}

/** The two parts of a name in host form, or why there are none and what would work. */
export type HostName =
  | { readonly ok: true; readonly surname: string; readonly given: string }
  | {
      readonly ok: false;
      /** Follows the name of the passenger: `the given name is missing`. */
      readonly problem: string;
      /** The name in a form that works, `SUHARTO/FNU MR`. */
      readonly form: string;
      /** Whether the host form has to be typed beside the spelling. */
      readonly asksHost: boolean;
    };

export const NAME_FORM = 'SURNAME/GIVEN TITLE';

/** `SMITH/JOHN MR` from parts in host form. */
export const joinedName = (surname: string, given: string, title: string): string => `${surname}/${given}${title ? ` ${title}` : ''}`;

/** `SMITH` of `SMITH/JOHN MR`. */
export const surnameOf = (name: string): string => name.split('/')[0] ?? name;

/** `SMITH/JOHN MR` as it stands on lists and tickets. */
export const nameText = ({ surname, given, title, host }: Spelling): string =>
  joinedName(hostSurname(host?.surname ?? surname), hostForm(host?.given ?? given), title);

/** The host form of a name, at most HOST_NAME_MAX letters with slash and title. Hub and console ask here, so that they agree. */
export function hostName({ surname, given, title, host }: Spelling): HostName {
  const wrong = (problem: string, form: string, asksHost = false): HostName => ({ ok: false, problem, form, asksHost });
  const odd = host ? [] : lettersWithoutForm(`${surname}${given}`);
  if (odd.length > 0) return wrong(`${odd.slice(0, 4).join(' ')} has no form in A to Z`, NAME_FORM, true);
  const first = hostSurname(host?.surname ?? surname);
  const second = hostForm(host?.given ?? given);
  if (first === '' && second === '') return wrong('the name has no letter of A to Z', NAME_FORM);
  // A single name stands where the surname stands.
  if (first === '') return wrong('the surname is missing', joinedName(hostSurname(second), NO_GIVEN_NAME, title));
  if (second === '') return wrong('the given name is missing', joinedName(first, NO_GIVEN_NAME, title));
  if (joinedName(first, second, title).length > HOST_NAME_MAX)
    return wrong(`the name is longer than ${HOST_NAME_MAX} letters`, shortened(first, second, title), true);
  return { ok: true, surname: first, given: second };
}

/** What to do about a name that has no host form: a sentence without its full stop. */
export const hostNameAdvice = ({ form, asksHost }: { readonly form: string; readonly asksHost: boolean }): string => {
  if (!asksHost) return `Write it as ${form}`;
  return form === NAME_FORM
    ? 'Write it in A to Z beside the spelling, as the passport has it above its lines of <<<'
    : `Write ${form} beside the spelling`;
};

/** The given name is cut first, and keeps one letter at least. */
function shortened(surname: string, given: string, title: string): string {
  const room = HOST_NAME_MAX - joinedName('', '', title).length;
  const second = given.slice(0, Math.max(1, room - surname.length)).trim();
  return joinedName(surname.slice(0, room - second.length).trim(), second, title);
}
