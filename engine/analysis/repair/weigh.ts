/** How much a remedy opens besides what was asked for: the narrow rule comes before the open one. */
import { parseCidr } from '../../model/ip/address';
import type { PathQuery } from '../../model/path';
import type { Remedy } from '../../network/remedy';
import { parseEndpoint, type ScenarioNetwork } from '../../catalog/network-roles';

export interface Weight {
  /** It lets through what was asked for and nothing else. */
  readonly narrow: boolean;
  /** Among remedies of one blocker the lowest is taken first. */
  readonly cost: number;
  readonly note?: string;
}

/** What the question is about, as far as a rule for it may go. */
export interface Asked {
  /** The internet as a whole is one end. */
  readonly everybody: boolean;
  /** Which end is on the internet. */
  readonly outside: 'from' | 'to' | null;
  readonly everyPort: boolean;
}

export function askedOf(network: ScenarioNetwork, query: PathQuery): Asked {
  const [from, to] = (['from', 'to'] as const).map((role) => parseEndpoint(network, query[role], role));
  const isOutside = (end: typeof from): boolean => end?.ok === true && end.value.type === 'internet';
  const isEverybody = (end: typeof from): boolean =>
    end?.ok === true && end.value.type === 'internet' && end.value.address === null;
  return {
    everybody: isEverybody(from) || isEverybody(to),
    outside: isOutside(from) ? 'from' : isOutside(to) ? 'to' : null,
    everyPort: query.port === undefined,
  };
}

export function weigh(remedy: Remedy, asked: Asked): Weight {
  switch (remedy.type) {
    case 'allow-in-group':
      return remedy.peer.type === 'group'
        ? {
            narrow: isNarrowRange(remedy.ports, asked),
            cost: 0,
            note: 'Names the group of the other side, so that it holds for whatever carries it and for nobody else.',
          }
        : ruleWeight(remedy.peer.cidr, remedy.ports, asked);
    case 'allow-in-acl':
      return ruleWeight(remedy.cidr, isReplyRange(remedy.ports) ? null : remedy.ports, asked);
    case 'add-service':
    case 'dns-support':
    case 'policy-routing':
    case 'switch-on-forwarding':
      return { narrow: true, cost: 1 };
    case 'elastic-ip':
    case 'attach-gateway':
      return { narrow: true, cost: 2, note: 'Rules and routes still decide what comes in.' };
    case 'accept-peering':
    case 'cross-zone':
    case 'add-listener':
      return { narrow: true, cost: 2 };
    case 'associate-table':
      return { narrow: false, cost: 4, note: 'Concerns everything in that subnet.' };
    case 'route':
    case 'remove-route':
      return { narrow: false, cost: 5, note: 'Concerns every subnet that uses the table.' };
    case 'own-public-table':
      return { narrow: false, cost: 5, note: 'Concerns everything in that subnet.' };
    case 'add-peering':
      return { narrow: false, cost: 6, note: 'Joins the VPCs; routes and rules still decide what crosses.' };
    case 'switch-off-check':
      return { narrow: false, cost: 6, note: 'The interface then takes and sends packets of any address.' };
  }
}

function ruleWeight(cidr: string, ports: readonly [number, number] | null, asked: Asked): Weight {
  const block = parseCidr(cidr);
  const prefix = block?.prefix ?? 0;
  const isHost = prefix === (cidr.includes(':') ? 128 : 32);
  const narrowPorts = isNarrowRange(ports, asked);
  if (isHost)
    return {
      narrow: narrowPorts,
      cost: 1,
      note: `Lets in one address only, ${cidr}; a rule for ${cidr.includes(':') ? '::/0' : '0.0.0.0/0'} would open it to everybody.`,
    };
  if (asked.everybody && prefix === 0) return { narrow: narrowPorts, cost: 1 };
  return { narrow: false, cost: 8, note: `Opens it to the whole of ${cidr}.` };
}

const isNarrowRange = (ports: readonly [number, number] | null, asked: Asked): boolean =>
  ports === null || asked.everyPort || ports[0] === ports[1];

/** An answer goes to any port a client may take: a rule for all of these is as narrow as it can be. */
const isReplyRange = (ports: readonly [number, number] | null): boolean =>
  ports !== null && ports[0] >= 1024 && ports[1] - ports[0] > 1000;
