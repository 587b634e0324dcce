import type { KeyProblem } from '../client/desk-keys.ts';

/** Why this console cannot be a desk, and what would help. */
export function NoKey({ problem }: { problem: KeyProblem }) {
  if (problem === 'insecure')
    return (
      <p className="lead" role="alert">
        <b>This page is not encrypted, so it can keep no key.</b> Open the hub at the address that stands beside the code: it begins with{' '}
        <span className="prop">https://</span>.
      </p>
    );
  if (problem === 'no-safe')
    return (
      <p className="lead" role="alert">
        <b>This computer has no safe for keys, so it can be no desk.</b> On Linux sign in to a desktop with GNOME Keyring or KWallet, and
        start Aisle again. Or open the hub in a browser.
      </p>
    );
  return (
    <p className="lead" role="alert">
      <b>This browser keeps nothing for this page, so it can keep no key.</b> Open it in a window that is not private, or let the page keep
      data in the settings of the browser. Then load it again.
    </p>
  );
}
