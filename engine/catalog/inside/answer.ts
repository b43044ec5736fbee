/** Answers one question about the inside of an instance; each in a file of its own. */
import type { InsideAnswer, InsideQuestion } from '../../model/inside';
import { fail, ok, type Result } from '../../model/result';
import type { ResourceId } from '../../model/resource';
import { getKind } from '../lookup';
import { consoleOf } from './console';
import { loginOf } from './login';
import { metadataOf } from './metadata';
import { statesOf } from './states';
import type { InsideWorld } from './world';

export async function insideOf(
  world: InsideWorld,
  id: ResourceId,
  question: InsideQuestion,
): Promise<Result<InsideAnswer>> {
  const instance = getKind(world.document, id, 'instance');
  if (!instance) return fail('not-found', `There is no instance ${id}.`, id);
  switch (question) {
    case 'states':
      return ok(statesOf(world, instance));
    case 'metadata':
      return ok(await metadataOf(world, instance));
    case 'console':
      return ok(await consoleOf(world, instance));
    case 'login':
      return ok(await loginOf(world, instance));
  }
}
