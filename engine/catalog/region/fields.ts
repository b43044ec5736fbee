/** Properties of a region: types, limits, words. The schema and the inspector's form derive from them. */
import type { Field } from '../../model/kind';

export const regionFields: readonly Field[] = [{ key: 'regionName', label: 'Region', type: 'region' }];
