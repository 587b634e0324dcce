/**
 * Ends the process with a sentence on an older Node. There the SQLite driver would end it with a segmentation fault and no message. Node
 * 24 also strips types, so the sources, tests and threads run as they are.
 * @param {string} command What to run instead.
 */
export function requireNode24(command) {
  const major = Number(process.versions.node.split('.')[0]);
  if (major >= 24) return;
  console.error(`Aisle needs Node 24 or newer, and this is ${process.versions.node}. Run it through npm: ${command}`);
  process.exit(1);
}
