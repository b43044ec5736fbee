/** Imported before anything else: an older Node would fail later with a riddle instead of a sentence. */
const LOWEST = [20, 19];

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < LOWEST[0] || (major === LOWEST[0] && minor < LOWEST[1])) {
  console.error(
    `EC2 Playground needs Node ${LOWEST.join('.')} or newer; this is Node ${process.versions.node}. Get one at https://nodejs.org`,
  );
  process.exit(1);
}
