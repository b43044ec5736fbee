/**
 * The one place where the policy is written. The build puts it into the page as a meta tag, so that it holds on any web
 * host; `npm start` sends it as a header as well.
 *
 * - style-src 'unsafe-inline': Radix and React Flow position things with style attributes.
 * - worker-src blob: a worker started from a blob inherits this policy; one started from an address does not.
 * - no frame-ancestors: scenarios may be embedded in other pages.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');
