/** The vCPU quota an instance counts towards, and who else does. */
import { instanceTypeFacts } from '../../facts/instance-types';
import { quotaClassOf } from '../../facts/quota-classes';
import type { AskedQuota } from '../../lifecycle/launch/launch-request';
import type { AccountQuotas } from '../../model/document';
import type { ResourceOf, Scenario } from '../descriptors';
import { allOf, getKind, subnetOfInstance } from '../lookup';
import type { Subjects } from '../subjects';

type Instance = ResourceOf<'instance'>;

export function quotaOf(document: Scenario, instance: Instance, subjects: Subjects): AskedQuota | undefined {
  const quotaClass = quotaClassOf(instance.instanceType);
  if (quotaClass === undefined || onDedicatedHost(instance)) return undefined;
  const spot = instance.instanceMarketOptions !== undefined;
  const quotas = quotasOf(document, instance);
  const limit = (spot ? quotas?.spot : quotas?.onDemand)?.[quotaClass];
  if (limit === undefined) return undefined;
  return {
    quotaClass,
    limit,
    vCpus: vCpusOf(instance),
    others: bucketsOf(document, subjects).get(bucketOf(document, instance)) ?? [],
  };
}

/** Dedicated Hosts have quotas of their own. */
const onDedicatedHost = (instance: Instance): boolean => instance.tenancy === 'host';

/** A type that the data does not know counts as a small one. */
const vCpusOf = (instance: Instance): number => instanceTypeFacts(instance.instanceType)?.vCpus ?? 2;

const accountOf = (document: Scenario, instance: Instance): string => {
  const vpc = getKind(document, subnetOfInstance(document, instance.id)?.vpcId, 'vpc');
  return instance.account ?? vpc?.account ?? '';
};

/** What names no account is of the document's own: the first of the list. */
function quotasOf(document: Scenario, instance: Instance): AccountQuotas | undefined {
  const named = accountOf(document, instance);
  const account = named === '' ? Object.keys(document.accounts).toSorted()[0] : named;
  if (account === undefined || !Object.hasOwn(document.accounts, account)) return undefined;
  return document.accounts[account]?.quotas;
}

function bucketOf(document: Scenario, instance: Instance): string {
  const vpc = getKind(document, subnetOfInstance(document, instance.id)?.vpcId, 'vpc');
  const market = instance.instanceMarketOptions === undefined ? 'on-demand' : 'spot';
  return [accountOf(document, instance), vpc?.region, market, quotaClassOf(instance.instanceType)].join('/');
}

type Buckets = ReadonlyMap<string, AskedQuota['others']>;
const known = new WeakMap<Scenario, Buckets>();

function bucketsOf(document: Scenario, subjects: Subjects): Buckets {
  const made = known.get(document);
  if (made) return made;
  const buckets = new Map<string, { subject: number; vCpus: number }[]>();
  for (const instance of allOf(document, 'instance')) {
    if (onDedicatedHost(instance)) continue;
    const bucket = bucketOf(document, instance);
    const entry = { subject: subjects.of(instance.id), vCpus: vCpusOf(instance) };
    const list = buckets.get(bucket);
    if (list) list.push(entry);
    else buckets.set(bucket, [entry]);
  }
  known.set(document, buckets);
  return buckets;
}
