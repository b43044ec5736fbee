/** Services: systemctl, service, chkconfig. */
import type { Action, ServiceVerb } from '../actions';
import { unitName } from '../known-services';
import { hasOption, readOptions, type Command } from '../shell/command';

const VERBS: Readonly<Record<string, ServiceVerb>> = {
  start: 'start',
  stop: 'stop',
  restart: 'restart',
  reload: 'restart',
  'try-restart': 'restart',
  'reload-or-restart': 'restart',
  enable: 'enable',
  disable: 'disable',
};

/** `is-active` and the like are conditions and stay out. */
const LOCAL_VERBS = ['daemon-reload', 'set-default', 'status', 'mask', 'unmask'];

export function readSystemctl(command: Command): Action | undefined {
  const options = readOptions(command.args, ['-t', '-p', '-H', '-M']);
  const [verb, ...units] = options.rest;
  if (LOCAL_VERBS.includes(verb?.text ?? '')) return { kind: 'local', what: 'command' };
  const known = VERBS[verb?.text ?? ''];
  if (!known) return undefined;
  return control(known === 'enable' && hasOption(options, '--now') ? 'enable-now' : known, units);
}

export function readService({ args }: Command): Action | undefined {
  const [unit, verb] = args;
  if (verb?.text === 'status') return { kind: 'local', what: 'command' };
  const known = VERBS[verb?.text ?? ''];
  return unit && known ? control(known, [unit]) : undefined;
}

export function readChkconfig({ args }: Command): Action | undefined {
  const [unit, state] = args;
  if (!unit || (state?.text !== 'on' && state?.text !== 'off')) return undefined;
  return control(state.text === 'on' ? 'enable' : 'disable', [unit]);
}

function control(verb: ServiceVerb, units: Command['args']): Action | undefined {
  if (units.length === 0 || units.some(({ known }) => !known)) return undefined;
  return { kind: 'control-service', verb, services: units.map(({ text }) => unitName(text)) };
}
