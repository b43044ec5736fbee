export const gatherText = {
  gather: 'Put what is selected into a box or a group',
  ungroup: 'Take what is selected out of its placement group',
  needsSelection: 'Select something first.',
  needsGrouped: 'Select an instance in a placement group first.',
  make: { subnet: 'A new subnet', 'placement-group': 'A new placement group' },
  makes: {
    subnet: 'in the VPC and zone where they stand',
    'placement-group': 'strategy spread, to be changed in the inspector',
  },
};
