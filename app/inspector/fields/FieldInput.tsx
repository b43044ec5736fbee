/** The editor a property's type asks for. */
import type { Field, Resource } from '../../../engine';
import { BooleanInput } from './BooleanInput';
import { ChoiceInput } from './ChoiceInput';
import { InstanceTypeInput } from './InstanceTypeInput';
import { IntegerInput } from './IntegerInput';
import { ListInput } from './ListInput';
import { ObjectInput } from './ObjectInput';
import { ReferenceInput } from './ReferenceInput';
import { TextInput } from './TextInput';

export interface FieldInputProps<F extends Field = Field> {
  readonly id: string;
  readonly describedBy: string | undefined;
  readonly resource: Resource;
  readonly field: F;
  readonly value: unknown;
  readonly invalid: boolean;
  /** What was typed is not even of the right shape: nothing was asked. */
  readonly onProblem: (message: string) => void;
  /** null takes an optional property away. */
  readonly onSet: (value: unknown) => void;
}

export const INPUT =
  'border-line bg-ground block h-7 w-full min-w-0 rounded-md border px-1.5 text-sm aria-[invalid=true]:border-bad';

export function FieldInput(props: FieldInputProps) {
  const { field } = props;
  switch (field.type) {
    case 'boolean':
      return <BooleanInput {...props} field={field} />;
    case 'integer':
      return <IntegerInput {...props} field={field} />;
    case 'choice':
      return <ChoiceInput {...props} field={field} />;
    case 'reference':
      return <ReferenceInput {...props} field={field} />;
    case 'instance-type':
      return <InstanceTypeInput {...props} field={field} />;
    case 'object':
      return <ObjectInput {...props} field={field} />;
    case 'list':
      return <ListInput {...props} field={field} />;
    case 'text':
    case 'ipv4':
    case 'ipv6':
    case 'ipv4-cidr':
    case 'ipv6-cidr':
    case 'protocol':
    case 'region':
      return <TextInput {...props} field={field} />;
  }
}
