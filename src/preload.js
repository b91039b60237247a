// What `--import` loads before anything else. Plain JavaScript: an older Node stops at the first .ts file
// and would say only that it does not know the file extension.
import module from 'node:module';
import { fileURLToPath } from 'node:url';

/** From this version on, Node runs TypeScript without a flag. */
const NEEDED = [22, 18];

const [major, minor] = process.versions.node.split('.').map(Number);

if (major < NEEDED[0] || (major === NEEDED[0] && minor < NEEDED[1])) {
  process.stderr.write(
    `The bot needs Node ${NEEDED.join('.')} or newer and this is Node ${process.versions.node}.\n` +
      'Install Node 24 and run the same command again. On Linux and Windows, npm ci brings a Node 24 along ' +
      'unless optional packages are left out.\n',
  );
  process.exit(1);
}

// Keeps what Node compiled, so that the next start is faster. A folder that cannot be
// written changes nothing.
module.enableCompileCache(
  fileURLToPath(new URL('../node_modules/.cache/apology-review-bot', import.meta.url)),
);
