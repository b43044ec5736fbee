/** The ACLs of a VPC: the default one, one at the edge, one around the data, and a strict one in a zone of the app tier. */
import type { ResourceOf } from '../../catalog/descriptors';
import type { ResourceId } from '../../model/resource';
import { EVERYWHERE, OFFICE, type Builder } from './builder';

type Entry = ResourceOf<'network-acl'>['entries'][number];

export interface Acls {
  /** `undefined`: the default one. */
  readonly of: (tier: string, zone: string) => ResourceId | undefined;
}

const HIGH_PORTS = { from: 1024, to: 65_535 } as const;

const entry = (
  ruleNumber: number,
  egress: boolean,
  protocol: string,
  cidrBlock: string,
  portRange?: Entry['portRange'],
  ruleAction: Entry['ruleAction'] = 'allow',
): Entry => ({ ruleNumber, egress, protocol, ruleAction, cidrBlock, ...(portRange ? { portRange } : {}) });

const one = (port: number): NonNullable<Entry['portRange']> => ({ from: port, to: port });

export function addAcls(builder: Builder, vpcId: ResourceId, name: string, cidrBlock: string): Acls {
  const add = (label: string, entries: readonly Entry[], isDefault?: true): ResourceId => {
    const id = builder.next('acl');
    const is = isDefault ? { isDefault } : {};
    builder.add({ id, kind: 'network-acl', name: `${name}-${label}`, vpcId, ...is, entries });
    return id;
  };
  add('default', [entry(100, false, '-1', EVERYWHERE), entry(100, true, '-1', EVERYWHERE)], true);
  const edge = add('edge', [
    entry(90, false, '6', EVERYWHERE, one(3389), 'deny'),
    entry(100, false, '6', EVERYWHERE, one(80)),
    entry(110, false, '6', EVERYWHERE, one(443)),
    entry(120, false, '6', OFFICE, one(22)),
    entry(130, false, '-1', cidrBlock),
    entry(140, false, '6', EVERYWHERE, HIGH_PORTS),
    entry(150, false, '17', EVERYWHERE, HIGH_PORTS),
    entry(100, true, '-1', EVERYWHERE),
  ]);
  const data = add('data', [
    entry(100, false, '6', cidrBlock, HIGH_PORTS),
    entry(110, false, '6', cidrBlock, one(22)),
    entry(120, false, '1', cidrBlock),
    entry(100, true, '6', cidrBlock, HIGH_PORTS),
    entry(110, true, '1', cidrBlock),
  ]);
  const strict = add('strict', [
    entry(100, false, '-1', cidrBlock),
    entry(110, false, '6', EVERYWHERE, HIGH_PORTS),
    entry(90, true, '6', EVERYWHERE, one(25), 'deny'),
    entry(100, true, '-1', cidrBlock),
    entry(110, true, '6', EVERYWHERE, one(443)),
    entry(120, true, '6', EVERYWHERE, one(80)),
  ]);
  return {
    of: (tier, zone) =>
      tier === 'web' ? edge : tier === 'data' ? data : zone === 'az-3' ? strict : undefined,
  };
}
