export { browser, closeBrowser } from '../../scripts/io/browser.ts';
