/** Turns the network's remedies into changes of the document: one click, one undo. */
import type { Remedy, RouteGoal } from '../network/remedy';
import type { Scenario, ScenarioChange, ScenarioChangeSet } from './descriptors';
import { egressOnlyForVpc } from './egress-only-internet-gateway/network';
import { giveElasticIp } from './elastic-ip/network';
import { addService, enableForwarding, enablePolicyRouting } from './instance/network';
import { gatewayForVpc } from './internet-gateway/network';
import { addListener, switchOnCrossZone } from './load-balancer/network';
import { labelOf } from './lookup';
import { addNat } from './nat-gateway/network';
import { allowInAcl } from './network-acl/network';
import { switchOffCheck } from './network-interface/network';
import { ownTable, removeRoute, setRoute, type RouteTarget } from './route-table/network';
import { allowInGroup } from './security-group/network';
import { associateTable } from './subnet/network';
import { enableDns } from './vpc/network';
import { acceptPeering, addPeering } from './vpc-peering-connection/network';

/** @returns `null` where the document leaves no room for it, e.g. no free rule number. */
export function makeFix(document: Scenario, remedy: Remedy): ScenarioChangeSet | null {
  switch (remedy.type) {
    case 'allow-in-group':
      return allowInGroup(document, remedy);
    case 'allow-in-acl':
      return allowInAcl(document, remedy);
    case 'route':
      return makeRoute(document, remedy);
    case 'remove-route':
      return removeRoute(document, remedy.tableId, remedy.destination);
    case 'own-public-table': {
      const gateway = gatewayForVpc(document, remedy.vpcId, null);
      const made = gateway && ownTable(document, remedy.subnetId, { gatewayId: gateway.id });
      return (
        made && {
          label: `Give ${labelOf(document, remedy.subnetId)} a route table of its own that leads to ${labelOf(document, gateway.id)}`,
          changes: [...gateway.changes, ...made.changes],
        }
      );
    }
    case 'accept-peering':
      return acceptPeering(document, remedy.peeringId);
    case 'add-peering':
      return addPeering(document, remedy.vpcIds);
    case 'cross-zone':
      return switchOnCrossZone(document, remedy.balancerId);
    case 'add-listener':
      return addListener(document, remedy.balancerId, remedy.like, remedy.port);
    case 'associate-table':
      return associateTable(document, remedy.subnetId, remedy.tableId);
    case 'attach-gateway': {
      const gateway = gatewayForVpc(document, remedy.vpcId, remedy.gatewayId);
      return gateway && gateway.changes.length > 0
        ? { label: gateway.label, changes: gateway.changes }
        : null;
    }
    case 'switch-off-check':
      return switchOffCheck(document, remedy.interfaceId);
    case 'policy-routing':
      return enablePolicyRouting(document, remedy.hostId);
    case 'switch-on-forwarding':
      return enableForwarding(document, remedy.hostId);
    case 'add-service':
      return addService(document, remedy.hostId, remedy);
    case 'dns-support':
      return enableDns(document, remedy.vpcId);
    case 'elastic-ip':
      return giveElasticIp(document, remedy.interfaceId, remedy.privateAddress);
  }
}

interface RouteEnd {
  readonly target: RouteTarget;
  readonly id: string;
  /** What has to be made first, and in which words. */
  readonly first: readonly ScenarioChange[];
  readonly label: string;
}

function makeRoute(
  document: Scenario,
  { tableId, destination, replaces, to }: Extract<Remedy, { type: 'route' }>,
): ScenarioChangeSet | null {
  const end = routeEnd(document, to);
  const route = end && setRoute(document, tableId, destination, replaces, end.target);
  if (!end || !route) return null;
  const table = labelOf(document, tableId);
  const verb = replaces ? 'Lead the route to' : 'Route';
  return {
    label:
      end.label === ''
        ? `${verb} ${destination} to ${labelOf(document, end.id)} in ${table}`
        : `${end.label} and ${replaces ? 'lead the route to' : 'route'} ${destination} to it in ${table}`,
    changes: [...end.first, route],
  };
}

function routeEnd(document: Scenario, to: RouteGoal): RouteEnd | null {
  switch (to.type) {
    case 'gateway': {
      const gateway = gatewayForVpc(document, to.vpcId, null);
      if (!gateway) return null;
      const { id, changes, label } = gateway;
      return { target: { gatewayId: id }, id, first: changes, label };
    }
    case 'nat':
      return { target: { natGatewayId: to.id }, id: to.id, first: [], label: '' };
    case 'new-nat': {
      const nat = addNat(document, to.subnetId);
      return nat && { target: { natGatewayId: nat.id }, id: nat.id, first: nat.changes, label: nat.label };
    }
    case 'egress-only': {
      const gateway = egressOnlyForVpc(document, to.vpcId);
      if (!gateway) return null;
      const { id, changes, label } = gateway;
      return { target: { egressOnlyInternetGatewayId: id }, id, first: changes, label };
    }
    case 'peering':
      return { target: { vpcPeeringConnectionId: to.id }, id: to.id, first: [], label: '' };
  }
}
