// Sends requests to the operations of a contract by their names, and counts each answer as a check: its status, and whether it is as documented.
import assert from 'node:assert/strict';

export class Client {
  #counter;
  #contract;
  #base;
  #key;
  #seen = new Set();

  constructor(counter, contract, service, bodyLimit) {
    this.#counter = counter;
    this.#contract = contract;
    this.bodyLimit = bodyLimit;
    this.#base = new URL(service.url).origin;
    this.#key = service.key;
  }

  get root() {
    return this.#key;
  }

  get contract() {
    return this.#contract;
  }

  wasSeen(id, status) {
    return this.#seen.has(`${id} ${status}`);
  }

  /** What is documented and was never answered, as `getAPIToken 404`. */
  unseen() {
    return this.#contract.operations.flatMap(({ id, statuses }) => statuses.map((status) => `${id} ${status}`).filter((answer) => !this.#seen.has(answer)));
  }

  /**
   * @param id of an operation.
   * @param status that is expected, or several of which any may come.
   * @param request `title`; `key` (the root token's; null: none); `path` and `query` by name; `headers`; and `json`, `form`, or a `body` of any other `type`.
   * @returns the answer's JSON; null where there is none, or where the check failed.
   */
  async send(id, status, { title = '', key = this.#key, path = {}, query = [], headers = {}, json, form, body, type } = {}) {
    const operation = this.#operation(id);
    let value = null;
    await this.#counter.check(`${id}: ${status} ${title}`.trim(), async () => {
      assert.ok(operation, `there is no operation ${id}`);
      if (json !== undefined) [type, body] = ['application/json', JSON.stringify(json)];
      if (form !== undefined) [type, body] = ['application/x-www-form-urlencoded', new URLSearchParams(form).toString()];
      if (json !== undefined && status === 200) assert.deepEqual(this.#contract.faultsOf(`${operation.pointer}/requestBody/content/application~1json/schema`, json), [], 'what is sent is not as documented');
      const search = new URLSearchParams(query).toString();
      const url = this.#base + operation.path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(path[name] ?? 'self')) + (search && `?${search}`);
      const response = await fetch(url, {
        method: operation.method,
        headers: { ...(key && { 'X-API-Key': key }), ...(type && { 'Content-Type': type }), ...headers },
        body,
        redirect: 'manual',
      });
      const answer = { status: response.status, headers: response.headers, text: await response.text() };
      this.#seen.add(`${id} ${answer.status}`);
      assert.deepEqual(this.#contract.faultsOfAnswer(operation, answer), []);
      assert.ok([status].flat().includes(answer.status), `${answer.status}: ${answer.text}`);
      value = answer.text === '' ? null : JSON.parse(answer.text);
    });
    return value;
  }

  /** One more request to an operation, by its example and without a key: for limits, which count them. */
  async again(id) {
    const { method, path, body } = this.#operation(id);
    await (await fetch(this.#base + path, { method, headers: { 'Content-Type': body.type }, body: JSON.stringify(body.value) })).text();
  }

  /** A method that a path has not: 405, with those that it has. */
  async sendOtherMethod(path) {
    await this.#counter.check(`${path}: 405`, async () => {
      const response = await fetch(this.#base + path.replace(/\{\w+\}/g, 'self'), { method: 'PATCH', headers: { 'X-API-Key': this.#key } });
      const text = await response.text();
      assert.equal(response.status, 405, text);
      assert.deepEqual(response.headers.get('allow')?.split(/, ?/).sort(), this.#contract.methodsOf(path).sort());
      assert.equal(response.headers.get('content-type'), 'application/problem+json');
      assert.deepEqual(this.#contract.faultsOf('/components/schemas/Problem', JSON.parse(text)), []);
    });
  }

  #operation(id) {
    return this.#contract.operations.find((operation) => operation.id === id);
  }
}
