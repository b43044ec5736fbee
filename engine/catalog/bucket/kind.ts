import type { KindDescriptor } from '../../model/kind';
import type { ResourceBase, ResourceId } from '../../model/resource';

/** Objects over at least three zones of a Region. https://docs.aws.amazon.com/AmazonS3/latest/userguide/Welcome.html */
export interface Bucket extends ResourceBase {
  readonly kind: 'bucket';
  readonly region: ResourceId;
  readonly bucketName: string;
}

export const bucket: KindDescriptor<Bucket> = {
  kind: 'bucket',
  label: 'S3 bucket',
  plural: 'S3 buckets',
  idPrefix: 'bucket',
  cloudFormationType: 'AWS::S3::Bucket',
  category: 'storage',
  appearance: 'chip',
  summary: 'Objects, kept over several zones of its Region.',
  roles: [],
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/Welcome.html',
};
