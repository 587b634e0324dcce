import { join } from 'node:path';
import type { IpcMainInvokeEvent, PrintToPDFOptions, SaveDialogOptions } from 'electron';
import { beforeEach, describe, expect, it } from 'vitest';
import { fileName, PDF_CHANNEL, servePdf } from '../../../main/window/save-pdf.ts';
import { CONSOLE_URL, isConsole } from '../../../main/window/window-security.ts';

const PDF = new TextEncoder().encode('%PDF-1.4');

/** As much of a window's page as is asked for a PDF. */
class Page {
  readonly mainFrame = { url: CONSOLE_URL };
  readonly drawn: PrintToPDFOptions[] = [];
  async printToPDF(options: PrintToPDFOptions): Promise<Uint8Array> {
    this.drawn.push(options);
    return PDF;
  }
}

let handler: (event: IpcMainInvokeEvent, name: unknown) => Promise<unknown>;
let asked: SaveDialogOptions[];
let written: [string, Uint8Array][];
let answer: { canceled: boolean; filePath: string };
let write: (file: string, pdf: Uint8Array) => Promise<void>;
/** What the question waits for. */
let waits: Promise<void>;

beforeEach(() => {
  asked = [];
  written = [];
  answer = { canceled: false, filePath: join('desk', 'Z 12.pdf') };
  waits = Promise.resolve();
  write = async (file, pdf) => void written.push([file, pdf]);
  servePdf({
    ipcMain: {
      handle(channel, listener) {
        expect(channel).toBe(PDF_CHANNEL);
        handler = listener as typeof handler;
      },
    },
    isConsole,
    folder: () => 'documents',
    async ask(_, options) {
      asked.push(options);
      await waits;
      return answer;
    },
    write: (file, pdf) => write(file, pdf),
  });
});

const save = (page: Page, name: unknown, frame: { url: string } | null = page.mainFrame) =>
  handler({ sender: page, senderFrame: frame } as unknown as IpcMainInvokeEvent, name);

describe('a PDF of what a console prints', () => {
  it('is drawn on the paper of the page and goes where the person says', async () => {
    const page = new Page();
    expect(await save(page, 'Z 12')).toBe('saved');
    expect(page.drawn).toEqual([{ preferCSSPageSize: true, generateTaggedPDF: true }]);
    expect(asked).toMatchObject([{ defaultPath: join('documents', 'Z 12.pdf'), filters: [{ extensions: ['pdf'] }] }]);
    expect(written).toEqual([[join('desk', 'Z 12.pdf'), PDF]]);
  });

  it('is not written when the person does not want it', async () => {
    answer = { canceled: true, filePath: '' };
    expect(await save(new Page(), 'Z 12')).toBe('cancelled');
    expect(written).toEqual([]);
  });

  it('says that it could not be written, or drawn, and the next one is tried again', async () => {
    write = () => Promise.reject(new Error('ENOSPC: no space left on device'));
    const page = new Page();
    expect(await save(page, 'Z 12')).toBe('failed');
    page.printToPDF = () => Promise.reject(new Error('Printing failed'));
    expect(await save(page, 'Z 12')).toBe('failed');
    expect(asked).toHaveLength(1);
  });

  it('asks once when the key is pressed twice', async () => {
    const page = new Page();
    let decide = () => {};
    waits = new Promise((resolve) => {
      decide = resolve;
    });
    const first = save(page, 'Z 12');
    expect(await save(page, 'Z 12')).toBe('cancelled');
    decide();
    expect(await first).toBe('saved');
    expect(asked).toHaveLength(1);
  });

  it.each([
    ['another page', { url: 'https://evil.example/' }],
    ['a frame within the console', { url: CONSOLE_URL }],
    ['no frame any more', null],
  ])('is drawn for nobody else: %s', async (_, frame) => {
    const page = new Page();
    await expect(save(page, 'Z 12', frame)).rejects.toThrow('Only the console itself');
    expect(page.drawn).toEqual([]);
  });
});

it.each([
  ['Receipt 00000012', 'Receipt 00000012'],
  ['../../etc/passwd', 'etc passwd'],
  ['C:\\Windows\\x', 'C Windows x'],
  ['..', 'Aisle'],
  ['Z 12\u0000.exe', 'Z 12 .exe'],
  ['a'.repeat(200), 'a'.repeat(80)],
  ['Letters Ŋ 101', 'Letters Ŋ 101'],
  ['', 'Aisle'],
  [{ path: '/etc' }, 'Aisle'],
  [undefined, 'Aisle'],
])('a page that proposes %j for a file gets %j, in the folder of documents', (proposed, name) => {
  expect(fileName(proposed)).toBe(name);
});
