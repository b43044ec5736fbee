/** phone_home: posts to an address when everything is done. */
import { notSimulated } from '../actions';
import { fetchUrl } from '../commands/transfers';
import type { UserDataStep } from '../plan';
import { step, type Entry } from './packages';

/** https://cloudinit.readthedocs.io/en/latest/reference/modules.html#phone-home: ten tries if nothing is said. */
const TRIES = 10;

export function readPhoneHome(entry: Entry): readonly UserDataStep[] {
  const { value } = entry;
  const entries = value.type === 'mapping' ? value.entries : [];
  const text = (key: string): string => {
    const node = entries.find((one) => one.key === key)?.value;
    return node?.type === 'scalar' ? node.text : '';
  };
  const tries = /^\d{1,3}$/.test(text('tries')) ? Math.max(1, Number(text('tries'))) : TRIES;
  const action = fetchUrl('cloud-init', text('url'), { attempts: Math.min(tries, 100) });
  return [
    step(entry, 'final', action ?? notSimulated('phone_home needs a url.'), `phone_home: ${text('url')}`),
  ];
}
