/** Turns the network's remedies into changes of the document: one click, one undo. */
import type { Remedy } from '../network/remedy';
import type { Scenario, ScenarioChangeSet } from './descriptors';
import { giveElasticIp } from './elastic-ip/network';
import { addService, enableForwarding, enablePolicyRouting } from './instance/network';
import { gatewayForVpc } from './internet-gateway/network';
import { labelOf } from './lookup';
import { allowInAcl } from './network-acl/network';
import { switchOffCheck } from './network-interface/network';
import { addDefaultRoute } from './route-table/network';
import { allowInGroup } from './security-group/network';
import { associateTable } from './subnet/network';
import { enableDns } from './vpc/network';

/** @returns `null` where the document leaves no room for it, e.g. no free rule number. */
export function makeFix(document: Scenario, remedy: Remedy): ScenarioChangeSet | null {
  switch (remedy.type) {
    case 'allow-in-group':
      return allowInGroup(document, remedy);
    case 'allow-in-acl':
      return allowInAcl(document, remedy);
    case 'route-to-internet': {
      const gateway = gatewayForVpc(document, remedy.vpcId, null);
      const route = gateway && addDefaultRoute(document, remedy.tableId, { gatewayId: gateway.id });
      if (!gateway || !route) return null;
      const label = `Route 0.0.0.0/0 to ${labelOf(document, gateway.id)} in ${labelOf(document, remedy.tableId)}`;
      return {
        label:
          gateway.label === ''
            ? label
            : `${gateway.label} and route 0.0.0.0/0 to it in ${labelOf(document, remedy.tableId)}`,
        changes: [...gateway.changes, route],
      };
    }
    case 'route-to-nat': {
      const route = addDefaultRoute(document, remedy.tableId, { natGatewayId: remedy.natId });
      return (
        route && {
          label: `Route 0.0.0.0/0 to ${labelOf(document, remedy.natId)} in ${labelOf(document, remedy.tableId)}`,
          changes: [route],
        }
      );
    }
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
