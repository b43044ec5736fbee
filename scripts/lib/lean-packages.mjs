/**
 * Leaves out of the built page what packages bring that the page never uses and that a bundler cannot see: React Flow
 * draws and pans here, while edges, handles, dragging and selecting are the page's own; of d3 it needs zooming only.
 * Every passage is looked for in the text of the installed package and the build stops when one is not found, so that
 * a new version is read before it is taken.
 */

/** @typedef {readonly [passage: RegExp, instead: string]} Cut */

/** Lines of an object literal `name: value,`. */
const methods = (/** @type {readonly string[]} */ names) =>
  names.map((name) => /** @type {Cut} */ ([new RegExp(`^  ${name}: .*,\n`, 'm'), '']));

const UNUSED_OF_SELECTIONS = [
  ...['select', 'selectAll', 'selectChild', 'selectChildren', 'data', 'enter', 'exit', 'join', 'merge'],
  ...['order', 'sort', 'attr', 'classed', 'text', 'html', 'raise', 'lower', 'append', 'insert'],
  ...['remove', 'clone', 'dispatch'],
];

const UNUSED_OF_TRANSITIONS = [
  ...['select', 'selectAll', 'selectChild', 'selectChildren', 'filter', 'merge', 'transition', 'attr'],
  ...['attrTween', 'style', 'styleTween', 'text', 'textTween', 'remove', 'delay', 'easeVarying', 'end'],
];

/** What is only called to be kept in a variable goes with the variable. */
const CALLS_ARE_PURE = /** @type {Cut} */ ([
  /^((?:const|var) [\w$]+ = )(?=\w+\(|\(function)/gm,
  '$1/* @__PURE__ */ ',
]);

/** @type {Readonly<Record<string, readonly Cut[]>>} by the module's path below node_modules */
export const CUTS = {
  '@xyflow/react/dist/esm/index.js': [
    // Components that nobody imports can go once naming and wrapping them counts for nothing.
    [/^\w+\.displayName = .*;$/gm, ''],
    [/memo\((?=fixedForwardRef\()/, 'memo(/* @__PURE__ */ '],
    CALLS_ARE_PURE,
    // Nodes are of the page's own kinds, without handles; nodesDraggable and elementsSelectable are false.
    [/(?<=^const builtinNodeTypes = ){[^}]*}/m, '{}'],
    [/(?<=^ {4}const dragging = )useDrag\({[^}]*}\)/m, 'false'],
    [/, nodesSelectionActive && \(jsx\(NodesSelection, {.*?}\)\)/, ''],
    // Lines between things are drawn by app/canvas/Between.
    [/jsx\(EdgeRenderer, {.*?}\), /, ''],
    [/jsx\(ConnectionLineWrapper, {.*?}\), /, ''],
  ],
  // Warnings are given in development only.
  '@xyflow/system/dist/esm/index.js': [
    [/(?<=^const errorMessages = ){\n[^]*?\n}/m, "new Proxy({}, { get: () => () => '' })"],
  ],
  // The page asks for transitions of the view alone, never for one of attributes, styles or texts.
  'd3-transition/dist/d3-transition.mjs': methods(UNUSED_OF_TRANSITIONS),
  // d3-zoom and @xyflow/system set properties, listeners and one style.
  'd3-selection/dist/d3-selection.mjs': methods(UNUSED_OF_SELECTIONS),
  // Numbers only.
  'd3-interpolate/dist/d3-interpolate.mjs': [
    [/(?<=: t === "string" \? )\(\(c = color\(b\)\) \? \(b = c, rgb\) : string\)/, 'string'],
    [/^ *: b instanceof color \? rgb\n/m, ''],
    CALLS_ARE_PURE,
  ],
  'd3-ease/dist/d3-ease.mjs': [CALLS_ARE_PURE],
};

/** @returns {import('vite').Plugin} */
export const leanPackages = () => ({
  name: 'lean-packages',
  apply: 'build',
  transform: {
    filter: { id: /\/node_modules\/(@xyflow|d3-[a-z]+)\// },
    handler(code, id) {
      const module = Object.keys(CUTS).find((path) => id.endsWith(`/node_modules/${path}`));
      if (!module) return null;
      return { code: cut(module, code), map: null };
    },
  },
});

/**
 * @param {string} module its path below node_modules
 * @param {string} code its text
 */
export function cut(module, code) {
  return (CUTS[module] ?? []).reduce((text, [passage, instead]) => {
    if (text.search(passage) < 0)
      throw new Error(`${module} has no passage ${passage}; see scripts/lib/lean-packages.mjs.`);
    return text.replace(passage, instead);
  }, code);
}
