/** The command palette, and the groups of commands. */
export const commandPalette = {
  title: 'Command palette',
  label: 'What do you want to do?',
  placeholder: 'Search commands, things to add, things to go to',
  nothing: (query: string) => `Nothing is called “${query}”. Ctrl+F also searches addresses, tags and ids.`,
  sections: {
    recent: 'Used lately',
    selection: 'With what is selected',
    commands: 'Commands',
    add: 'Add',
    go: 'Go to',
    disabled: 'Not possible now',
  },
  groups: {
    find: 'Find',
    edit: 'Edit',
    arrange: 'Arrange',
    view: 'View',
    simulate: 'Simulate',
    document: 'Document',
    help: 'Help',
  },
  add: (kind: string) => `Add: ${kind}`,
};
