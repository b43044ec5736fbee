/** The schema of one property, derived from its field. Every schema's error is the text of what is allowed. */
import * as z from 'zod/mini';
import type { Field } from '../model/kind';
import {
  INSTANCE_TYPE,
  IPV4,
  ipv4CidrForm,
  IPV6,
  IPV6_CIDR,
  PROTOCOL,
  REGION,
  RESOURCE_ID,
  type TextForm,
} from './text-forms';

// Zod would compile its checks with `new Function`, which the page's Content-Security-Policy refuses.
z.config({ jitless: true });

export const nested = z.strictObject;

export const matching = ({ pattern, accepts }: TextForm, allowed: string) =>
  z
    .string({ error: allowed })
    .check(z.regex(pattern, { error: allowed, abort: true }), z.refine(accepts, { error: allowed }));

/** The id of a resource; also of one that is not there, where a reference may dangle. */
export const resourceId = matching(
  RESOURCE_ID,
  'an id: lower-case letters, digits and dashes, beginning with a letter, at most 64',
);

export const text = (maxLength: number) => {
  const allowed = `a text of at most ${maxLength} characters`;
  return z.string({ error: allowed }).check(z.maxLength(maxLength, { error: allowed }));
};

export const integer = (min: number, max: number, unit = '') => {
  const allowed = `a whole number from ${min} to ${max}${unit && ` (${unit})`}`;
  return z.int({ error: allowed }).check(z.gte(min, { error: allowed }), z.lte(max, { error: allowed }));
};

export const oneOf = (values: readonly string[]) =>
  z.enum(values as readonly [string, ...string[]], { error: `one of ${values.join(', ')}` });

const truth = () => z.boolean({ error: 'true or false' });

export const ipv4 = () => matching(IPV4, 'an IPv4 address such as 10.0.1.4');

function ipv4Cidr(minPrefix = 0, maxPrefix = 32) {
  const limits = minPrefix > 0 || maxPrefix < 32 ? `, /${minPrefix} to /${maxPrefix}` : '';
  return matching(ipv4CidrForm(minPrefix, maxPrefix), `an IPv4 block such as 10.0.0.0/16${limits}`);
}

function fieldSchema(field: Field): z.ZodMiniType {
  switch (field.type) {
    case 'text':
      return text(field.maxLength);
    case 'boolean':
      return truth();
    case 'integer':
      return integer(field.min, field.max, field.unit);
    case 'choice':
      return oneOf(field.choices.map((choice) => choice.value));
    case 'ipv4':
      return ipv4();
    case 'ipv6':
      return matching(IPV6, 'an IPv6 address such as 2001:db8::4');
    case 'ipv4-cidr':
      return ipv4Cidr(field.minPrefix, field.maxPrefix);
    case 'ipv6-cidr':
      return matching(IPV6_CIDR, 'an IPv6 block such as 2001:db8::/56');
    case 'protocol':
      return matching(
        PROTOCOL,
        '-1 (all), tcp, udp, icmp, icmpv6 or a protocol number from 0 to 255, as text',
      );
    case 'instance-type':
      return matching(INSTANCE_TYPE, 'an instance type such as t3.micro');
    case 'region':
      return matching(REGION, 'a region code such as us-east-1');
    case 'reference':
      return resourceId;
    case 'object':
      return nested(shapeOf(field.fields), { error: `an object with ${keysOf(field.fields)}` });
    case 'list': {
      const allowed = `a list of at most ${field.maxItems}`;
      return z
        .array(fieldSchema(field.of), { error: allowed })
        .check(z.maxLength(field.maxItems, { error: allowed }));
    }
  }
}

/** @param defaults values of required properties that a file may leave out */
export function shapeOf(
  fields: readonly Field[],
  defaults: Readonly<Record<string, unknown>> = {},
): Record<string, z.ZodMiniType> {
  const shape: Record<string, z.ZodMiniType> = {};
  for (const field of fields) {
    const schema = fieldSchema(field);
    shape[field.key] = Object.hasOwn(defaults, field.key)
      ? z._default(schema, defaults[field.key])
      : field.optional
        ? z.optional(schema)
        : schema;
  }
  return shape;
}

const keysOf = (fields: readonly Field[]): string => fields.map((field) => field.key).join(', ');
