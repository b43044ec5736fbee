/** Which region each thing is in. Most objects do not say: zone names, ARNs, folder names and neighbours do. */
import type { Collected, Element } from './collected';
import { isRegionName, regionOfArn, regionOfZoneName } from './place';
import type { ImportReport } from './report';
import { object, objects, text } from './values';

/** Assumed where nothing in the input tells. */
const FALLBACK_REGION = 'us-east-1';

export class Regions {
  readonly #byVpc = new Map<string, string>();
  readonly #all = new Set<string>();
  readonly #only: string | undefined;
  readonly #report: ImportReport;
  /** Regions of the folders that hold one region only, for what says nothing itself. */
  readonly #byFolder = new Map<string, string | null>();
  readonly #unknown = new Set<string>();

  constructor({ lists }: Collected, report: ImportReport) {
    this.#report = report;
    for (const list of [lists.Vpcs, lists.Subnets, lists.NetworkInterfaces, lists.Instances])
      for (const element of list.values()) {
        const region = regionSaidBy(element);
        const vpcId = text(element.value, 'VpcId');
        if (region === undefined) continue;
        this.#all.add(region);
        if (vpcId !== undefined && !this.#byVpc.has(vpcId)) this.#byVpc.set(vpcId, region);
      }
    for (const list of [lists.AvailabilityZones, lists.Volumes])
      for (const element of list.values()) {
        const region = regionSaidBy(element);
        if (region !== undefined) this.#all.add(region);
      }
    for (const list of [lists.AvailabilityZones, lists.Subnets])
      for (const element of list.values()) {
        const region = regionSaidBy(element);
        if (region === undefined) continue;
        const folder = folderOf(element.where);
        const known = this.#byFolder.get(folder);
        this.#byFolder.set(folder, known === undefined || known === region ? region : null);
      }
    this.#only = this.#all.size === 1 ? [...this.#all][0] : undefined;
  }

  of(element: Element): string {
    const said = regionSaidBy(element);
    if (said !== undefined) return said;
    const { value } = element;
    const attached = [...objects(value, 'Attachments'), ...objects(value, 'VpcAttachments')];
    const vpcIds = [text(value, 'VpcId') ?? text(value, 'VPCId'), ...attached.map((at) => text(at, 'VpcId'))];
    for (const vpcId of vpcIds) {
      const region = vpcId === undefined ? undefined : this.#byVpc.get(vpcId);
      if (region !== undefined) return region;
    }
    // `com.amazonaws.us-east-2.s3`
    const named = text(value, 'PrefixListName')?.split('.')[2];
    if (named !== undefined && isRegionName(named)) return named;
    if (this.#only !== undefined) return this.#only;
    const nearby = this.#byFolder.get(folderOf(element.where));
    if (typeof nearby === 'string') return nearby;
    if (this.#unknown.has(element.id)) return FALLBACK_REGION;
    this.#unknown.add(element.id);
    this.#report.warn(
      element.id,
      `The input does not say which region this is in; ${FALLBACK_REGION} was assumed.`,
    );
    return FALLBACK_REGION;
  }
}

const ARN_KEYS = [
  'SubnetArn',
  'SecurityGroupArn',
  'GroupArn',
  'VolumeArn',
  'LoadBalancerArn',
  'TargetGroupArn',
  'PrefixListArn',
  'TransitGatewayArn',
  'FirewallArn',
] as const;

const folderOf = (file: string): string =>
  file.slice(0, Math.max(0, file.lastIndexOf('/'), file.lastIndexOf('\\')));

function regionSaidBy({ value, region }: Element): string | undefined {
  if (region !== undefined) return region;
  const own = text(value, 'Region') ?? text(value, 'RegionName');
  if (own !== undefined && isRegionName(own)) return own;
  const zone =
    text(value, 'AvailabilityZone') ??
    text(value, 'ZoneName') ??
    text(object(value, 'Placement'), 'AvailabilityZone');
  const byZone = zone === undefined ? undefined : regionOfZoneName(zone);
  if (byZone !== undefined) return byZone;
  for (const key of ARN_KEYS) {
    const byArn = regionOfArn(text(value, key));
    if (byArn !== undefined) return byArn;
  }
  const border = text(value, 'NetworkBorderGroup');
  return border === undefined ? undefined : regionOfZoneName(border);
}
