import type { SeededRandom } from '../../../main/seeded-random.ts';
import { hostForm } from '../../../shared/host-form.ts';

const SURNAMES = `Adeyemi Almeida Andersson Bauer Becker Bianchi Chen Choi Cruz Diaz Dubois Evans Fischer Fofana Garcia Gomez Gupta
Haddad Hansen Hernandez Hoffmann Ito Ivanova Jansen Jensen Jones Kaya Khan Kim Kowalski Larsen Lee Li Lopez Martin Mbeki Meyer
Müller Nakamura Nguyen Novak Núñez O'Brien Okafor Patel Pereira Petrov Popescu Ramirez Rossi Sato Schmidt Silva Singh Smith
Suzuki Szabó Tanaka Torres Tran Wagner Wang Weber Williams Wilson Wu Yılmaz Young Zhang`.split(/\s+/);
const GIVEN = `Ada Aisha Akira Alan Amara Ana Ben Carla Carlos Chloé Daniel Dario Elena Emil Emma Eva Fatima Felix Grace Hana Hugo Ian
Ines Ivan Jana João Jonas Julia Karim Kofi Lars Leila Lena Liam Lucía Mai Marco Maria Mei Mercy Mila Noah Nora Olga Omar Paul Priya
Rosa Ruth Sam Sara Sofia Tomás Uma Victor Wei Yara Yusuf Zoë`.split(/\s+/);

export interface GeneratedName {
  readonly surname: string;
  readonly given: string;
  readonly hostSurname: string;
  readonly hostGiven: string;
}

const HOST_FORMS = new Map([...SURNAMES, ...GIVEN].map((name) => [name, hostForm(name)]));

/** Names as they are spread in life: a few are very common. Every tenth has two surnames. */
export function passengerName(random: SeededRandom): GeneratedName {
  const surname = common(random, SURNAMES);
  const second = random.below(10) === 0 ? common(random, SURNAMES) : '';
  const given = common(random, GIVEN);
  const host = HOST_FORMS.get(surname) ?? '';
  return {
    surname: second ? `${surname} ${second}` : surname,
    given,
    hostSurname: second ? `${host} ${HOST_FORMS.get(second)}` : host,
    hostGiven: HOST_FORMS.get(given) ?? '',
  };
}

const common = (random: SeededRandom, names: readonly string[]): string => names[Math.floor(random.next() ** 1.6 * names.length)] ?? '';
