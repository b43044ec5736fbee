import type { ActionType } from './document';

/** Of which kind `to` is, for the actions that need one. */
export const ACTION_ENDS = {
  'attach-network-interface': ['instance'],
  'associate-address': ['network-interface', 'instance'],
  'attach-volume': ['instance'],
  'move-private-address': ['network-interface'],
} as const satisfies Readonly<Partial<Record<ActionType, readonly string[]>>>;

/** Empty for an action that needs none. */
export const endsOf = (type: ActionType): readonly string[] =>
  type in ACTION_ENDS ? ACTION_ENDS[type as keyof typeof ACTION_ENDS] : [];
