/** How a kind of AWS resource is described once; palette, inspector, schema, legend and formats derive from it. */
import type { ResourceBase } from './resource';

export const CATEGORIES = ['start', 'gateways', 'storage', 'security', 'places', 'world'] as const;
export type Category = (typeof CATEGORIES)[number];

/** Parts a kind plays for the domain engines, which ask for roles and never for kinds. */
export const ROLES = [
  'place',
  'endpoint',
  'filter',
  'router',
  'gateway',
  'address',
  'machine',
  'disk',
  'group',
] as const;
export type Role = (typeof ROLES)[number];

/**
 * How a kind appears on the canvas.
 * box: a thing one lives in · card: stands in a box · border: docked on its box's border ·
 * port: a network interface, docked on its instance or standing in its own subnet ·
 * chip: a label on what it belongs to · docked: under the instance it is attached to · world: outside of everything.
 */
export const APPEARANCES = ['box', 'card', 'border', 'port', 'chip', 'docked', 'world'] as const;
export type Appearance = (typeof APPEARANCES)[number];

interface FieldBase {
  /** Property name: CloudFormation's, in camelCase. */
  readonly key: string;
  readonly label: string;
  readonly optional?: boolean;
  /** Set at creation by the editor and not editable afterwards. */
  readonly fixed?: boolean;
  readonly help?: string;
  /** Means something only where another property beside it has this value; without a value: where it is not set. */
  readonly when?: { readonly key: string; readonly is?: string };
}

/** One property of a kind: its type, limits and unit. The document schema and the inspector form derive from it. */
export type Field =
  | (FieldBase & { readonly type: 'text'; readonly maxLength: number; readonly multiline?: boolean })
  | (FieldBase & { readonly type: 'boolean' })
  | (FieldBase & {
      readonly type: 'integer';
      readonly min: number;
      readonly max: number;
      readonly unit?: string;
    })
  | (FieldBase & { readonly type: 'choice'; readonly choices: readonly Choice[] })
  | (FieldBase & { readonly type: 'ipv4' })
  | (FieldBase & { readonly type: 'ipv6' })
  | (FieldBase & { readonly type: 'ipv4-cidr'; readonly minPrefix?: number; readonly maxPrefix?: number })
  | (FieldBase & { readonly type: 'ipv6-cidr' })
  /** `-1`, `tcp`, `udp`, `icmp`, `icmpv6` or a protocol number as text. */
  | (FieldBase & { readonly type: 'protocol' })
  | (FieldBase & { readonly type: 'instance-type' })
  | (FieldBase & { readonly type: 'region' })
  /** The id of another resource. */
  | (FieldBase & ReferenceField & { readonly type: 'reference' })
  | (FieldBase & { readonly type: 'object'; readonly fields: readonly Field[] })
  | (FieldBase & { readonly type: 'list'; readonly maxItems: number; readonly of: Field });

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface ReferenceField {
  readonly to: readonly string[];
  /**
   * in: stands in it and goes with it · attached-to, member-of: let go when it is deleted ·
   * routes-to: may name what is not there (a blackhole) · uses: needs it, so it can't be deleted first.
   */
  readonly relation: 'in' | 'attached-to' | 'member-of' | 'routes-to' | 'uses';
}

export interface KindDescriptor<R extends ResourceBase = ResourceBase> {
  readonly kind: R['kind'];
  readonly label: string;
  readonly plural: string;
  readonly idPrefix: string;
  readonly cloudFormationType: string | null;
  readonly category: Category;
  readonly appearance: Appearance;
  /** One line for the palette and the help. */
  readonly summary: string;
  readonly roles: readonly Role[];
  /** Comes with imports only: not in the palette. */
  readonly importOnly?: true;
  readonly source: string;
}
