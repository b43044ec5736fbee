/** Rules on the blocks of VPCs. */
import type { ResourceOf } from '../catalog/descriptors';
import { allOf, labelOf } from '../catalog/lookup';
import { nextVpcCidr } from '../editing/next-cidr';
import { forbiddenBlock } from '../editing/set/cidr';
import { cidr4Contains, cidr4Overlaps, makeCidr4, parseCidr4, type Cidr4 } from '../model/ip/ipv4';
import { finding, mend, page, type Rule } from './rule';

type Vpc = ResourceOf<'vpc'>;
const blocksOf = (vpc: Vpc): readonly Cidr4[] =>
  [vpc.cidrBlock, ...(vpc.secondaryCidrBlocks ?? [])].flatMap((text) => parseCidr4(text) ?? []);

const withoutSecondary = (vpc: Vpc, text: string) => {
  const left = (vpc.secondaryCidrBlocks ?? []).filter((other) => other !== text);
  return mend(`Take ${text} away from ${vpc.name ?? vpc.id}`, {
    type: 'update',
    id: vpc.id,
    set: { secondaryCidrBlocks: left.length > 0 ? left : null },
  });
};

const blockOf = (text: string): Cidr4 => parseCidr4(text) ?? { first: 0, last: -1, prefix: 32 };
const RFC1918 = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'].map(blockOf);
const RESERVED_198_19 = blockOf('198.19.0.0/16');
const inRange = (range: Cidr4, block: Cidr4): boolean => cidr4Contains(range, block);
const privateRange = (block: Cidr4): Cidr4 | undefined => RFC1918.find((range) => inRange(range, block));

/** May `block` be added to a VPC whose primary block is `primary`? The reason if not. */
function secondaryRefusal(primary: Cidr4, block: Cidr4): string | undefined {
  const [own, other] = [privateRange(primary), privateRange(block)];
  const fromReserved = inRange(RESERVED_198_19, primary);
  if (inRange(RESERVED_198_19, block) && !fromReserved) return '198.19.0.0/16 can not be added';
  if (fromReserved && other) return 'no private range can be added to a VPC in 198.19.0.0/16';
  if (!own && other) return 'no private range can be added to a VPC with a public or 100.64.0.0/10 block';
  if (own && other && own !== other) return `only ${makeCidr4(own)} and public ranges can be added`;
  if (inRange(blockOf('10.0.0.0/15'), primary) && cidr4Overlaps(blockOf('10.0.0.0/16'), block))
    return 'nothing of 10.0.0.0/16 can be added to a VPC in 10.0.0.0/15';
  if (own === RFC1918[1] && cidr4Overlaps(blockOf('172.31.0.0/16'), block))
    return '172.31.0.0/16 can not be added';
  return undefined;
}

