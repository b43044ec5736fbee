/** `npm run screens`: key screens beside their references. Not part of `npm test`: pictures hold for one platform only. */
import stories from './playwright.config';

export default {
  ...stories,
  testDir: 'e2e/screens',
  testMatch: '*.screens.ts',
  retries: 0,
  reporter: 'line',
};
