import { expect, test } from 'vitest';
import { FirstWindow } from '../../../main/window/first-window.ts';

/** A page that says what it is. */
const page = (name: string) => async () => new Response(name);

/** The scheme, and the windows that were opened on it. A window keeps what it loaded until it loads again. */
function started() {
  const handlers: ((request: Request) => Response | Promise<Response>)[] = [];
  const opened: { shown: string; title: string; closed: boolean }[] = [];
  const load = async () => (await handlers[0]?.(new Request('http://aisle/index.html')))?.text() ?? '';
  const first = new FirstWindow({
    protocol: { handle: (_, answer) => void handlers.push(answer) },
    open() {
      const window = { shown: '', title: '', closed: false };
      const reload = () => void load().then((shown) => Object.assign(window, { shown }));
      opened.push(window);
      reload();
      return {
        isDestroyed: () => window.closed,
        setTitle: (title: string) => Object.assign(window, { title }),
        webContents: { reload } as unknown as Electron.WebContents,
      };
    },
  });
  const shown = async () => {
    await new Promise(setImmediate);
    return opened.map((window) => window.shown);
  };
  return { first, opened, handlers, shown };
}

test('one window shows what is next in turn, and the scheme is taken once', async () => {
  const { first, handlers, shown } = started();
  for (const name of ['starting', 'getting ready', 'console']) {
    first.show(page(name));
    expect(await shown()).toEqual([name]);
  }
  expect(handlers).toHaveLength(1);
});

test('a window that was closed is not asked to do anything, and what is next is shown in another', async () => {
  const { first, opened, shown } = started();
  first.tell('before there is a window');
  first.show(page('starting'));
  first.tell('10 %');
  Object.assign(opened[0] ?? {}, { closed: true });
  first.tell('20 %');
  first.show(page('what is wrong'));
  expect(await shown()).toEqual(['starting', 'what is wrong']);
  expect(opened.map(({ title }) => title)).toEqual(['10 %', '']);
});
