// The page at /docs/ in a real browser, as a person uses it: a credential put in, an operation tried, and no other site ever called.
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** @param picture a file for a screenshot of each visit, with the visit's name in front of its extension; none when left out. */
export async function docsPage(counter, service, picture) {
  const browser = await chromium.launch({ executablePath, args: flags });
  try {
    const visit = (name, walk) => counter.check(name, async () => {
      const page = new DocsPage(service, await browser.newContext({ viewport: { width: 1400, height: 1200 }, serviceWorkers: 'block' }));
      try {
        await page.open();
        await walk(page);
      } finally {
        await page.close(picture?.replace(/(\.\w+)$/, `-${name.replaceAll(' ', '-')}$1`));
      }
      assert.deepEqual(page.faults, []);
    });

    await visit('without a key', async (page) => {
      const answer = await page.tryOut('API_tokens-getAPIToken', { id: 'self' });
      assert.deepEqual([answer.status, answer.body.code], [401, 'UNAUTHENTICATED']);
    });
    for (const scheme of ['apiKey', 'bearer']) {
      await visit(`with a key as ${scheme}`, async (page) => {
        await page.authorize(scheme, { value: service.key });
        const answer = await page.tryOut('API_tokens-getAPIToken', { id: 'self' });
        assert.deepEqual([answer.status, answer.body.status], [200, 'ACTIVE']);
      });
    }
    await visit('with a client id and secret', async (page) => {
      const { viewer } = (await service.post('{ viewer { token { id } } }')).data;
      await page.authorize('clientCredentials', { id: viewer.token.id, secret: service.key });
      const answer = await page.tryOut('API_tokens-listAPITokens', { limit: '1' });
      assert.deepEqual([answer.status, answer.body.results.length], [200, 1]);
      assert.match(answer.sent, /Authorization: Bearer ey/);
    });
    await visit('a token made with the body of the example', async (page) => {
      await page.authorize('apiKey', { value: service.key });
      const answer = await page.tryOut('API_tokens-createAPIToken');
      assert.equal(answer.status, 200);
      assert.match(answer.body.value, /^gqt_/);
    });
  } finally {
    await browser.close();
  }
}

class DocsPage {
  faults = [];
  #context;
  #page;
  #address;

  constructor(service, context) {
    this.#context = context;
    this.#address = new URL('/docs/', service.url);
  }

  async open() {
    // Requests of service workers would pass by this.
    await this.#context.route((url) => /^(http|ws)s?:/.test(url.protocol) && url.origin !== this.#address.origin, (route) => {
      this.faults.push(`foreign request: ${route.request().url()}`);
      return route.abort();
    });
    this.#page = await this.#context.newPage();
    this.#page.setDefaultTimeout(30_000);
    this.#page.on('pageerror', (error) => this.faults.push(`error on the page: ${error}`));
    // What the policy forbids is told there; a status of 401 is too, and is no fault.
    this.#page.on('console', (message) => {
      if (message.type() === 'error' && !/the server responded with a status of 4/.test(message.text())) this.faults.push(`on the console: ${message.text()}`);
    });
    await this.#page.goto(this.#address.href, { waitUntil: 'load' });
    await this.#page.locator('.opblock').first().waitFor();
  }

  /** Puts a credential in as a person does. */
  async authorize(scheme, { value, id, secret }) {
    await this.#page.locator('.auth-wrapper > .authorize').click();
    const form = this.#page.locator('.auth-container', { has: this.#page.locator('h4', { hasText: new RegExp(`^${scheme}\\b`) }) });
    if (value) await form.locator('input').fill(value);
    if (id) await form.locator('#client_id_clientCredentials').fill(id);
    if (secret) await form.locator('#client_secret_clientCredentials').fill(secret);
    await form.locator('button.authorize').click();
    await form.locator('button', { hasText: 'Logout' }).waitFor();
    await form.locator('.btn-done').click();
  }

  /** @returns the status and body that the page shows, and the request that it says it sent. */
  async tryOut(operation, parameters = {}) {
    const block = this.#page.locator(`#operations-${operation}`);
    await block.locator('.opblock-summary-control').click();
    await block.locator('.try-out__btn').click();
    for (const [name, value] of Object.entries(parameters)) await block.locator(`tr[data-param-name="${name}"] input`).fill(value);
    await block.locator('.execute').click();
    const answer = block.locator('.live-responses-table .response').first();
    await answer.waitFor();
    await answer.scrollIntoViewIfNeeded();
    return {
      status: Number.parseInt(await answer.locator('.response-col_status').innerText(), 10),
      body: JSON.parse(await answer.locator('.response-col_description .highlight-code code').first().innerText()),
      sent: await block.locator('.curl-command').innerText(),
    };
  }

  async close(picture) {
    if (picture) await this.#page.screenshot({ path: picture });
    await this.#context.close();
  }
}
