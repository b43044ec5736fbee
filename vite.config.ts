import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { CONTENT_SECURITY_POLICY } from './scripts/lib/content-security-policy.mjs';
import { leanPackages } from './scripts/lib/lean-packages.mjs';

/** The policy as a meta tag, so that it holds on any web host. Not in development: hot reloading needs inline scripts. */
const contentSecurityPolicy = (): Plugin => ({
  name: 'content-security-policy',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: CONTENT_SECURITY_POLICY },
      injectTo: 'head-prepend',
    },
  ],
});

/**
 * What every part of the page uses, in one file: split by who uses what it would be a dozen files that compress
 * worse together.
 */
const SHARED =
  /\/node_modules\/(react|react-dom|scheduler|@xyflow\/(react|system)|zustand|comlink|d3-[a-z]+|classcat|use-sync-external-store)\/|\/app\/(state\/(?!storage)[^/]+|engine-client\/engine-client|ui\/(Button|KindIcon)|canvas\/(canvas-store|drawing|stage|view|projection\/(chips|hulls|holdings|describe|nodes)|nodes\/words)|strings\/en\/canvas|subject\/service-word)\.tsx?$|\/engine\/(drawing\/(?!arrange|collapse\.|tidy)|model\/(?!ip\/))|\/engine\/catalog\/(descriptors|lookup|[a-z-]+\/kind)\.ts$|preload-helper/;

export default defineConfig({
  // Relative: the built folder works from any path of any web host.
  base: './',
  plugins: [leanPackages(), react(), tailwindcss(), contentSecurityPolicy()],
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    // The measurements read it to follow the entry's imports.
    manifest: true,
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'page', test: SHARED }] } } },
  },
});
