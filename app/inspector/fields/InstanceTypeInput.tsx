/** An instance type, found by typing: the catalogue is offered, the engine judges what was written. */
import { useEffect, useState } from 'react';
import { loadInstanceTypeNames, type Field, type InstanceTypeName } from '../../../engine';
import type { FieldInputProps } from './field-input-props';
import { TextInput } from './TextInput';

const LIST_ID = 'instance-types';
const NONE: readonly InstanceTypeName[] = [];

export function InstanceTypeInput(props: FieldInputProps<Extract<Field, { type: 'instance-type' }>>) {
  const [names, setNames] = useState(NONE);
  useEffect(() => {
    let gone = false;
    void loadInstanceTypeNames().then((loaded) => !gone && setNames(loaded));
    return () => {
      gone = true;
    };
  }, []);
  return (
    <>
      <TextInput {...props} list={LIST_ID} />
      <datalist id={LIST_ID}>
        {names.map(({ type, vCpus, memoryGib }) => (
          <option key={type} value={type}>{`${vCpus} vCPU, ${memoryGib} GiB`}</option>
        ))}
      </datalist>
    </>
  );
}
