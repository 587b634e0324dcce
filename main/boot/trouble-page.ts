import type { MadePages } from '../transport/console-server.ts';

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Colours of the console (renderer/tokens.css), written out, because its files may not be there. */
const STYLE = `
:root {
  color-scheme: light dark;
  --canvas: light-dark(oklch(0.958 0.004 240), oklch(0.172 0.01 245));
  --surface: light-dark(oklch(0.993 0.001 240), oklch(0.212 0.011 245));
  --line: light-dark(oklch(0.905 0.005 240), oklch(0.3 0.012 245));
  --text: light-dark(oklch(0.235 0.018 250), oklch(0.95 0.004 240));
  --text-2: light-dark(oklch(0.42 0.018 250), oklch(0.79 0.009 240));
  --danger: light-dark(oklch(0.52 0.185 27), oklch(0.745 0.145 25));
  font: 16px/1.5 system-ui, sans-serif;
}
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: var(--canvas); color: var(--text); }
main { box-sizing: border-box; width: min(40rem, 100vw - 2rem); padding: 2rem; border: 1px solid var(--line); border-top: 4px solid var(--danger); border-radius: 8px; background: var(--surface); }
h1 { margin: 0 0 1rem; color: var(--text-2); font-size: 0.875rem; font-weight: 600; }
p { margin: 0; overflow-wrap: anywhere; }
.sentence { margin-bottom: 1rem; font-size: 1.375rem; font-weight: 600; line-height: 1.3; }
.then { margin-top: 1rem; color: var(--text-2); }
`;

interface Page {
  /** After how many seconds it is loaded again. */
  readonly again?: number;
  readonly title: string;
  readonly sentence: string;
  readonly advice: string;
  readonly next: string;
}

/** A page of its own with one message on it. */
function messagePages({ title, sentence, advice, next, again }: Page): MadePages {
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">${again === undefined ? '' : `\n<meta http-equiv="refresh" content="${again}">`}
<title>${escaped(title)}</title>
<link rel="stylesheet" href="trouble.css">
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
<p class="sentence">${escaped(sentence)}</p>
<p>${escaped(advice)}</p>
<p class="then">${escaped(next)}</p>
</main>
</body>
</html>
`;
  return {
    '/': { type: 'text/html; charset=utf-8', body: html },
    '/trouble.css': { type: 'text/css; charset=utf-8', body: STYLE },
  };
}

/** What is shown instead of the console when the store cannot be opened: what is wrong and what to do. */
export const troublePages = ({ sentence, advice }: { readonly sentence: string; readonly advice: string }): MadePages =>
  messagePages({ title: 'Aisle cannot start', sentence, advice, next: 'When this is mended, start Aisle again.' });

/** What a window, or a browser of the hub's own computer, is shown until the hub is open. `again`: a browser must ask anew, a window is told. */
export const startingPages = (again?: number): MadePages =>
  messagePages({
    ...(again === undefined ? {} : { again }),
    title: 'Aisle is starting',
    sentence: 'Aisle is opening its store.',
    advice: 'After an update of Aisle this takes up to a minute.',
    next: 'This page turns into the console by itself.',
  });

/** What is shown before the console while an older store is brought to this version. The window's title tells how far it has come. */
export const migrationPages = (): MadePages =>
  messagePages({
    title: 'Aisle is getting ready',
    sentence: 'Aisle is bringing its store to this version.',
    advice: 'With very many bookings this takes up to a minute. It is done once.',
    next: 'Nothing is lost if it is interrupted: the next start begins it again.',
  });
