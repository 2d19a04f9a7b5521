// Requests made ready beforehand, over plain connections, one at a time on each: a generator that costs the least it can,
// so that what is measured is the server.

import { connect } from "node:net";
import { percentiles } from "./percentiles.mjs";

/** @param headers name → value */
export function requestOf(url, body, headers) {
  const { host, pathname } = new URL(url);
  const bytes = Buffer.from(body);
  const lines = [
    `POST ${pathname} HTTP/1.1`,
    `host: ${host}`,
    "content-type: application/json",
    `content-length: ${bytes.length}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ];
  return Buffer.concat([Buffer.from(`${lines.join("\r\n")}\r\n\r\n`), bytes]);
}

/**
 * Sends all of them, in order.
 * @param warmUp how many are sent before measuring begins
 * @returns times in milliseconds, how many were answered with what else than 200
 */
export async function flood({ url, requests, connections, warmUp }) {
  const { hostname, port } = new URL(url);
  const times = [];
  const failures = new Map();
  let next = 0;
  let measuredFrom = performance.now();
  const send = async (connection) => {
    while (next < requests.length) {
      const at = next++;
      if (at === warmUp) measuredFrom = performance.now();
      const startedAt = performance.now();
      const status = await connection.exchange(requests[at]);
      if (status !== 200) failures.set(status, (failures.get(status) ?? 0) + 1);
      if (at >= warmUp) times.push(performance.now() - startedAt);
    }
    connection.close();
  };
  await Promise.all(Array.from({ length: connections }, () => send(new Connection(port, hostname))));
  const seconds = (performance.now() - measuredFrom) / 1_000;
  return {
    perSecond: times.length / seconds,
    seconds,
    ...percentiles(times),
    failures: Object.fromEntries(failures),
  };
}

class Connection {
  #socket;
  #answered = () => {};
  #received = "";

  constructor(port, host) {
    this.#socket = connect({ port: Number(port), host, noDelay: true });
    this.#socket.setEncoding("latin1");
    this.#socket.on("data", (text) => this.#take(text));
    for (const end of ["error", "close"]) this.#socket.on(end, () => this.#answered("closed"));
  }

  /** @returns the answer's status, or "closed" */
  exchange(request) {
    if (this.#socket.destroyed) return Promise.resolve("closed");
    return new Promise((resolve) => {
      this.#answered = resolve;
      this.#socket.write(request);
    });
  }

  close() {
    this.#socket.destroy();
  }

  #take(text) {
    this.#received += text;
    const head = this.#received.indexOf("\r\n\r\n");
    if (head < 0) return;
    const length = Number(/content-length: (\d+)/i.exec(this.#received)?.[1] ?? 0);
    if (this.#received.length < head + 4 + length) return;
    const status = Number(this.#received.slice(9, 12));
    this.#received = "";
    this.#answered(status);
  }
}
