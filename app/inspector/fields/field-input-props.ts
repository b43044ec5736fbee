/** What every editor of a property is given. */
import type { ComponentType } from 'react';
import type { Field, Resource } from '../../../engine';

export interface FieldInputProps<F extends Field = Field> {
  readonly id: string;
  readonly describedBy: string | undefined;
  readonly resource: Resource;
  readonly field: F;
  readonly value: unknown;
  readonly invalid: boolean;
  /** What was typed is not even of the right shape: nothing was asked. null: it is as it was. */
  readonly onProblem: (message: string | null) => void;
  /** null takes an optional property away. */
  readonly onSet: (value: unknown) => void;
}

export const INPUT =
  'border-line bg-ground block h-7 w-full min-w-0 rounded-md border px-1.5 text-sm aria-[invalid=true]:border-bad';

/** For what has parts of its own: the editor each part is given. */
export type NestingProps<F extends Field> = FieldInputProps<F> & {
  readonly Input: ComponentType<FieldInputProps>;
};
