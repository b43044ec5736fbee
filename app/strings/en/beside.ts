export const besideText = {
  right: 'Add another to the right of what is selected, connected alike',
  left: 'Add another to the left of what is selected, connected alike',
  above: 'Add another above what is selected, connected alike',
  below: 'Add another below what is selected, connected alike',
  needsOne: 'Select one thing first.',
};
