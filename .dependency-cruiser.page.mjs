/**
 * What the page loads, following every chain of imports. A run of its own, because two kinds of import do not count here:
 * types, which are gone in the browser, and the worker, which app/engine-client knows by its address only.
 */
import boundaries from './.dependency-cruiser.mjs';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'page-stays-small',
      severity: 'error',
      comment:
        'Behaviours, the session, the schema library and the fact tables belong to the worker: ask it through app/engine-client.',
      from: { path: '^app/', pathNot: '[.]test[.]tsx?$' },
      to: {
        path: [
          '^engine/(session[.]|facts/data/|catalog/behaviours[.])',
          '^engine/(kernel|network|lifecycle|storage|spot|placement|validation)/',
          // Of editing only copying, which the browser wants at once.
          '^engine/editing/(?!clipboard/(copying|clip|clipping|belongings)[.]ts$)',
          // Of what is exchanged only where a picture keeps its document.
          '^engine/interchange/(?!picture/)',
          // Of a kind's folder only the description.
          '^engine/catalog/[^/]+/(?!(kind|fields)[.]ts$)',
          '(^|/)node_modules/zod/',
        ],
        reachable: true,
      },
    },
  ],
  options: { ...boundaries.options, tsPreCompilationDeps: false, exclude: { path: '^workers/' } },
};
