/** Rules on a document. The worker and Node load it, the page never. */
export { problemsOf } from './problems';
export type { Finding, Rule } from './rule';
export { RULES } from './rules';
export { makeRulesPage } from './rules-page';
