/** An instance type, found by typing: the catalogue is offered, the engine judges what was written. */
import { INSTANCE_TYPE_NAMES, type Field } from '../../../engine';
import type { FieldInputProps } from './FieldInput';
import { TextInput } from './TextInput';

const LIST_ID = 'instance-types';

export function InstanceTypeInput(props: FieldInputProps<Extract<Field, { type: 'instance-type' }>>) {
  return (
    <>
      <TextInput {...props} list={LIST_ID} />
      <datalist id={LIST_ID}>
        {INSTANCE_TYPE_NAMES.map(({ type, vCpus, memoryGib }) => (
          <option key={type} value={type}>{`${vCpus} vCPU, ${memoryGib} GiB`}</option>
        ))}
      </datalist>
    </>
  );
}