export const VPC_RULES: readonly Rule[] = [
  {
    id: 'VPC-001',
    severity: 'error',
    sentence: 'An IPv4 block of a VPC is between /16 and /28.',
    source: page.vpcCidr,
    check: (document) =>
      allOf(document, 'vpc').flatMap((vpc) =>
        blocksOf(vpc)
          .filter((block) => block.prefix < 16 || block.prefix > 28)
          .map((block) => {
            const inside = allOf(document, 'subnet').every((subnet) => {
              const own = parseCidr4(subnet.cidrBlock ?? '');
              return subnet.vpcId !== vpc.id || !own || own.last - block.first < 65536;
            });
            const size = `${makeIp(block)}/16`;
            const mendable = block.prefix < 16 && inside && makeCidr4(block) === vpc.cidrBlock;
            return finding(
              [vpc.id],
              `${labelOf(document, vpc.id)} has the block ${makeCidr4(block)}; allowed are /16 to /28.`,
              mendable
                ? mend(`Make it ${size}`, { type: 'update', id: vpc.id, set: { cidrBlock: size } })
                : undefined,
            );
          }),
      ),
  },
  {
    id: 'VPC-002',
    severity: 'error',
    sentence: 'A VPC stays clear of 0.0.0.0/8, 127.0.0.0/8, 169.254.0.0/16 and 224.0.0.0/4.',
    source: page.vpcCidr,
    check: (document) =>
      allOf(document, 'vpc').flatMap((vpc) =>
        blocksOf(vpc).flatMap((block) => {
          const forbidden = forbiddenBlock(block);
          if (forbidden === undefined) return [];
          const empty = !allOf(document, 'subnet').some((subnet) => subnet.vpcId === vpc.id);
          const next = nextVpcCidr(document);
          const text = makeCidr4(block);
          return finding(
            [vpc.id],
            `${labelOf(document, vpc.id)} has the block ${text}, which lies in ${forbidden}. Take a private range, such as 10.0.0.0/16.`,
            text !== vpc.cidrBlock
              ? withoutSecondary(vpc, text)
              : empty && next !== undefined
                ? mend(`Make it ${next}`, { type: 'update', id: vpc.id, set: { cidrBlock: next } })
                : undefined,
          );
        }),
      ),
  },
  {
    id: 'VPC-003',
    severity: 'error',
    sentence: 'The blocks of one VPC do not overlap.',
    source: page.vpcCidr,
    check: (document) =>
      allOf(document, 'vpc').flatMap((vpc) =>
        (vpc.secondaryCidrBlocks ?? []).flatMap((text, index) => {
          const block = parseCidr4(text);
          const earlier = [vpc.cidrBlock, ...(vpc.secondaryCidrBlocks ?? []).slice(0, index)];
          const other = earlier.find((given) => block && cidr4Overlaps(block, blockOf(given)));
          if (other === undefined) return [];
          return finding(
            [vpc.id],
            `${text} of ${labelOf(document, vpc.id)} overlaps its block ${other}.`,
            other === text ? undefined : withoutSecondary(vpc, text),
          );
        }),
      ),
  },
  {
    id: 'VPC-004',
    severity: 'error',
    sentence: 'A further block comes from a range that goes with the first one.',
    source: page.vpcCidr,
    check: (document) =>
      allOf(document, 'vpc').flatMap((vpc) =>
        (vpc.secondaryCidrBlocks ?? []).flatMap((text) => {
          const [primary, block] = [parseCidr4(vpc.cidrBlock), parseCidr4(text)];
          const reason = primary && block && secondaryRefusal(primary, block);
          if (!reason) return [];
          return finding(
            [vpc.id],
            `${text} can't be added to ${labelOf(document, vpc.id)} (${vpc.cidrBlock}): ${reason}.`,
            withoutSecondary(vpc, text),
          );
        }),
      ),
  },
  {
    id: 'VPC-005',
    severity: 'info',
    sentence: 'VPCs with overlapping blocks can not be connected by peering.',
    source: 'https://docs.aws.amazon.com/vpc/latest/peering/invalid-peering-configurations.html',
    check: (document) => {
      const vpcs = allOf(document, 'vpc');
      return vpcs.flatMap((vpc, index) => {
        const other = vpcs
          .slice(0, index)
          .find((earlier) => blocksOf(earlier).some((a) => blocksOf(vpc).some((b) => cidr4Overlaps(a, b))));
        if (!other) return [];
        const next = nextVpcCidr(document);
        const empty = !allOf(document, 'subnet').some((subnet) => subnet.vpcId === vpc.id);
        return finding(
          [vpc.id, other.id],
          `${labelOf(document, vpc.id)} (${vpc.cidrBlock}) overlaps ${labelOf(document, other.id)} (${other.cidrBlock}); the two can't be connected.`,
          empty && next !== undefined && !vpc.secondaryCidrBlocks
            ? mend(`Make it ${next}`, { type: 'update', id: vpc.id, set: { cidrBlock: next } })
            : undefined,
        );
      });
    },
  },
];

const makeIp = (block: Cidr4): string => makeCidr4(block).split('/')[0] ?? '';
