export const gridText = {
  toggle: 'Show or hide the dots on the ground',
  on: 'The ground has dots.',
  off: 'The ground is plain.',
};
