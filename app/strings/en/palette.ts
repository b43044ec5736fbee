export const paletteText = {
  palette: 'Things to add',
  search: 'Find a thing to add',
  groups: {
    start: 'Start here',
    gateways: 'Gateways',
    storage: 'Storage',
    security: 'Security',
    world: 'Outside',
  },
  nothing: (query: string) => `Nothing here is called “${query}”.`,
  hint: 'Drag onto the canvas, or click and then click where it goes. Enter places it in what is selected.',
};
