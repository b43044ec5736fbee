/**
 * Who may import whom. Each rule says what to do instead. docs/architecture.md draws the picture.
 * Order inside engine/, an import only goes to the left:
 * model, kernel, facts -> the domains -> catalog -> analysis, validation … share -> session, index.
 */
const DOMAINS = 'network|lifecycle|storage|spot|placement|guest';
const SERVICES = 'analysis|validation|editing|drawing|interchange|persistence|search|share';
const TESTS = '[.]test[.]tsx?$|^engine/testing/';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycle',
      severity: 'error',
      comment: 'Two files need each other: move what both need into a third, further to the left.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphan',
      severity: 'error',
      comment: 'Nothing imports this file: use it or delete it.',
      from: { orphan: true, pathNot: `${TESTS}|[.]d[.]ts$|^(e2e|bench)/` },
      to: {},
    },
    {
      name: 'not-resolvable',
      severity: 'error',
      comment: 'The file or package is not there: mend the path, or add the package to package.json.',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'product-not-from-tests',
      severity: 'error',
      comment:
        'Code that ships must not need tests, bench or generators: move what is shared beside the code.',
      from: { path: '^(app|engine|workers|cli)/', pathNot: TESTS },
      to: { path: `${TESTS}|^(e2e|bench|tests)/` },
    },
    {
      name: 'engine-stays-pure',
      severity: 'error',
      comment:
        'The engine runs in a worker, in Node and in tests: it imports nothing outside engine/ but the four packages below. Pass the rest in as an argument.',
      from: { path: '^engine/', pathNot: TESTS },
      to: { pathNot: '^engine/|(^|/)node_modules/(zod|ipaddr[.]js|fflate|pure-rand)/' },
    },
    {
      name: 'engine-model-first',
      severity: 'error',
      comment:
        'model, kernel and facts are the nouns all share: they import only one another. Move the type to engine/model.',
      from: { path: '^engine/(model|kernel|facts)/', pathNot: TESTS },
      to: { path: '^engine/', pathNot: '^engine/(model|kernel|facts)/' },
    },
    {
      name: 'engine-domains-apart',
      severity: 'error',
      comment:
        'A domain knows neither another domain nor the catalogue: define a small type of your own; engine/catalog/<kind>/ translates into it.',
      from: { path: `^engine/(${DOMAINS})/`, pathNot: TESTS },
      to: { path: '^engine/', pathNot: '^engine/(model|kernel|facts|$1)/' },
    },
    {
      name: 'engine-catalog-before-services',
      severity: 'error',
      comment:
        'The catalogue describes kinds; what uses it stands to its right. Pass it in or move the code.',
      from: { path: '^engine/catalog/', pathNot: TESTS },
      to: { path: `^engine/((${SERVICES})/|session|index[.])` },
    },
    {
      name: 'engine-services-before-session',
      severity: 'error',
      comment:
        'Only the front doors combine everything: session for the worker, index for the page. Import the file that has the thing itself.',
      from: { path: `^engine/(${SERVICES})/`, pathNot: TESTS },
      to: { path: '^engine/(session|index[.])' },
    },
    {
      name: 'kinds-apart',
      severity: 'error',
      comment:
        'A kind refers to another by name, never by import: take the type from catalog/descriptors and find it with catalog/lookup.',
      // boot and inside bring several kinds together, as the files beside them do.
      from: { path: '^engine/catalog/(?!(?:boot|inside)/)([^/]+)/', pathNot: TESTS },
      to: { path: '^engine/catalog/[^/]+/', pathNot: '^engine/catalog/$1/' },
    },
    {
      name: 'app-through-front-door',
      severity: 'error',
      comment:
        'The page sees the engine through engine/index.ts, and engine/late.ts for what it loads later (and the scenarios it shows): export what it needs there, or ask the worker.',
      from: { path: '^app/', pathNot: TESTS },
      to: { path: '^engine/', pathNot: '^engine/((index|late)[.]ts|scenarios/[^/]+/scenario[.]json)$' },
    },
    {
      name: 'contract-as-types',
      severity: 'error',
      comment: 'The page takes only types from workers/contract.ts: write `import type`.',
      from: { path: '^app/', pathNot: TESTS },
      to: { path: '^workers/contract[.]ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'only-engine-client-starts-workers',
      severity: 'error',
      comment: 'Ask app/engine-client: it watches the worker and restarts it after a crash.',
      from: { path: '^app/', pathNot: `^app/engine-client/|${TESTS}` },
      to: { path: '^workers/', pathNot: '^workers/contract[.]ts$' },
    },
    {
      name: 'only-engine-client-knows-comlink',
      severity: 'error',
      comment: 'A call to a dead worker never settles: go through app/engine-client, which watches it.',
      from: { path: '^app/', pathNot: '^app/engine-client/' },
      to: { path: '(^|/)node_modules/comlink/' },
    },
    {
      name: 'workers-without-page',
      severity: 'error',
      comment: 'A worker has no page: move what both need into engine/ or workers/contract.ts.',
      from: { path: '^workers/' },
      to: { path: '^app/' },
    },
    {
      name: 'cli-without-page',
      severity: 'error',
      comment: 'The command line is a thin shell over engine/: it needs neither page nor worker.',
      from: { path: '^cli/', pathNot: TESTS },
      to: { path: '^(app|workers)/' },
    },
    {
      name: 'panels-apart',
      severity: 'error',
      comment:
        'A panel folder has no other panel’s imports: speak through app/state or app/commands, share looks through app/ui.',
      from: {
        path: '^app/(checks|data|events|inspector|outline|palette|paths|problems|timeline)/',
        pathNot: TESTS,
      },
      to: {
        path: '^app/(checks|data|events|inspector|outline|palette|paths|problems|timeline)/',
        pathNot: '^app/$1/',
      },
    },
    {
      name: 'packages-declared',
      severity: 'error',
      comment: 'Code that ships uses packages of "dependencies" only: add it there.',
      from: { path: '^(app|engine|workers|cli)/', pathNot: TESTS },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    // Type imports count: the core must not lean on the shell even in its types.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
    skipAnalysisNotInRules: true,
  },
};
