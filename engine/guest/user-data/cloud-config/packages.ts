/** packages, and how an entry becomes a step. */
import { needsOf, notSimulated, type Action } from '../actions';
import { stepText, type UserDataStage, type UserDataStep } from '../plan';
import type { YamlNode } from '../yaml/node';

export interface Entry {
  readonly key: string;
  readonly line: number;
  readonly value: YamlNode;
}

/** A module's failure does not keep cloud-init from the next. */
export function step(
  { key, line }: Pick<Entry, 'key' | 'line'>,
  stage: UserDataStage,
  action: Action,
  text: string = key,
): UserDataStep {
  return {
    line,
    text: stepText(text),
    stage,
    action,
    needs: needsOf(action),
    runsIf: 'always',
    onFailure: 'continue',
  };
}

/** `true`, `yes` and `on`, as cloud-init reads a switch. */
export const isTrue = (node: YamlNode): boolean =>
  node.type === 'scalar' && /^(true|yes|on|1)$/i.test(node.text);

/** A name, or `[name, version]`. */
export function readPackages(entry: Entry): readonly UserDataStep[] {
  if (entry.value.type !== 'sequence')
    return [step(entry, 'final', notSimulated('packages is a list: one `- name` a line.'))];
  const packages = entry.value.items.flatMap((item) => {
    const name = item.type === 'sequence' ? item.items[0] : item;
    return name?.type === 'scalar' && name.text !== '' ? [name.text] : [];
  });
  if (packages.length === 0) return [];
  return [
    step(
      entry,
      'final',
      { kind: 'install-packages', manager: 'own', packages, urls: [], assumeYes: true },
      `packages: ${packages.join(', ')}`,
    ),
  ];
}
