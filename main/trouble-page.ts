import type { MadePages } from './transport/console-server.ts';

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const STYLE = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: Canvas; color: CanvasText; }
main { max-width: 40rem; padding: 2rem; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 1rem; text-wrap: balance; }
p { margin: 0 0 1rem; }
.kept { opacity: 0.75; }
`;

/** What is shown instead of the console when the store cannot be opened: what is wrong, what to do, and that nothing is lost. */
export function troublePages({ sentence, advice }: { readonly sentence: string; readonly advice: string }): MadePages {
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Aisle cannot start</title>
<link rel="stylesheet" href="trouble.css">
</head>
<body>
<main>
<h1>${escaped(sentence)}</h1>
<p>${escaped(advice)}</p>
<p class="kept">Aisle has changed nothing. When this is mended, start Aisle again.</p>
</main>
</body>
</html>
`;
  return {
    '/': { type: 'text/html; charset=utf-8', body: html },
    '/trouble.css': { type: 'text/css; charset=utf-8', body: STYLE },
  };
}
