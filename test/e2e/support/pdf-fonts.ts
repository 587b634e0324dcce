import { inflateSync } from 'node:zlib';

/** A font within a PDF, and the letters that it draws. */
export interface PdfFont {
  readonly name: string;
  readonly letters: string;
}

const textOf = (hex: string): string => (hex.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('');

/** The letters that a ToUnicode table names: `<0041> <0141>`, or a range `<0041> <0043> <0141>`. */
function lettersOf(table: string): string {
  let letters = '';
  for (const [, block = ''] of table.matchAll(/beginbfchar(.*?)endbfchar/gs))
    for (const [, to = ''] of block.matchAll(/<[0-9A-Fa-f]+>\s*<([0-9A-Fa-f]+)>/g)) letters += textOf(to);
  for (const [, block = ''] of table.matchAll(/beginbfrange(.*?)endbfrange/gs))
    for (const [, first = '', last = '', to = ''] of block.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g))
      for (let code = Number.parseInt(first, 16); code <= Number.parseInt(last, 16); code++)
        letters += String.fromCharCode(Number.parseInt(to, 16) + code - Number.parseInt(first, 16));
  return letters;
}

/**
 * The fonts that are embedded in a PDF as Chromium writes it: objects that are not packed, with compressed streams. A variable font, such as Inter,
 * is drawn glyph by glyph (Type 3), and its descriptor has its name.
 */
export function pdfFonts(pdf: Buffer): PdfFont[] {
  const text = pdf.toString('latin1');
  const objects = new Map<string, string>();
  for (const [, number = '', body = ''] of text.matchAll(/(?:^|\n)(\d+) 0 obj\n(.*?)\nendobj/gs)) objects.set(number, body);
  const fonts: PdfFont[] = [];
  for (const body of objects.values()) {
    const table = objects.get(/\/ToUnicode (\d+) 0 R/.exec(body)?.[1] ?? '');
    const stream = /\/Length (\d+).*?stream\n/s.exec(table ?? '');
    if (!table || !stream) continue;
    const descriptor = objects.get(/\/FontDescriptor (\d+) 0 R/.exec(body)?.[1] ?? '') ?? '';
    const name = /\/(?:FontName|BaseFont) \/(?:[A-Z]{6}\+)?([^\s/>]+)/.exec(`${descriptor}${body}`)?.[1] ?? '';
    const start = stream.index + stream[0].length;
    const packed = Buffer.from(table.slice(start, start + Number(stream[1])), 'latin1');
    fonts.push({ name, letters: lettersOf(inflateSync(packed).toString('latin1')) });
  }
  return fonts;
}
