import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const INEXACT = [
  ...[
    'acos',
    'acosh',
    'asin',
    'asinh',
    'atan',
    'atan2',
    'atanh',
    'cbrt',
    'cos',
    'cosh',
    'exp',
    'expm1',
    'hypot',
  ],
  ...['log', 'log10', 'log1p', 'log2', 'pow', 'sin', 'sinh', 'tan', 'tanh'],
];

const TIME = 'The engine knows only simulated time: take it as an argument (integer ms since time 0).';
const ENVIRONMENT = 'The engine runs in a worker, in Node and in tests: take what you need as an argument.';
const LANGUAGE =
  'The answer would depend on the reader’s language: compare by code unit; wording belongs to app/strings.';
const SCHEDULING = 'Schedule an event in the kernel, or leave pacing to workers/.';

/** Same document, same run, on every machine: what would break that, and what to use instead. */
const engineRules = {
  'no-restricted-globals': [
    'error',
    { name: 'Date', message: TIME },
    { name: 'performance', message: TIME },
    { name: 'Intl', message: LANGUAGE },
    { name: 'globalThis', message: ENVIRONMENT },
    { name: 'self', message: ENVIRONMENT },
    { name: 'window', message: ENVIRONMENT },
    { name: 'document', message: `${ENVIRONMENT} (Is a Scenario meant? Then name the variable.)` },
    { name: 'process', message: ENVIRONMENT },
    { name: 'fetch', message: ENVIRONMENT },
    {
      name: 'crypto',
      message: 'Draw from a named stream of engine/kernel; ids come from the document’s counter.',
    },
    { name: 'console', message: 'Return a Diagnostic or a note; the shells print.' },
    { name: 'setTimeout', message: SCHEDULING },
    { name: 'setInterval', message: SCHEDULING },
    { name: 'queueMicrotask', message: SCHEDULING },
  ],
  'no-restricted-properties': [
    'error',
    {
      object: 'Math',
      property: 'random',
      message: 'Draw from a named stream of engine/kernel, seeded by the document.',
    },
    ...INEXACT.map((property) => ({
      object: 'Math',
      property,
      message: 'Browsers may differ in the last digit: use integers or the helpers of engine/kernel.',
    })),
  ],
  'no-restricted-syntax': [
    'error',
    { selector: 'MemberExpression[property.name=/^(toLocale|localeCompare)/]', message: LANGUAGE },
    {
      selector: "BinaryExpression[operator='**']:not([left.value=2]), AssignmentExpression[operator='**=']",
      message: 'Only powers of two are exact everywhere: write the constant, or multiply.',
    },
  ],
};

export default tseslint.config(
  {
    ignores: [
      'node_modules/',
      'dist/',
      '.cache/',
      'test-results/',
      'playwright-report/',
      'coverage/',
      'public/',
      'bench/results/',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true } },
  {
    files: ['**/*.{js,mjs}'],
    rules: { 'no-undef': 'off', 'no-unused-vars': 'error', eqeqeq: 'error', 'prefer-const': 'error' },
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.base],
    // One program for all folders: a program for each would check the engine four times.
    languageOptions: {
      parserOptions: { project: 'tsconfig.lint.json', tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      eqeqeq: 'error',
      'no-eval': 'error',
      'no-new-func': 'error',
      'prefer-const': 'error',
      'no-var': 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'hack', 'xxx'] }],
      '@typescript-eslint/ban-ts-comment': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/prefer-promise-reject-errors': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: true },
      ],
    },
  },
  {
    // A test may say what it knows.
    files: ['**/*.test.{ts,tsx}', 'e2e/**', 'bench/**', 'engine/testing/**'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  { files: ['engine/**/*.ts'], ignores: ['**/*.test.ts'], rules: engineRules },
  {
    files: ['app/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    files: ['app/**/*.{ts,tsx}'],
    ignores: ['app/engine-client/**', '**/*.test.{ts,tsx}'],
    rules: {
      'no-restricted-globals': [
        'error',
        {
          name: 'Worker',
          message: 'Ask app/engine-client: it watches the worker and restarts it after a crash.',
        },
        { name: 'SharedWorker', message: 'Ask app/engine-client.' },
        { name: 'fetch', message: 'Nothing is requested after load; import what the page needs.' },
        { name: 'XMLHttpRequest', message: 'Nothing is requested after load; import what the page needs.' },
      ],
      'no-restricted-properties': [
        'error',
        { property: 'dangerouslySetInnerHTML', message: 'No HTML from data: render elements.' },
        { property: 'innerHTML', message: 'No HTML from data: use textContent or React.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
          message: 'No HTML from data: render elements.',
        },
      ],
    },
  },
);
