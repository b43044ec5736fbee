/** Programs that listen by themselves: Python's http.server, and Node where the port is in the environment. */
import type { Action } from '../actions';
import type { Command } from '../shell/command';

/** https://docs.python.org/3/library/http.server.html */
const PYTHON_PORT = 8000;

export function readProgram(command: Command): Action | undefined {
  const words = command.args.map(({ text }) => text);
  if (command.name === 'node') {
    const port = portOf(command.environment.get('PORT'));
    return port === undefined ? undefined : listen('node', port, command);
  }
  const module = words.indexOf('-m');
  const name = module === -1 ? undefined : words[module + 1];
  if (name !== 'http.server' && name !== 'SimpleHTTPServer') return undefined;
  const given = words.slice(module + 2).find((word, index, rest) => {
    const before = rest[index - 1];
    return (
      !word.startsWith('-') &&
      before !== '-d' &&
      before !== '--directory' &&
      before !== '-b' &&
      before !== '--bind'
    );
  });
  const port = given === undefined ? PYTHON_PORT : portOf(given);
  return port === undefined ? undefined : listen(command.name, port, command);
}

const listen = (program: string, port: number, { background }: Command): Action => ({
  kind: 'listen',
  program,
  port,
  background,
});

function portOf(text: string | undefined): number | undefined {
  if (text === undefined || !/^\d{1,5}$/.test(text)) return undefined;
  const port = Number(text);
  return port >= 1 && port <= 65535 ? port : undefined;
}
