/**
 * Version 0, the sketch before the first release, kept resources in an object by id, in which a second resource
 * of the same id vanishes unseen. Version 1 keeps a list.
 */
export function resourcesAsList(document: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { resources } = document;
  if (typeof resources !== 'object' || resources === null || Array.isArray(resources)) return { ...document };
  const list = Object.entries(resources).map(([id, resource]: [string, unknown]) =>
    typeof resource === 'object' && resource !== null ? { id, ...resource } : resource,
  );
  return { ...document, resources: list };
}
