/** Region and account as folder names, zone names and ARNs tell them. */

const REGION = /^[a-z]{2}(?:-(?:gov|iso[a-z]?))?-[a-z]+-\d{1,2}$/;
const REGION_AT_START = /^([a-z]{2}(?:-(?:gov|iso[a-z]?))?-[a-z]+-\d{1,2})(?:[a-z]|-|$)/;
const ACCOUNT = /^\d{12}$/;

export const isRegionName = (name: string): boolean => REGION.test(name);
export const isAccountId = (id: string): boolean => ACCOUNT.test(id);

/** `us-east-1a` and the local zone `us-west-2-lax-1a` are in the region they begin with. */
export const regionOfZoneName = (zoneName: string): string | undefined => REGION_AT_START.exec(zoneName)?.[1];

/** `arn:aws:ec2:us-east-2:111122223333:subnet/subnet-…` */
export function regionOfArn(arn: string | undefined): string | undefined {
  const region = arn?.split(':')[3];
  return region !== undefined && isRegionName(region) ? region : undefined;
}

/** `arn:aws:elasticloadbalancing:us-east-2:111122223333:loadbalancer/…` */
export function accountOfArn(arn: string): string | undefined {
  const account = arn.startsWith('arn:') ? arn.split(':')[4] : undefined;
  return account !== undefined && isAccountId(account) ? account : undefined;
}

export interface FolderPlace {
  readonly region?: string;
  readonly account?: string;
}

/** A name that only an account and region keep apart. */
export const localName = ({ account, region }: FolderPlace, name: string): string =>
  `${account ?? ''}/${region ?? ''}/${name}`;

/** `us-east-2/Vpcs.json`, `accounts/111122223333/us-east-2/Vpcs.json`: the innermost folder that says so counts. */
export function placeOfFile(name: string): FolderPlace {
  const folders = name.split(/[/\\]/).slice(0, -1).reverse();
  const region = folders.find(isRegionName);
  const account = folders.find(isAccountId);
  return { ...(region === undefined ? {} : { region }), ...(account === undefined ? {} : { account }) };
}
