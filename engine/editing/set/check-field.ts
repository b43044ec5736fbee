/** Is a value what a field allows? The same descriptors as the form and the document's schema. */
import type { Scenario } from '../../catalog/descriptors';
import { get } from '../../catalog/lookup';
import { regionFacts } from '../../facts/regions';
import { instanceTypeFacts } from '../../facts/instance-types';
import { makeCidr4, parseCidr4, parseIpv4 } from '../../model/ip/ipv4';
import type { Field } from '../../model/kind';
import { isIpv6, isIpv6Cidr } from './ipv6-text';

export type Checked =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly message: string };

const good = (value: unknown): Checked => ({ ok: true, value });
const bad = (message: string): Checked => ({ ok: false, message });
const shown = (value: unknown): string => {
  const text = typeof value === 'string' ? `"${value}"` : (JSON.stringify(value) ?? 'nothing');
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
};

const NAMED_PROTOCOLS = ['-1', 'tcp', 'udp', 'icmp', 'icmpv6'];

/** @returns the value as it is stored (a block without host bits), or one sentence: what is wrong, what is allowed. */
export function checkField(document: Scenario, field: Field, value: unknown): Checked {
  const wrong = (allowed: string): Checked => bad(`${field.label}: ${shown(value)} is not ${allowed}.`);
  switch (field.type) {
    case 'text':
      if (typeof value !== 'string') return wrong('text');
      return value.length > field.maxLength
        ? bad(`${field.label}: ${value.length} characters are too many; allowed: ${field.maxLength}.`)
        : good(value);
    case 'boolean':
      return typeof value === 'boolean' ? good(value) : wrong('yes or no');
    case 'integer': {
      const range = `a whole number from ${field.min} to ${field.max}${field.unit ? ` ${field.unit}` : ''}`;
      const fits =
        typeof value === 'number' && Number.isInteger(value) && value >= field.min && value <= field.max;
      return fits ? good(value) : wrong(range);
    }
    case 'choice': {
      const values = field.choices.map((choice) => choice.value);
      return values.includes(value as string) ? good(value) : wrong(`one of ${values.join(', ')}`);
    }
    case 'ipv4':
      return typeof value === 'string' && parseIpv4(value) !== null
        ? good(value)
        : wrong('an IPv4 address such as 10.0.0.10');
    case 'ipv6':
      return typeof value === 'string' && isIpv6(value) ? good(value) : wrong('an IPv6 address');
    case 'ipv4-cidr': {
      const block = typeof value === 'string' ? parseCidr4(value) : null;
      if (!block) return wrong('an IPv4 CIDR such as 10.0.0.0/16');
      const [min, max] = [field.minPrefix ?? 0, field.maxPrefix ?? 32];
      return block.prefix < min || block.prefix > max
        ? wrong(`between /${min} and /${max}`)
        : good(makeCidr4(block));
    }
    case 'ipv6-cidr':
      return typeof value === 'string' && isIpv6Cidr(value)
        ? good(value)
        : wrong('an IPv6 CIDR such as 2001:db8:1234:1a00::/56');
    case 'protocol': {
      const text = typeof value === 'string' ? value : '';
      const fits = NAMED_PROTOCOLS.includes(text) || (/^\d{1,3}$/.test(text) && Number(text) <= 255);
      return fits ? good(value) : wrong(`one of ${NAMED_PROTOCOLS.join(', ')} or a number from 0 to 255`);
    }
    case 'instance-type':
      return typeof value === 'string' && instanceTypeFacts(value)
        ? good(value)
        : wrong('an instance type of the catalogue, such as t3.micro');
    case 'region':
      return typeof value === 'string' && regionFacts(value)
        ? good(value)
        : wrong('a commercial region such as us-east-1');
    case 'reference': {
      const target = typeof value === 'string' ? get(document, value) : undefined;
      // A route or a rule may go on naming what is gone.
      if (!target && field.relation === 'routes-to' && typeof value === 'string') return good(value);
      return target && field.to.includes(target.kind)
        ? good(value)
        : wrong(
            `the id of ${field.to.map((kind) => kind.replaceAll('-', ' ')).join(' or ')} in this document`,
          );
    }
    case 'object':
      return checkObject(document, field.label, field.fields, value);
    case 'list': {
      if (!Array.isArray(value)) return wrong('a list');
      if (value.length > field.maxItems)
        return bad(`${field.label}: ${value.length} are too many; allowed: ${field.maxItems}.`);
      const items: unknown[] = [];
      for (const [index, item] of value.entries()) {
        const checked = checkField(document, field.of, item);
        if (!checked.ok) return bad(`${field.label}, no. ${index + 1}: ${checked.message}`);
        items.push(checked.value);
      }
      return good(items);
    }
  }
}

function checkObject(document: Scenario, label: string, fields: readonly Field[], value: unknown): Checked {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return bad(`${label}: ${shown(value)} is not a set of properties.`);
  const given = value as Readonly<Record<string, unknown>>;
  const stored: Record<string, unknown> = {};
  for (const key of Object.keys(given))
    if (!fields.some((field) => field.key === key))
      return bad(
        `${label} has no property "${key}"; allowed: ${fields.map((field) => field.key).join(', ')}.`,
      );
  for (const field of fields) {
    const part = Object.hasOwn(given, field.key) ? given[field.key] : undefined;
    if (part === undefined || part === null) {
      if (!field.optional) return bad(`${label}: ${field.label} is missing.`);
      continue;
    }
    const checked = checkField(document, field, part);
    if (!checked.ok) return checked;
    stored[field.key] = checked.value;
  }
  return good(stored);
}
