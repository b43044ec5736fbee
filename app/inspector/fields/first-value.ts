/** What a property starts with when it is first set: the first choice, the lowest number, no. */
import type { Field } from '../../../engine';

export function firstValueOf(field: Field): unknown {
  switch (field.type) {
    case 'boolean':
      return false;
    case 'integer':
      return field.min;
    case 'choice':
      return field.choices[0]?.value ?? '';
    case 'object': {
      const whole: Record<string, unknown> = {};
      for (const part of field.fields) if (!part.optional) whole[part.key] = firstValueOf(part);
      return whole;
    }
    case 'list':
      return [];
    case 'text':
    case 'ipv4':
    case 'ipv6':
    case 'ipv4-cidr':
    case 'ipv6-cidr':
    case 'protocol':
    case 'instance-type':
    case 'region':
    case 'reference':
      return '';
  }
}
