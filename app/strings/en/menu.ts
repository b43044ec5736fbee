export const menuText = {
  of: (name: string) => `What can be done with ${name}`,
  ofMany: (count: number) => `What can be done with ${count} things`,
  ofCanvas: 'What can be done here',
  selectAll: 'Select all',
  fit: 'Show everything',
  add: 'Add…',
  move: 'Move to container…',
  delete: 'Delete all',
};
export const renamingText = {
  label: (name: string) => `Name of ${name}`,
};
