/** The address of a hub on another computer, read from `--hub` or AISLE_HUB: `https://10.0.0.5:4610`. Undefined: it is none. */
export function farHubAddress(text: string): URL | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const isPlain = url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '' && url.password === '';
  return url.protocol === 'https:' && isPlain ? url : undefined;
}

/** Its host as sockets take it: an address of IPv6 without brackets. */
export const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '');

export const portOf = ({ port }: URL): number => (port === '' ? 443 : Number(port));
