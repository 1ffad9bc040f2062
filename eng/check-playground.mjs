// Looks at the playground of a running service with a real browser: it loads, the prepared key header is there, a key put in its place
// makes the schema available, the prepared query runs, and nothing but the service is called.
//
//   npm install playwright-core          (in any folder outside of this repository; then from that folder:)
//   node <repository>/eng/check-playground.mjs http://127.0.0.1:8080 "$(cat data/root-token)" [path of chromium] [screenshot.png]
import { createRequire } from 'node:module';

const [service, key, browserPath = '/usr/bin/chromium', picture = 'playground.png'] = process.argv.slice(2);
const { chromium } = createRequire(process.cwd() + '/')('playwright-core');
const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const browser = await chromium.launch({ executablePath: browserPath, args: flags });
const faults = [];

// Requests of service workers pass by the routes below, so they are blocked while foreign calls are looked for.
const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, serviceWorkers: 'block' });
const page = await context.newPage();
await context.route(url => /^(http|ws)s?:/.test(url.protocol) && url.origin !== new URL(service).origin, route => {
  faults.push('foreign request: ' + route.request().url());
  return route.abort();
});
page.on('pageerror', error => faults.push('error on the page: ' + error));

try {
  await page.goto(service + '/graphql', { waitUntil: 'load' });
  await page.getByText('Create Document').click();
  await page.getByText('HTTP Headers', { exact: true }).click();
  const value = page.getByPlaceholder('Value').first();
  if (await value.inputValue() !== '<ENTER_YOUR_KEY_HERE>') faults.push('the key header is not prepared');
  await value.fill(key);
  await value.press('Tab');
  await page.waitForTimeout(1000);
  await page.getByLabel(/Reload Schema/).click();
  await page.getByText('Schema available').waitFor();
  const answer = page.waitForResponse(response => response.request().method() === 'POST' && (response.request().postData() ?? '').includes('WhoAmI'));
  await page.getByText('Run', { exact: true }).first().click();
  const body = await (await answer).json();
  if (body.errors || !body.data) faults.push('the prepared query failed: ' + JSON.stringify(body));
  await page.waitForTimeout(500);
} catch (failure) {
  faults.push(String(failure));
}
await page.screenshot({ path: picture });
await browser.close();
for (const fault of faults) console.log(fault);
console.log(faults.length === 0 ? 'the playground works' : faults.length + ' faults');
process.exitCode = faults.length === 0 ? 0 : 1;
