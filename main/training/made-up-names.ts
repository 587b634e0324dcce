import type { SeededRandom } from '../seeded-random.ts';
import type { TrainingSale } from './training-sale.ts';

const SURNAMES =
  'Abbott Adeyemi Almeida Andersen Baker Banerjee Becker Bianchi Brooks Castillo Chen Cohen Collins Dahl Diaz Dubois Eriksson Farouk Ferreira Fischer Foster Garcia Gomez Green Gupta Haddad Hansen Harris Hoffmann Hughes Ivanov Jackson Janssen Johnson Kamau Kaya Kelly Khan Kim Kowalski Larsen Lee Lopez MacLeod Martin Mbeki Meyer Morales Moreau Müller Murphy Nakamura Nguyen Novak Núñez Okafor O’Brien Ortiz Park Patel Pereira Petrov Popescu Ramirez Reed Rossi Ruiz Saito Santos Schmidt Silva Singh Smith Søndergaard Sullivan Tanaka Taylor Torres Turner Usman Varga Vasquez Walker Wang Weiss Williams Wright Yilmaz Young Zhang Żak Zimmermann'.split(
    ' ',
  );
const MEN =
  'Adam Ahmed Alan Andre Ben Carlos Chris Daniel David Diego Emil Erik Felix George Hassan Hugo Ivan James Jan John Jorge José Karl Kenji Leo Liam Lucas Marco Mark Michael Mohamed Noah Oliver Omar Paul Peter Rafael Raj Robert Samuel Sven Thomas Tom Victor Wei William Yusuf'.split(
    ' ',
  );
const WOMEN =
  'Aisha Alice Amina Ana Anna Beatriz Carla Chloé Clara Diana Elena Emma Eva Fatima Grace Hana Helen Ines Irene Julia Karen Laura Lena Linda Lucia Maria Marta Mei Mia Nadia Naomi Nina Nora Olivia Paula Priya Rosa Sarah Sofia Susan Tanya Vera Wanda Yara Yuki Zoë'.split(
    ' ',
  );

/** A number of those that are kept for stories (555-0100 to 555-0199), so that it is nobody's. */
export const madeUpPhone = (random: SeededRandom): string =>
  `+1 ${201 + random.below(789)} 555 01${String(random.below(100)).padStart(2, '0')}`;

/** Names of a party whose first member is an adult. `born`: the birth date of a child, from its age. A family shares its surname. */
export function madeUpNames(
  random: SeededRandom,
  types: readonly ('ADT' | 'CHD')[],
  { family, born }: { readonly family: boolean; born(age: number): string },
): TrainingSale['names'] {
  const shared = random.pick(SURNAMES);
  return types.map((type, place) => {
    const woman = random.below(2) === 1;
    const surname = family || place === 0 ? shared : random.pick(SURNAMES);
    const title = type === 'CHD' ? (woman ? 'MISS' : 'MSTR') : woman ? 'MS' : 'MR';
    return { type, surname, given: random.pick(woman ? WOMEN : MEN), title, birthDate: type === 'CHD' ? born(3 + random.below(8)) : null };
  });
}
