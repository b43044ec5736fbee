/** What the texts of a document look like: the schema and the quick reading of what is right both go by it. */
import ipaddr from 'ipaddr.js';
import { isResourceId } from '../model/ids';
import { parseCidr4, parseIpv4 } from '../model/ip/ipv4';

export interface TextForm {
  /** Goes into the published JSON Schema too. */
  readonly pattern: RegExp;
  /** What the pattern can't say. */
  readonly accepts: (text: string) => boolean;
}

export const fits = ({ pattern, accepts }: TextForm, text: string): boolean =>
  pattern.test(text) && accepts(text);

const always = (): boolean => true;
const IPV4_PATTERN = String.raw`\d{1,3}(?:\.\d{1,3}){3}`;
const IPV6_PATTERN = '[0-9a-fA-F:.]{2,45}';

export const RESOURCE_ID: TextForm = { pattern: /^[a-z][a-z0-9-]{0,63}$/, accepts: isResourceId };

export const ACCOUNT_ID: TextForm = { pattern: /^\d{12}$/, accepts: always };

/** A resource, or the lane of a zone in a VPC. */
export const LAYOUT_KEY: TextForm = {
  pattern: /^[a-z][a-z0-9-]{0,63}(?:\/[a-z][a-z0-9-]{0,63})?$/,
  accepts: always,
};

export const IPV4: TextForm = {
  pattern: new RegExp(`^${IPV4_PATTERN}$`),
  accepts: (text) => parseIpv4(text) !== null,
};

export const IPV6: TextForm = {
  pattern: new RegExp(`^${IPV6_PATTERN}$`),
  accepts: (text) => ipaddr.IPv6.isValid(text),
};

export const ipv4CidrForm = (minPrefix: number, maxPrefix: number): TextForm => ({
  pattern: new RegExp(`^${IPV4_PATTERN}/\\d{1,2}$`),
  accepts: (text) => {
    const cidr = parseCidr4(text);
    return cidr !== null && cidr.prefix >= minPrefix && cidr.prefix <= maxPrefix;
  },
});

export const IPV6_CIDR: TextForm = {
  pattern: new RegExp(`^${IPV6_PATTERN}/\\d{1,3}$`),
  accepts: (text) => ipaddr.IPv6.isValidCIDR(text),
};

export const PROTOCOL: TextForm = {
  pattern: /^(?:-1|tcp|udp|icmp|icmpv6|0|[1-9]\d{0,2})$/,
  accepts: (text) => !/^\d/.test(text) || Number(text) <= 255,
};

export const INSTANCE_TYPE: TextForm = { pattern: /^[a-z0-9-]{1,32}\.[a-z0-9-]{1,32}$/, accepts: always };

export const REGION: TextForm = { pattern: /^[a-z]{2,4}(?:-[a-z]{1,16}){1,3}-\d{1,2}$/, accepts: always };
