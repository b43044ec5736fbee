/** The editor a property's type asks for. */
import { BooleanInput } from './BooleanInput';
import { ChoiceInput } from './ChoiceInput';
import type { FieldInputProps } from './field-input-props';
import { InstanceTypeInput } from './InstanceTypeInput';
import { IntegerInput } from './IntegerInput';
import { LinesInput } from './LinesInput';
import { ListInput } from './ListInput';
import { ObjectInput } from './ObjectInput';
import { ReferenceInput } from './ReferenceInput';
import { TextInput } from './TextInput';

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
      return <ObjectInput {...props} field={field} Input={FieldInput} />;
    case 'list':
      return <ListInput {...props} field={field} Input={FieldInput} />;
    case 'text':
      return field.multiline ? (
        <LinesInput {...props} field={field} />
      ) : (
        <TextInput {...props} field={field} />
      );
    case 'ipv4':
    case 'ipv6':
    case 'ipv4-cidr':
    case 'ipv6-cidr':
    case 'protocol':
    case 'region':
      return <TextInput {...props} field={field} />;
  }
}
