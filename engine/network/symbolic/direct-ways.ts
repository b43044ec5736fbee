/** Which way packets take from a subnet to the interfaces of other classes, as far as the route tables tell at once. */
import { cidrHas, type Address } from '../../model/ip/address';
import type { Route, Subnet, Table, Vpc } from '../network';
import { isPublic } from '../packet';
import type { Ground } from './ground';
import type { InterfaceClass } from './classes-of-interfaces';
import { contains } from './boxes';

/** Straight inside the subnet, by the local route, or over a peering connection; `none`: dropped; else ask the walk. */
export type Way = 'neighbour' | 'local' | 'peering' | 'far-peering' | 'none' | 'walk';

/** Ways from one subnet to every class, worked out once. */
export class DirectWays {
  private readonly rows = new Map<Subnet, readonly Way[]>();

  constructor(
    private readonly ground: Ground,
    private readonly classes: readonly InterfaceClass[],
  ) {}

  from(subnet: Subnet): readonly Way[] {
    const known = this.rows.get(subnet);
    if (known) return known;
    const row = this.classes.map(({ representative, address }) =>
      this.wayTo(subnet, address, representative.subnet),
    );
    this.rows.set(subnet, row);
    return row;
  }

  private wayTo(from: Subnet, address: Address, home: Subnet): Way {
    if (from === home) return 'neighbour';
    if (from.blocks.some((block) => cidrHas(block, address))) return 'none';
    if (!from.table || !from.acl || !home.acl) return 'walk';
    const found = this.routeTo(from.table, address);
    if (found === 'unknown') return 'walk';
    return found ? this.wayOf(found, from.vpc, address, home, 0) : 'none';
  }

  private routeTo(table: Table, address: Address): Route | 'unknown' | null {
    const point = { address, protocol: 0, port: 0, sourcePort: 0 };
    const cell = this.ground.filters.cellsOf(table).find(({ addresses }) => contains(addresses, point));
    return cell?.unknown ? 'unknown' : (cell?.route ?? null);
  }

  private wayOf({ target }: Route, vpc: Vpc, address: Address, home: Subnet, depth: number): Way {
    switch (target.type) {
      case 'local':
        return home.vpc === vpc ? 'local' : 'none';
      case 'peering':
        if (!target.far) return 'walk';
        if (target.far !== home.vpc) return 'none';
        if (!home.vpc.blocks.some((block) => cidrHas(block, address))) return 'none';
        return target.sameRegion ? 'peering' : 'far-peering';
      // Private addresses get nowhere by a gateway to the internet.
      case 'gateway':
        return isPublic(address) ? 'walk' : 'none';
      case 'nat': {
        const { table } = target.nat.subnet;
        if (!table || depth > 1) return 'walk';
        const next = this.routeTo(table, address);
        if (next === null) return 'none';
        if (next === 'unknown' || next.target.type !== 'gateway') return 'walk';
        return this.wayOf(next, vpc, address, home, depth + 1);
      }
      case 'blackhole':
        return 'none';
      case 'egress-only':
        return this.ground.family === 4 ? 'none' : 'walk';
      case 'interface':
      case 'endpoint':
      case 'missing':
      case 'other':
        return 'walk';
    }
  }
}
