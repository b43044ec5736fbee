/** `npm start`: installs what is missing, builds what is stale, serves the page and prints its address. */
import './lib/node-version.mjs';
import { networkInterfaces } from 'node:os';
import { parseArgs } from 'node:util';
import { ensureBuild } from './lib/build.mjs';
import { ensurePackages } from './lib/packages.mjs';
import { inRoot } from './lib/root.mjs';
import { createStaticServer, listen } from './lib/static-server.mjs';

const USAGE = 'Usage: npm start -- [--port 4173] [--host]   (--host: reachable from the local network)';

function refuse(message) {
  console.error(`${message}\n${USAGE}`);
  process.exit(2);
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: { port: { type: 'string', default: '4173' }, host: { type: 'boolean', default: false } },
    });
    const port = Number(values.port);
    if (!/^\d+$/.test(values.port) || port > 65535)
      refuse(`--port is ${values.port}; it takes a number from 0 to 65535.`);
    return { port, everywhere: values.host };
  } catch (error) {
    return refuse(error.message.split('\n')[0]);
  }
}

/** Addresses of this computer that others in the local network can open. */
const localAddresses = () =>
  Object.values(networkInterfaces())
    .flat()
    .filter((address) => address && address.family === 'IPv4' && !address.internal)
    .map((address) => address.address);

const { port, everywhere } = readOptions();
ensurePackages();
ensureBuild();

const server = createStaticServer(inRoot('dist'));
try {
  const taken = await listen(server, { port, host: everywhere ? '0.0.0.0' : '127.0.0.1' });
  if (port !== 0 && taken !== port) console.log(`Port ${port} is busy.`);
  console.log(`EC2 Playground: http://localhost:${taken}/`);
  if (everywhere)
    for (const address of localAddresses()) console.log(`In this network: http://${address}:${taken}/`);
  console.log('Stop with Ctrl+C.');
} catch (error) {
  console.error(`Cannot listen on port ${port}: ${error.code ?? error.message}.`);
  process.exit(1);
}

const stop = () => {
  server.close();
  server.closeAllConnections();
};
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
