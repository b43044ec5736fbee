/** Every property of a kind as a form, made from its description. What AWS fixes at creation is shown, not edited. */
import type { Field, Resource } from '../../engine';
import { fieldsOf } from '../../engine/late';
import { inspector as text } from '../strings';
import { FieldRow } from './fields/FieldRow';
import { Section } from './Section';

/** Edited row by row in tables of their own. */
const IN_TABLES: Readonly<Record<string, readonly string[]>> = {
  'security-group': ['securityGroupIngress', 'securityGroupEgress'],
  'network-acl': ['entries'],
  'route-table': ['routes'],
};

export function Properties({ resource }: { readonly resource: Resource }) {
  // What AWS manages is changed at what it belongs to.
  const managed = 'managedBy' in resource && resource.managedBy !== undefined;
  const fields = fieldsOf(resource.kind)
    .filter(({ key }) => !IN_TABLES[resource.kind]?.includes(key))
    .map((field): Field => (managed && field.key !== 'description' ? { ...field, fixed: true } : field));
  const values = resource as unknown as Readonly<Record<string, unknown>>;
  const shown = fields.filter(
    ({ fixed, key, when }) =>
      (!fixed || values[key] !== undefined) && (!when || values[when.key] === when.is),
  );
  if (shown.length === 0) return null;
  // What can be changed comes first.
  const ordered: readonly Field[] = [
    ...shown.filter((field) => !field.fixed),
    ...shown.filter((field) => field.fixed),
  ];
  return (
    <Section title={text.properties}>
      <div className="space-y-2.5">
        {ordered.map((field) => (
          <FieldRow key={field.key} resource={resource} field={field} value={values[field.key]} />
        ))}
      </div>
    </Section>
  );
}
