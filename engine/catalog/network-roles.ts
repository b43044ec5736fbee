/** Composes what the kinds say about themselves into one network, and asks it. */
import type { PathQuery } from '../model/path';
import { ok, type Result } from '../model/result';
import { linkNetwork } from '../network/compile';
import type { Network } from '../network/network';
import { tracePath } from '../network/trace';
import type { FoundBlocker } from '../network/walk';
import type { ResourceOf, Scenario, ScenarioPath, ScenarioView } from './descriptors';
import { describeAddress } from './elastic-ip/network';
import { describeHost, instanceStateOf } from './instance/network';
import { describeWorld } from './internet/network';
import { describeEgressOnly } from './egress-only-internet-gateway/network';
import { describeGateway } from './internet-gateway/network';
import { describeLoadBalancer } from './load-balancer/network';
import { describeTargetGroup } from './target-group/network';
import { describeEndpoint } from './vpc-endpoint/network';
import { describePeering } from './vpc-peering-connection/network';
import { allOf, sorted } from './lookup';
import { describeNat } from './nat-gateway/network';
import { describeAcl } from './network-acl/network';
import { describeInterface } from './network-interface/network';
import { designAddresses } from './public-address';
import { makeFix } from './remedies';
import { describeTable } from './route-table/network';
import { describeGroup } from './security-group/network';
import { describeSubnet } from './subnet/network';
import { describeVpc } from './vpc/network';

export { parseEndpoint, listEndpoints, type Endpoint } from '../network/endpoints';

/** A network and the document it was compiled from, which fixes are made for. */
export interface ScenarioNetwork extends Network {
  readonly document: Scenario;
}

/** Compiles once per revision and moment; thousands of traces read the result. */
export function compileNetwork(view: ScenarioView): ScenarioNetwork {
  const { document, at } = view;
  // Nodes of load balancers keep their addresses during a run.
  const assigned =
    at === 'design' || allOf(document, 'load-balancer').length > 0 ? designAddresses(document) : undefined;
  const elastic = new Map<string, ResourceOf<'elastic-ip'>[]>();
  for (const address of allOf(document, 'elastic-ip')) {
    if (address.networkInterfaceId === undefined) continue;
    const list = elastic.get(address.networkInterfaceId);
    if (list) list.push(address);
    else elastic.set(address.networkInterfaceId, [address]);
  }
  const allocations = new Set(
    allOf(document, 'nat-gateway').flatMap(({ allocationId }) => allocationId ?? []),
  );
  const network = linkNetwork(
    {
      vpcs: allOf(document, 'vpc').map((vpc) => describeVpc(document, vpc)),
      subnets: allOf(document, 'subnet').map((subnet) => describeSubnet(document, subnet)),
      tables: allOf(document, 'route-table').map((table) => describeTable(document, table)),
      groups: allOf(document, 'security-group').map((group) => describeGroup(document, group)),
      acls: allOf(document, 'network-acl').map((acl) => describeAcl(document, acl)),
      gateways: allOf(document, 'internet-gateway').map((gateway) => describeGateway(document, gateway)),
      egressOnly: allOf(document, 'egress-only-internet-gateway').map((part) =>
        describeEgressOnly(document, part),
      ),
      peerings: allOf(document, 'vpc-peering-connection').map((part) => describePeering(document, part)),
      endpoints: allOf(document, 'vpc-endpoint').map((part) => describeEndpoint(document, part)),
      loadBalancers: allOf(document, 'load-balancer').map((part) => describeLoadBalancer(document, part)),
      targetGroups: allOf(document, 'target-group').map((part) => describeTargetGroup(document, part)),
      nats: allOf(document, 'nat-gateway').flatMap((nat) => describeNat(view, nat)),
      hosts: allOf(document, 'instance').map((instance) => describeHost(view, instance)),
      interfaces: allOf(document, 'network-interface').flatMap((eni) =>
        describeInterface(
          {
            view,
            hostState: eni.attachment ? instanceStateOf(view, eni.attachment.instanceId) : null,
            elastic: elastic.get(eni.id) ?? [],
            assigned: assigned?.get(eni.id),
          },
          eni,
        ),
      ),
      worlds: allOf(document, 'internet').flatMap((world) => describeWorld(document, world)),
      addresses: allOf(document, 'elastic-ip').flatMap((address) => describeAddress(allocations, address)),
      names: sorted(document).map(({ id, kind, name }) => ({
        id,
        kind,
        name: name ?? null,
        awsId: document.observed[id]?.awsId ?? null,
      })),
    },
    at,
  );
  return { ...network, document };
}

/**
 * Traces one question and offers the edit that opens each blocker, where one edit does.
 * @returns a failure for a question that makes no sense: an unknown end, a port for a protocol without ports.
 */
export function trace(network: ScenarioNetwork, query: PathQuery): Result<ScenarioPath> {
  const traced = tracePath(network, query);
  if (!traced.ok) return traced;
  const blockers = traced.value.blockers.map((blocker) => withFixes(network.document, blocker));
  return ok({ ...traced.value, blockers });
}

function withFixes(document: Scenario, found: FoundBlocker): ScenarioPath['blockers'][number] {
  const { remedy, alternative, partial: _partial, place: _place, ...blocker } = found;
  const fix = remedy && makeFix(document, remedy);
  const alternativeFix = alternative && makeFix(document, alternative);
  if (!fix) return alternativeFix ? { ...blocker, fix: alternativeFix } : blocker;
  return alternativeFix ? { ...blocker, fix, alternativeFix } : { ...blocker, fix };
}
