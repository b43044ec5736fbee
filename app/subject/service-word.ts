/** `com.amazonaws.us-east-1.s3` is known as s3; an endpoint service of somebody's own by its whole name. */
export const serviceWord = (serviceName: string): string =>
  /^com\.amazonaws\.[a-z0-9-]+\.(.+)$/.exec(serviceName)?.[1] ?? serviceName;
