/** cfn-signal. https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cfn-signal.html */
import type { Action } from '../actions';
import { readOptions, type Command } from '../shell/command';
import { isRegion } from './transfers';

const VALUES = ['-e', '--exit-code', '-s', '--success', '-r', '--reason', '-d', '--data', '-i', '--id'];
const PLACES = ['--stack', '--resource', '--region', '--url', '--role', '--access-key', '--secret-key'];

export function readCfnSignal({ args }: Command): Action {
  const { values } = readOptions(args, [...VALUES, ...PLACES]);
  const code = values.get('-e') ?? values.get('--exit-code');
  const success = values.get('-s') ?? values.get('--success');
  const region = values.get('--region');
  return {
    kind: 'signal-ready',
    how: 'cfn-signal',
    success:
      code === undefined ? success !== 'false' : /^\d{1,3}$/.test(code) ? Number(code) === 0 : 'by-status',
    ...(region !== undefined && isRegion(region) && { region }),
  };
}
