import type { HostPart } from '../../network/parts';
import type { Scenario, ScenarioChangeSet, ScenarioView } from '../descriptors';
import { getKind, labelOf } from '../lookup';
import { platformOf } from './instance-image';
import type { Instance } from './kind';

/** https://docs.aws.amazon.com/vpc/latest/userguide/custom-network-acl.html#nacl-ephemeral-ports; Linux: ip_local_port_range */
const CLIENT_PORTS = { linux: [32768, 60999], windows: [49152, 65535] } as const;

export const describeHost = (view: ScenarioView, instance: Instance): HostPart => ({
  id: instance.id,
  label: labelOf(view.document, instance.id),
  state: instanceStateOf(view, instance.id),
  policyRouting: instance.policyRouting ?? false,
  clientPorts: CLIENT_PORTS[platformOf(view.document, instance)],
  forwarding: instance.packetForwarding ?? null,
  services: servicesOf(view, instance),
});

/** What is said to listen, and in a run what the boot has brought up; `null`: not known. */
function servicesOf({ at, live }: ScenarioView, instance: Instance): HostPart['services'] {
  const declared = instance.services?.map(({ protocol, port }) => ({ protocol: NUMBERS[protocol], port }));
  const listening = at === 'design' ? undefined : live[instance.id]?.listening;
  if (!listening) return declared ?? null;
  const brought = listening.flatMap((listener) => {
    const [, protocol = '', port = ''] = /^(tcp|udp)\/(\d+)/.exec(listener) ?? [];
    return protocol === 'tcp' || protocol === 'udp'
      ? [{ protocol: NUMBERS[protocol], port: Number(port) }]
      : [];
  });
  return [...(declared ?? []), ...brought];
}

const NUMBERS = { tcp: 6, udp: 17 } as const;

const GONE: readonly string[] = ['terminated', 'shutting-down'];

/**
 * Of the design everything counts as running, but for what an import found terminated. In a run, an instance whose
 * host or zone has failed is still `running` to EC2 but answers nobody: it is `impaired`, as its status check says.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/monitoring-system-instance-status-check.html
 */
export function instanceStateOf({ document, at, live }: ScenarioView, id: string): string {
  if (at !== 'design') {
    const { state = 'running', systemStatus, guest } = live[id] ?? {};
    const silent = systemStatus === 'failed' || (guest !== undefined && guest !== 'up');
    return state === 'running' && silent ? 'impaired' : state;
  }
  const observed = document.observed[id]?.state ?? 'running';
  return GONE.includes(observed) ? observed : 'running';
}

export const enableForwarding = (document: Scenario, hostId: string): ScenarioChangeSet => ({
  label: `Switch on forwarding in ${labelOf(document, hostId)}`,
  changes: [{ type: 'update', id: hostId, set: { packetForwarding: null } }],
});

export const addService = (
  document: Scenario,
  hostId: string,
  service: { readonly protocol: 'tcp' | 'udp'; readonly port: number },
): ScenarioChangeSet | null => {
  const host = getKind(document, hostId, 'instance');
  if (!host) return null;
  return {
    label: `Let ${labelOf(document, hostId)} listen on ${service.protocol} ${service.port}`,
    changes: [{ type: 'update', id: hostId, set: { services: [...(host.services ?? []), service] } }],
  };
};

export const enablePolicyRouting = (document: Scenario, hostId: string): ScenarioChangeSet => ({
  label: `Set up policy routing in ${labelOf(document, hostId)}`,
  changes: [{ type: 'update', id: hostId, set: { policyRouting: true } }],
});
