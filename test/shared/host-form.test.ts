import { describe, expect, test } from 'vitest';
import { droppedSigns, hostForm, hostSurname, lettersWithoutForm } from '../../shared/host-form.ts';

describe('the host form of a name', () => {
  test.each([
    ['Sze-To', 'SZETO'],
    ['Mei Lin', 'MEI LIN'],
    ['  mei   lin ', 'MEI LIN'],
    ["O'Brien", 'OBRIEN'],
    ['Müller', 'MULLER'],
    ['Weiß', 'WEISS'],
    ['WEIẞ', 'WEISS'],
    ['Ærø', 'AERO'],
    ['Œuvrard', 'OEUVRARD'],
    ['Łukasz', 'LUKASZ'],
    ['Nguyễn', 'NGUYEN'],
    ['İnci', 'INCI'],
    ['Yılmaz', 'YILMAZ'],
    ['Þór', 'THOR'],
    ['Đorđe', 'DORDE'],
    // Letters that Unicode does not take apart
    ['Ħal', 'HAL'],
    ['ħal', 'HAL'],
    ['Ŋuŋ', 'NUN'],
    ['Ŧeŧ', 'TET'],
    ['ĲSbrand', 'IJSBRAND'],
    ['ĳsbrand', 'IJSBRAND'],
    ['Ǆordan', 'DZORDAN'],
    ['ǆordan', 'DZORDAN'],
    ['Ljǉ', 'LJLJ'],
    ['ŉ', 'N'],
    ['Ŀ', 'L'],
    ['Əliyev', 'ELIYEV'],
    ['Ɔfɔri', 'OFORI'],
    ['Ɖzɛ', 'DZE'],
    // Written with a keyboard of another script
    ['ＬＥＥ', 'LEE'],
    ['Mª José', 'MA JOSE'],
    ['李', ''],
    ['Ångström\u00a0Öst', 'ANGSTROM OST'],
    ['R2D2', 'RD'],
    ['Ace™', 'ACE'],
  ])('%s -> %s', (name, host) => expect(hostForm(name)).toBe(host));

  test.each([
    ['O', 'OO'],
    ['Ö', 'OO'],
    ['Y.', 'YY'],
    ['Ng', 'NG'],
    ['Æ', 'AE'],
    ['', ''],
  ])('a surname of one letter is doubled: %s -> %s', (surname, host) => expect(hostSurname(surname)).toBe(host));

  test.each([
    ['Müller', ''],
    ['李', '李'],
    ['Lee 李小李', '李 小'],
    ['Οδός', 'Ο δ ό ς'],
    ['Ɂun', 'Ɂ'],
    ['ʻOkina', ''],
  ])('%s has letters without a form in A to Z: %s', (name, letters) => expect(lettersWithoutForm(name).join(' ')).toBe(letters));

  test.each([
    ["O'Brien-Smith Jr.", ''],
    ['R2D22', '2'],
    ['Ace™ (1)', '™ ( 1 )'],
    ['Müller', ''],
  ])('of %s it says that these are left out: %s', (name, dropped) => expect(droppedSigns(name).join(' ')).toBe(dropped));
});
